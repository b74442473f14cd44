import { Form, Input, Select } from 'antd';
import { DayField, required } from './dated-fields.js';
import { EnactForm } from './enact-form.js';
import type { CalendarDay } from './types.js';
import { DAY_KINDS, DAY_STATUSES } from './wording.js';

interface DayFormProps {
  readonly year: number;
  readonly day?: CalendarDay;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
}

interface Values {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly basis: string;
  readonly status: string;
}

const TITLES: Readonly<Record<string, string>> = {
  day: 'Ngày',
  kind: 'Loại ngày',
  name: 'Tên',
  basis: 'Căn cứ',
  status: 'Mức độ xác thực',
};

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Corrects one day of a published year. */
export const DayForm = ({ year, day, onClose, onEnacted }: DayFormProps) => {
  const [form] = Form.useForm<Values>();
  const { kind = 'holiday', name, basis, status = 'sourced' } = day ?? {};
  const initial: Partial<Values> = {
    kind,
    status,
    ...(day ? { day: day.day } : {}),
    ...(name ? { name } : {}),
    ...(basis ? { basis } : {}),
  };
  return (
    <EnactForm<Values>
      title={`Đính chính một ngày của lịch năm ${year}`}
      form={form}
      initial={initial}
      path={() => `calendars/${year}/days`}
      body={(values) => values}
      titleAt={(field) => TITLES[field]}
      onClose={onClose}
      onEnacted={onEnacted}
    >
      <DayField name={['day']} label="Ngày" needed />
      <Form.Item name="kind" label="Loại ngày">
        <Select options={options(DAY_KINDS)} />
      </Form.Item>
      <Form.Item name="name" label="Tên" rules={[required('tên ngày nghỉ hoặc lý do đính chính')]}>
        <Input placeholder="ví dụ Nghỉ hoán đổi" />
      </Form.Item>
      <Form.Item name="basis" label="Căn cứ" rules={[required('căn cứ')]}>
        <Input placeholder="Số, ngày của thông báo, quyết định" />
      </Form.Item>
      <Form.Item name="status" label="Mức độ xác thực">
        <Select options={options(DAY_STATUSES)} />
      </Form.Item>
    </EnactForm>
  );
};
