import { Button, Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { matches } from '../format/search-key.js';
import { AccusedSelect, ReturnSelect, SeveralAccusedSelect } from './within-file.js';
import { DayInput, InstantInput } from './day-input.js';
import { ChargeSelect, ChargesSelect } from './charges.js';
import { FileSelect, PersonSelect, UnitSelect } from './look-ups.js';

/** The part of JSON Schema that the catalogue's forms are made of. */
export interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-widget'?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
}

type Path = (string | number)[];

interface SchemaFieldProps {
  readonly schema: Schema;
  readonly path: Path;
  readonly required: boolean;
  /** Within a list, the list's own name part is left out of `name` and given in `path` only. */
  readonly name?: Path;
}

const choices = ({ enum: codes = [], 'x-labels': labels = {} }: Schema) =>
  codes.map((code) => ({ value: code, label: labels[code] ?? code }));

const control = (schema: Schema): ReactNode => {
  switch (schema['x-widget'] ?? '') {
    case 'textarea':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
    case 'person':
      return <PersonSelect />;
    case 'unit':
      return <UnitSelect />;
    case 'file':
      return <FileSelect />;
    case 'accused':
      return <AccusedSelect />;
    case 'charge':
      return <ChargeSelect />;
    case 'return':
      return <ReturnSelect />;
  }
  if (schema.enum) return <Select options={choices(schema)} showSearch={{ filterOption: matches }} allowClear />;
  if (schema.format === 'date') return <DayInput />;
  if (schema.format === 'date-time') return <InstantInput />;
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <InputNumber
        {...(schema.minimum === undefined || schema.minimum < -1e12 ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined || schema.maximum > 1e12 ? {} : { max: schema.maximum })}
      />
    );
  if (schema.type === 'boolean')
    return (
      <Radio.Group
        options={[
          { value: true, label: 'Có' },
          { value: false, label: 'Không' },
        ]}
      />
    );
  return <Input />;
};

const ListField = ({ schema, path, name = path, required }: SchemaFieldProps) => {
  const items = schema.items ?? {};
  if (items['x-widget'] === 'charge')
    return (
      <Form.Item name={name} label={schema.title} rules={rulesOf(schema, required)}>
        <ChargesSelect />
      </Form.Item>
    );
  if (items.enum)
    return (
      <Form.Item name={name} label={schema.title} rules={rulesOf(schema, required)}>
        <Select mode="multiple" options={choices(items)} showSearch={{ filterOption: matches }} />
      </Form.Item>
    );
  if (items['x-widget'] === 'accused')
    return (
      <Form.Item name={name} label={schema.title} rules={rulesOf(schema, required)}>
        <SeveralAccusedSelect />
      </Form.Item>
    );
  return (
    <Form.Item label={schema.title} required={required}>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div key={key} style={{ borderLeft: '2px solid #ccc', paddingLeft: 12, marginBottom: 8 }}>
                <SchemaField
                  schema={{ ...items, title: items.title ?? '' }}
                  path={[...path, index]}
                  name={[index]}
                  required
                />
                <Button size="small" onClick={() => remove(index)}>
                  Bỏ dòng này
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add(items.type === 'object' ? {} : undefined)}>
              Thêm dòng
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

const rulesOf = ({ title = 'nội dung', format }: Schema, required: boolean) => [
  ...(required ? [{ required: true, message: `Nhập ${title.toLowerCase()}` }] : []),
  ...(format === 'date' || format === 'date-time'
    ? [{ pattern: DAY, message: 'Ngày chưa đúng; ví dụ 15/03/2026, 15/3, hn' }]
    : []),
];

/** One field of a generated form, and what lies inside it. */
export const SchemaField = ({ schema, path, name = path, required }: SchemaFieldProps) => {
  const { required: inner = [], properties } = schema;
  if (properties && !schema['x-widget'])
    return (
      <Space orientation="vertical" size={0} style={{ width: '100%' }}>
        {Object.entries(properties).map(([key, part]) => (
          <SchemaField
            key={key}
            schema={part}
            path={[...path, key]}
            name={[...name, key]}
            required={inner.includes(key)}
          />
        ))}
      </Space>
    );
  if (schema.type === 'array') return <ListField schema={schema} path={path} name={name} required={required} />;
  return (
    <Form.Item name={name} label={schema.title} rules={rulesOf(schema, required)}>
      {control(schema)}
    </Form.Item>
  );
};
