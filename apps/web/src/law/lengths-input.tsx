import { InputNumber, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import type { FieldProps } from '../record/day-input.js';
import type { Length, Lengths, Severity } from './types.js';
import { isBySeverity, SEVERITIES, UNITS, type UnitOfTime } from './wording.js';

const units = Object.entries(UNITS).map(([value, label]) => ({ value: value as UnitOfTime, label }));

interface OneLengthProps {
  readonly id?: string;
  readonly name: string;
  readonly value: Length | undefined;
  readonly onChange: (length: Length | undefined) => void;
}

const OneLength = ({ id, name, value = {}, onChange }: OneLengthProps) => {
  const [known = 'days' as const, count] = (Object.entries(value) as [UnitOfTime, number][])[0] ?? [];
  const [unit, setUnit] = useState<UnitOfTime>(known);
  const tell = (next: number | null | undefined, of: UnitOfTime) => onChange(next ? { [of]: next } : undefined);
  return (
    <Space.Compact>
      <InputNumber
        {...(id ? { id } : {})}
        aria-label={`${name}: số`}
        min={1}
        precision={0}
        value={count ?? null}
        onChange={(next) => tell(next, unit)}
        style={{ width: 90 }}
      />
      <Select
        aria-label={`${name}: đơn vị`}
        value={unit}
        options={units}
        onChange={(next: UnitOfTime) => {
          setUnit(next);
          tell(count, next);
        }}
        style={{ width: 140 }}
      />
    </Space.Compact>
  );
};

/** One length for all, or one a class of offence; a class left empty has none. */
export const LengthsInput = ({ id, value, onChange }: FieldProps<Lengths>) => {
  const [classes, setClasses] = useState(value !== undefined && isBySeverity(value));
  const known = (value ?? {}) as Partial<Record<Severity, Length>>;
  const several = (severity: Severity, length: Length | undefined) => {
    const { [severity]: _, ...others } = known;
    const next = length ? { ...others, [severity]: length } : others;
    onChange?.(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <Space orientation="vertical" size={6}>
      <Radio.Group
        value={classes}
        options={[
          { value: false, label: 'Một độ dài chung' },
          { value: true, label: 'Theo loại tội phạm' },
        ]}
        onChange={({ target }: { target: { value?: unknown } }) => {
          setClasses(target.value === true);
          onChange?.(undefined);
        }}
      />
      {classes ? (
        Object.entries(SEVERITIES).map(([severity, label], i) => (
          <Space key={severity}>
            <span style={{ display: 'inline-block', width: 160 }}>{label}</span>
            <OneLength
              {...(id && i === 0 ? { id } : {})}
              name={label}
              value={known[severity as Severity]}
              onChange={(length) => several(severity as Severity, length)}
            />
          </Space>
        ))
      ) : (
        <OneLength
          {...(id ? { id } : {})}
          name="Độ dài"
          value={value as Length | undefined}
          onChange={(length) => onChange?.(length)}
        />
      )}
    </Space>
  );
};
