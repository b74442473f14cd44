import { Button, Checkbox, Form, Input, Select, Space } from 'antd';
import { matches } from '../format/search-key.js';
import { DayField, NoteField, required } from './dated-fields.js';
import { EnactForm } from './enact-form.js';
import type { OffenceClause, OffenceTold } from './types.js';
import { penaltyText, SEVERITIES } from './wording.js';

interface OffenceFormProps {
  /** None for an article that wasn't there. */
  readonly from?: OffenceTold;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
}

interface Values {
  readonly article: string;
  readonly name: string;
  readonly basis: string;
  readonly clauses: readonly Partial<OffenceClause>[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly note?: string;
}

const TITLES: Readonly<Record<string, string>> = {
  article: 'Điều',
  name: 'Tên tội danh',
  basis: 'Căn cứ',
  clauses: 'Khoản',
  validFrom: 'Có hiệu lực từ',
  validTo: 'Hết hiệu lực từ',
  note: 'Ghi chú',
};

const severities = Object.entries(SEVERITIES).map(([value, label]) => ({ value, label }));
const penalties = [...Array.from({ length: 20 }, (_, i) => String(i + 1)), 'life', 'death', '0'].map((value) => ({
  value,
  label: penaltyText(value),
}));
const statuses = [
  { value: 'confirmed', label: 'Đã đối chiếu' },
  { value: 'toBeConfirmed', label: 'Cần xác nhận' },
];

const Clauses = () => (
  <Form.List name="clauses">
    {(rows, { add, remove }) => (
      <Form.Item label="Các khoản, mức cao nhất của khung hình phạt và loại tội phạm">
        {rows.map(({ key, name }) => (
          <Space key={key} align="start" wrap>
            <Form.Item name={[name, 'clause']} rules={[required('số khoản')]}>
              <Input aria-label={`Khoản, dòng ${name + 1}`} prefix="Khoản" style={{ width: 130 }} />
            </Form.Item>
            <Form.Item name={[name, 'max']} rules={[required('mức cao nhất')]}>
              <Select
                aria-label={`Mức cao nhất, dòng ${name + 1}`}
                options={penalties}
                showSearch={{ filterOption: matches }}
                placeholder="Mức cao nhất"
                style={{ width: 190 }}
              />
            </Form.Item>
            <Form.Item name={[name, 'severity']} rules={[required('loại tội phạm')]}>
              <Select aria-label={`Loại tội phạm, dòng ${name + 1}`} options={severities} style={{ width: 210 }} />
            </Form.Item>
            <Form.Item name={[name, 'status']}>
              <Select aria-label={`Tình trạng, dòng ${name + 1}`} options={statuses} style={{ width: 140 }} />
            </Form.Item>
            <Form.Item name={[name, 'preparation']} valuePropName="checked">
              <Checkbox>Chuẩn bị phạm tội</Checkbox>
            </Form.Item>
            <Button size="small" onClick={() => remove(name)}>
              Bỏ
            </Button>
          </Space>
        ))}
        <Button size="small" onClick={() => add({ clause: String(rows.length + 1), status: 'confirmed' })}>
          Thêm khoản
        </Button>
      </Form.Item>
    )}
  </Form.List>
);

/** Defines an article of the special part, or corrects it, with effect from a day. */
export const OffenceForm = ({ from, onClose, onEnacted }: OffenceFormProps) => {
  const [form] = Form.useForm<Values>();
  const initial: Partial<Values> = from
    ? { article: from.article, name: from.name, clauses: from.clauses }
    : { clauses: [{ clause: '1', status: 'confirmed' }] };
  return (
    <EnactForm<Values>
      title={from ? `Quy định lại Điều ${from.article}` : 'Thêm tội danh'}
      form={form}
      initial={initial}
      path={() => 'offences'}
      body={({ validTo, note, clauses, ...values }) => ({
        ...values,
        clauses: clauses.map((clause) => ({ ...clause, preparation: clause.preparation === true })),
        ...(validTo ? { validTo } : {}),
        ...(note ? { note } : {}),
      })}
      titleAt={(field) => TITLES[field.split('.')[0] ?? '']}
      onClose={onClose}
      onEnacted={onEnacted}
    >
      {!from && (
        <Form.Item name="article" label="Điều" rules={[required('số điều')]}>
          <Input autoFocus placeholder="173, 217a" style={{ width: 140 }} />
        </Form.Item>
      )}
      <Form.Item name="name" label="Tên tội danh" rules={[required('tên tội danh')]}>
        <Input />
      </Form.Item>
      <Form.Item name="basis" label="Căn cứ" rules={[required('căn cứ')]}>
        <Input placeholder="Luật, điều, khoản" />
      </Form.Item>
      <Clauses />
      <Space size={16} align="start" wrap>
        <DayField name={['validFrom']} label="Có hiệu lực từ" needed />
        <DayField name={['validTo']} label="Hết hiệu lực từ (nếu có)" />
      </Space>
      <NoteField name={['note']} />
    </EnactForm>
  );
};
