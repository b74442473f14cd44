import { Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import { DayField, NoteField, required, StatusField } from './dated-fields.js';
import { DutyFields } from './duty-fields.js';
import { EnactForm } from './enact-form.js';
import { LengthsInput } from './lengths-input.js';
import type { TermRow } from './types.js';
import { COUNTINGS } from './wording.js';

interface TermFormProps {
  /** The row that the new one is made from; none for a term that wasn't there. */
  readonly from?: TermRow;
  /** The row itself is enacted, its days with it: one of a release is taken up. */
  readonly asIs?: boolean;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
}

interface Values {
  readonly term: Partial<TermRow>;
}

const TITLES: Readonly<Record<string, string>> = {
  code: 'Mã thời hạn',
  kind: 'Loại',
  label: 'Tên thời hạn',
  basis: 'Căn cứ',
  runsFrom: 'Tính từ',
  lengths: 'Độ dài',
  counting: 'Cách tính',
  extensions: 'Gia hạn',
  starts: 'Mốc làm phát sinh',
  ends: 'Mốc hoàn thành',
  validFrom: 'Có hiệu lực từ',
  validTo: 'Hết hiệu lực từ',
  status: 'Tình trạng',
  note: 'Ghi chú',
};

const titleAt = (field: string) => TITLES[field.split('.')[1] ?? ''];

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

/** Only what is filled in goes out. */
const filledIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filledIn);
  if (value === null || typeof value !== 'object') return value;
  const filled = Object.entries(value).filter(([, part]) => !isEmpty(part));
  return Object.fromEntries(filled.map(([key, part]) => [key, filledIn(part)]));
};

const Extensions = () => (
  <Form.List name={['term', 'extensions']}>
    {(rows, { add, remove }) => (
      <Form.Item label="Gia hạn, theo thứ tự áp dụng">
        {rows.map(({ key, name }, i) => (
          <div key={key} style={{ borderLeft: '2px solid #ccc', paddingLeft: 12, marginBottom: 8 }}>
            <Form.Item name={[name, 'max']} label={`Lần ${i + 1}: tối đa`}>
              <LengthsInput />
            </Form.Item>
            <Form.Item name={[name, 'grantedBy']} label="Người có quyền gia hạn" rules={[required('người có quyền')]}>
              <Input />
            </Form.Item>
            <Form.Item name={[name, 'basis']} label="Căn cứ của lần gia hạn" rules={[required('căn cứ')]}>
              <Input />
            </Form.Item>
            <Form.Item name={[name, 'requestDaysBefore']} label="Phải đề nghị trước khi hết hạn (ngày)">
              <InputNumber min={1} precision={0} />
            </Form.Item>
            <Form.Item name={[name, 'inParts']} valuePropName="checked">
              <Checkbox>Chia được nhiều lần trong mức tối đa</Checkbox>
            </Form.Item>
            <Button size="small" onClick={() => remove(name)}>
              Bỏ lần gia hạn này
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => add({})}>
          Thêm lần gia hạn
        </Button>
      </Form.Item>
    )}
  </Form.List>
);

/** What another reading changed of the old lengths says nothing of new ones. */
const rowOf = (from: TermRow | undefined, { readings, ...term }: Partial<TermRow>): Partial<TermRow> =>
  readings && JSON.stringify(from?.lengths) === JSON.stringify(term.lengths) ? { ...term, readings } : term;

/** Enacts a row of the table of terms with effect from a day. */
export const TermForm = ({ from, asIs = false, onClose, onEnacted }: TermFormProps) => {
  const [form] = Form.useForm<Values>();
  const { validFrom, validTo, note, ...carried } = (from ?? {
    counting: 'ordinary',
    status: 'confirmed',
  }) as Partial<TermRow>;
  const taken = { ...carried, validFrom, validTo, note: note ?? 'Theo bản phát hành' } as Partial<TermRow>;
  const initial: Values = { term: asIs ? taken : carried };
  return (
    <EnactForm<Values>
      title={from ? `Ban hành dòng mới cho “${from.label}”` : 'Ban hành thời hạn mới'}
      form={form}
      initial={initial}
      path={() => 'terms'}
      body={({ term }) => ({ term: filledIn(rowOf(from, { ...initial.term, ...term })) })}
      titleAt={titleAt}
      onClose={onClose}
      onEnacted={onEnacted}
    >
      {!from && (
        <Space size={16} align="start" wrap>
          <Form.Item name={['term', 'code']} label="Mã thời hạn" rules={[required('mã thời hạn')]}>
            <Input autoFocus placeholder="ví dụ petition.letter" style={{ width: 260 }} />
          </Form.Item>
          <Form.Item name={['term', 'kind']} label="Loại (nếu có)">
            <Input style={{ width: 200 }} />
          </Form.Item>
        </Space>
      )}
      <Form.Item name={['term', 'label']} label="Tên thời hạn" rules={[required('tên thời hạn')]}>
        <Input autoFocus={from !== undefined} />
      </Form.Item>
      <Form.Item name={['term', 'basis']} label="Căn cứ" rules={[required('căn cứ')]}>
        <Input placeholder="Điều, khoản, số và ngày của văn bản" />
      </Form.Item>
      <Form.Item name={['term', 'runsFrom']} label="Tính từ" rules={[required('mốc bắt đầu tính')]}>
        <Input placeholder="ngày nhận được…" />
      </Form.Item>
      <Form.Item name={['term', 'lengths']} label="Độ dài" rules={[required('độ dài')]}>
        <LengthsInput />
      </Form.Item>
      <Form.Item name={['term', 'counting']} label="Cách tính">
        <Select options={Object.entries(COUNTINGS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Extensions />
      {!from && <DutyFields />}
      <Space size={16} align="start" wrap>
        <DayField name={['term', 'validFrom']} label="Có hiệu lực từ" needed />
        <DayField name={['term', 'validTo']} label="Hết hiệu lực từ (nếu có)" />
        <StatusField name={['term', 'status']} />
      </Space>
      <NoteField name={['term', 'note']} />
    </EnactForm>
  );
};
