import { Button, Input, Space } from 'antd';
import { useId } from 'react';
import { DayInput } from '../record/day-input.js';

interface AsOfProps {
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
  /** Left out where there is nothing to search in. */
  readonly search?: { readonly label: string; readonly placeholder: string; readonly onText: (text: string) => void };
}

/** What stands on a day, and what is searched in it. */
export const AsOf = ({ day, onDay, search }: AsOfProps) => {
  const id = useId();
  return (
    <Space wrap style={{ marginBottom: 12 }}>
      {search && (
        <Input
          aria-label={search.label}
          allowClear
          style={{ width: 380 }}
          placeholder={search.placeholder}
          onChange={({ target }) => search.onText(target.value)}
        />
      )}
      <Space size={8}>
        <label htmlFor={id}>Có hiệu lực vào ngày</label>
        <DayInput
          id={id}
          {...(day ? { value: day } : {})}
          onChange={(next) => {
            if (next === undefined || /^\d{4}-/.test(next)) onDay(next);
          }}
        />
        {day && <Button onClick={() => onDay(undefined)}>Hôm nay</Button>}
      </Space>
    </Space>
  );
};
