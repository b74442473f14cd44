import { Checkbox, Form, Input } from 'antd';
import { EnactForm } from './enact-form.js';
import type { CalendarTold } from './types.js';
import { required } from './dated-fields.js';
import { linesOfDays, daysOfLines } from './day-lines.js';

interface YearFormProps {
  readonly calendar: CalendarTold;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
}

interface Values {
  readonly lines: string;
  readonly basis: string;
  readonly complete: boolean;
}

const titleAt = (field: string) =>
  field === 'complete' ? 'Lịch đã đủ' : field.startsWith('days') ? `Dòng ${Number(field.split('.')[1]) + 1}` : 'Căn cứ';

/** Publishes a whole year: one line a day, in the place of what was known of it. */
export const YearForm = ({ calendar, onClose, onEnacted }: YearFormProps) => {
  const [form] = Form.useForm<Values>();
  const { year } = calendar;
  return (
    <EnactForm<Values>
      title={`Công bố lịch nghỉ năm ${year}`}
      form={form}
      initial={{ lines: linesOfDays(calendar.days), complete: true, basis: calendar.basis ?? '' }}
      path={() => `calendars/${year}`}
      body={({ lines, basis, complete }) => ({ days: daysOfLines(lines, basis), complete, basis })}
      titleAt={titleAt}
      onClose={onClose}
      onEnacted={onEnacted}
    >
      <Form.Item name="basis" label="Căn cứ chung" rules={[required('căn cứ')]}>
        <Input placeholder="Số, ngày của thông báo về lịch nghỉ" />
      </Form.Item>
      <Form.Item
        name="lines"
        label="Mỗi ngày một dòng: ngày; loại (nghỉ, bù, hoán đổi, làm bù); tên; căn cứ riêng nếu có"
        rules={[
          {
            validator: (_, text: string) => {
              try {
                daysOfLines(text, 'x');
                return Promise.resolve();
              } catch (error) {
                return Promise.reject(error instanceof Error ? error : new Error(String(error)));
              }
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
      </Form.Item>
      <Form.Item name="complete" valuePropName="checked">
        <Checkbox>Lịch đã đủ: không còn ngày nào của năm chờ quyết định</Checkbox>
      </Form.Item>
    </EnactForm>
  );
};
