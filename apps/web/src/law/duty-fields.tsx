import { Form, Select } from 'antd';
import { useCatalogue } from '../api/queries.js';
import { matches } from '../format/search-key.js';

/** What opens a duty under a new term, and what ends it. */
export const DutyFields = () => {
  const catalogue = useCatalogue();
  const register = Form.useWatch<string | undefined>(['term', 'starts', 'register']);
  const registers = catalogue.data?.registers ?? [];
  const facts = (registers.find(({ name }) => name === register)?.facts ?? []).map(({ type, label }) => ({
    value: type,
    label: label.vi,
  }));
  return (
    <>
      <Form.Item name={['term', 'starts', 'register']} label="Phát sinh trong sổ">
        <Select allowClear options={registers.map(({ name, label }) => ({ value: name, label: label.vi }))} />
      </Form.Item>
      <Form.Item name={['term', 'starts', 'fact']} label="Mốc làm phát sinh">
        <Select allowClear options={facts} showSearch={{ filterOption: matches }} />
      </Form.Item>
      <Form.Item name={['term', 'ends']} label="Hoàn thành khi có một trong các mốc">
        <Select mode="multiple" options={facts} showSearch={{ filterOption: matches }} />
      </Form.Item>
    </>
  );
};
