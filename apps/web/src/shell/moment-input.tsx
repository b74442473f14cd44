import { Button, Space } from 'antd';
import { useId } from 'react';
import { InstantInput } from '../record/day-input.js';

interface MomentInputProps {
  /** An instant by Vietnam's clock, YYYY-MM-DDTHH:mm; empty for now. */
  readonly value: string;
  readonly back: string;
  readonly onChange: (moment: string | undefined) => void;
}

/** Chooses the moment at which to look at what was known; typed, since pickers follow the browser's own language. */
export const MomentInput = ({ value, back, onChange }: MomentInputProps) => {
  const id = useId();
  return (
    <Space size={8}>
      <label htmlFor={id} style={{ whiteSpace: 'nowrap' }}>
        Như đã biết lúc
      </label>
      <div style={{ width: 240 }}>
        <InstantInput
          id={id}
          {...(value ? { value: `${value}:00+07:00` } : {})}
          time="23:59"
          onChange={(instant) => {
            if (instant === undefined || /^\d{4}-/.test(instant)) onChange(instant?.slice(0, 16));
          }}
        />
      </div>
      {value && <Button onClick={() => onChange(undefined)}>{back}</Button>}
    </Space>
  );
};
