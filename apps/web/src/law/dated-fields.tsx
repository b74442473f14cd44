import { Form, Input, Radio } from 'antd';
import { DayInput } from '../record/day-input.js';

const DAY = /^\d{4}-\d{2}-\d{2}/;
const wrongDay = { pattern: DAY, message: 'Ngày chưa đúng; ví dụ 15/03/2026, 15/3, hn' };

export const required = (what: string) => ({ required: true, message: `Nhập ${what}` });

interface DayFieldProps {
  readonly name: string[];
  readonly label: string;
  readonly needed?: boolean;
}

export const DayField = ({ name, label, needed = false }: DayFieldProps) => (
  <Form.Item name={name} label={label} rules={needed ? [required(label.toLowerCase()), wrongDay] : [wrongDay]}>
    <DayInput />
  </Form.Item>
);

export const StatusField = ({ name }: { readonly name: string[] }) => (
  <Form.Item name={name} label="Tình trạng">
    <Radio.Group
      options={[
        { value: 'confirmed', label: 'Đã đối chiếu văn bản' },
        { value: 'toBeConfirmed', label: 'Cần xác nhận' },
      ]}
    />
  </Form.Item>
);

export const NoteField = ({ name }: { readonly name: string[] }) => (
  <Form.Item name={name} label="Ghi chú, lý do (bắt buộc khi sửa dòng đang áp dụng)">
    <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
  </Form.Item>
);
