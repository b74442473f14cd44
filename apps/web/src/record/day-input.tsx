import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { parseDay, parseTime, showDay, todayAt } from '../format/day.js';

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
      {...(id ? { id } : {})}
      value={typed}
      inputMode="numeric"
      placeholder="dd/MM/yyyy, 15/3, hn, +3"
      status={typed !== '' && !understood ? 'error' : ''}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onPressEnter={settle}
      style={{ maxWidth: 220 }}
    />
  );
};

const TimeInput = ({ value, onChange }: { readonly value: string; readonly onChange: (time: string) => void }) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const understood = parseTime(typed);
  const settle = () => {
    if (understood) onChange(understood);
    else setTyped(value);
  };
  return (
    <Input
      aria-label="Giờ"
      value={typed}
      inputMode="numeric"
      placeholder="HH:mm"
      status={understood ? '' : 'error'}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onPressEnter={settle}
      style={{ width: 84, flex: 'none' }}
    />
  );
};

interface InstantInputProps extends FieldProps<string> {
  /** The time of a day for which none is given yet. */
  readonly time?: string;
}

/** A moment by Vietnam's clock: a day and HH:mm, kept with its offset. */
export const InstantInput = ({ id, value, onChange, time: first = '00:00' }: InstantInputProps) => {
  const [day, rest] = value?.split('T') ?? [];
  const time = rest?.slice(0, 5) || first;
  const set = (nextDay: string | undefined, nextTime: string) =>
    onChange?.(nextDay ? `${nextDay}T${nextTime}:00+07:00` : undefined);
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <DayInput {...(id ? { id } : {})} {...(day ? { value: day } : {})} onChange={(next) => set(next, time)} />
      <TimeInput value={time} onChange={(next) => set(day, next)} />
    </div>
  );
};
