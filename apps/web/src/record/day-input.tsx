import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { parseDay, showDay, todayAt } from '../format/day.js';

export interface FieldProps<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value | undefined) => void;
}

/** A day typed the quick way (150326, 15/3, hn, +3); shown as dd/MM/yyyy once it is understood. */
export const DayInput = ({ id, value, onChange }: FieldProps<string>) => {
  const [typed, setTyped] = useState(value ? showDay(value) : '');
  useEffect(() => setTyped(value ? showDay(value) : ''), [value]);
  const understood = typed === '' ? undefined : parseDay(typed, todayAt(Date.now()));
  const settle = () => {
    // What can't be understood goes on as typed, so that the form says what is wrong with it.
    onChange?.(understood ?? (typed || undefined));
    if (understood) setTyped(showDay(understood));
  };
  return (
    <Input
      id={id ?? ''}
      value={typed}
      inputMode="numeric"
      placeholder="dd/MM/yyyy, 15/3, hn, +3"
      status={typed !== '' && !understood ? 'error' : ''}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onPressEnter={settle}
      style={{ maxWidth: 220 }}
    />
  );
};

/** A moment by Vietnam's clock: a day and HH:mm, kept with its offset. */
export const InstantInput = ({ id, value, onChange }: FieldProps<string>) => {
  const day = value?.slice(0, 10);
  const time = value?.slice(11, 16) || '00:00';
  const set = (nextDay: string | undefined, nextTime: string) =>
    onChange?.(nextDay ? `${nextDay}T${nextTime}:00+07:00` : undefined);
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <DayInput {...(id ? { id } : {})} {...(day ? { value: day } : {})} onChange={(next) => set(next, time)} />
      <Input
        type="time"
        aria-label="Giờ"
        value={time}
        onChange={({ target }) => set(day, target.value)}
        style={{ width: 120 }}
      />
    </div>
  );
};
