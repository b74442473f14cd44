import { showDay } from '../format/day.js';
import type { CalendarDay } from './types.js';
import { DAY_KINDS } from './wording.js';

const WEEK = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

const weeksOf = (days: readonly CalendarDay[]): readonly (readonly (CalendarDay | undefined)[])[] => {
  const [first] = days;
  const before = ((first?.weekday ?? 1) + 6) % 7;
  const cells: (CalendarDay | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => cells[week * 7 + at]),
  );
};

const colours = ({ working, kind, status }: CalendarDay) => {
  if (status === 'unverified') return { background: '#fff3c4', color: '#5c4400' };
  if (kind === 'swapped-working') return { background: '#e2ecfb', color: '#173f7a' };
  if (kind !== undefined) return { background: '#fde4e4', color: '#8a0f0f' };
  return working ? { background: '#fff', color: '#222' } : { background: '#eee', color: '#444' };
};

const told = ({ day, working, kind, name }: CalendarDay) =>
  [showDay(day), working ? 'làm việc' : 'nghỉ', kind && DAY_KINDS[kind], name].filter(Boolean).join(', ');

interface MonthProps {
  readonly month: number;
  readonly days: readonly CalendarDay[];
}

/** One month; what a day is stands in its own words beside the colour. */
export const Month = ({ month, days }: MonthProps) => (
  <table style={{ borderCollapse: 'collapse', fontSize: 12.5 }}>
    <caption style={{ captionSide: 'top', textAlign: 'left', fontWeight: 600, padding: '2px 0', color: '#222' }}>
      Tháng {month}
    </caption>
    <thead>
      <tr>
        {WEEK.map((name) => (
          <th key={name} scope="col" style={{ width: 30, fontWeight: 500, color: '#4b4b4b', textAlign: 'center' }}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(days).map((week, i) => (
        <tr key={i}>
          {week.map((one, at) => (
            <td
              key={at}
              {...(one ? { title: told(one) } : {})}
              style={{ textAlign: 'center', padding: '2px 4px', ...(one ? colours(one) : {}) }}
            >
              {one && (
                <span style={one.kind === undefined ? {} : { fontWeight: 700, textDecoration: 'underline' }}>
                  {Number(one.day.slice(8))}
                </span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
