import { Button, Form, Input, Radio, Table } from 'antd';
import { useState } from 'react';
import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { ProblemAlert } from '../shell/problem.js';
import { AsOf } from './as-of.js';
import { DayField, NoteField, required } from './dated-fields.js';
import { EnactForm } from './enact-form.js';
import { History } from './history.js';
import { useSettings } from './queries.js';
import type { TabProps } from './tab.js';
import type { SettingTold } from './types.js';

interface Values {
  readonly point: string;
  readonly reading: 1 | 2;
  readonly validFrom: string;
  readonly source: string;
  readonly note?: string;
}

const TITLES: Readonly<Record<string, string>> = {
  point: 'Điểm',
  reading: 'Cách hiểu',
  validFrom: 'Áp dụng từ',
  source: 'Căn cứ',
  note: 'Lý do',
};

interface SettingFormProps {
  readonly told: SettingTold;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
}

const SettingForm = ({ told: { point, question, readings, inForce }, onClose, onEnacted }: SettingFormProps) => {
  const [form] = Form.useForm<Values>();
  return (
    <EnactForm<Values>
      title={`Chọn cách hiểu điểm ${point}: ${question}?`}
      form={form}
      initial={{ point, reading: inForce?.reading === 1 ? 2 : 1 }}
      path={() => 'settings'}
      body={({ note, ...values }) => ({ ...values, ...(note ? { note } : {}) })}
      titleAt={(field) => TITLES[field]}
      onClose={onClose}
      onEnacted={onEnacted}
    >
      <Form.Item name="reading" label="Cách hiểu">
        <Radio.Group options={readings.map((label, i) => ({ value: i + 1, label }))} />
      </Form.Item>
      <DayField name={['validFrom']} label="Áp dụng cho thời hạn tính từ ngày" needed />
      <Form.Item name="source" label="Căn cứ" rules={[required('căn cứ')]}>
        <Input placeholder="Văn bản hướng dẫn, kết luận" />
      </Form.Item>
      <NoteField name={['note']} />
    </EnactForm>
  );
};

const columns = [
  { title: 'Điểm', width: 70, dataIndex: 'point' },
  { title: 'Câu hỏi', dataIndex: 'question' },
  {
    title: 'Hai cách hiểu',
    render: (_: unknown, { readings, inForce }: SettingTold) =>
      readings.map((reading, i) => (
        <div key={reading}>
          {i + 1}. {reading} {inForce?.reading === i + 1 && <Mark tone="good">Đang theo</Mark>}
        </div>
      )),
  },
  {
    title: 'Từ ngày',
    width: 130,
    render: (_: unknown, { inForce, toCome }: SettingTold) => (
      <>
        {inForce ? showDay(inForce.validFrom) : 'Chưa áp dụng'}
        {toCome.map(({ validFrom, reading }) => (
          <div key={validFrom}>
            <Mark tone="changed">
              Cách {reading} từ {showDay(validFrom)}
            </Mark>
          </div>
        ))}
      </>
    ),
  },
  { title: 'Căn cứ', width: 240, render: (_: unknown, { inForce }: SettingTold) => inForce?.source },
];

/** Where the law can be read in two ways: which reading is followed, and from when. */
export const SettingsTab = ({ mayEnact, onEnacted }: TabProps) => {
  const [day, setDay] = useState<string>();
  const [writing, setWriting] = useState<SettingTold>();
  const settings = useSettings(day);
  const settleColumn = {
    title: 'Thao tác',
    width: 110,
    render: (_: unknown, told: SettingTold) => (
      <Button
        size="small"
        aria-label={`Chọn cách hiểu điểm ${told.point}`}
        onClick={() => {
          setWriting(told);
          window.scrollTo({ top: 0 });
        }}
      >
        Chọn
      </Button>
    ),
  };
  return (
    <>
      <AsOf day={day} onDay={setDay} />
      {writing && (
        <SettingForm key={writing.point} told={writing} onClose={() => setWriting(undefined)} onEnacted={onEnacted} />
      )}
      <ProblemAlert error={settings.error} />
      <Table<SettingTold>
        size="small"
        rowKey="point"
        columns={mayEnact ? [...columns, settleColumn] : columns}
        dataSource={[...(settings.data?.rows ?? [])]}
        loading={settings.isPending}
        pagination={false}
        expandable={{
          expandedRowRender: ({ history }) => (
            <History
              rows={history}
              what={({ row: { reading, validFrom, source } }) => `Cách ${reading} từ ${showDay(validFrom)} (${source})`}
            />
          ),
        }}
      />
    </>
  );
};
