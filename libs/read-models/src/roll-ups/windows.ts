import { calendars, listPeriods, periodOf, windowOf, yearBefore, yearOn, type Window } from '#indicators';

/** Spans of a running year that are looked at all year long. */
const WHOLE = new Set(['year', '9m', '6m']);

const spanOf = (code: string) => code.slice(code.lastIndexOf(':') + 1);

/** What names a window: its days. */
export const windowKey = ({ from, to, day }: Window): string => `${from} ${to} ${day ?? ''}`;

/**
 * The windows that tables are asked for on a day: of each running year the year, its first nine and six months, the
 * quarter and the month that run and those just ended, and the year before; each with the same period a year earlier,
 * seen at the same distance.
 */
export const windowsOn = (today: string): readonly Window[] => {
  const recent = new Date(Date.parse(today) - 31 * 86_400_000).toISOString().slice(0, 10);
  const running = listPeriods(recent, today).filter(
    ({ code, from, to }) => from <= today && (to >= recent || WHOLE.has(spanOf(code))),
  );
  const ended = calendars.map((calendar) => periodOf(`${calendar}:${yearOn(calendar, today) - 1}:year`));
  const windows = [...running, ...ended].flatMap((period) => {
    const day = period.to > today ? today : undefined;
    const earlier = yearBefore(period, day);
    return [windowOf(period, day), windowOf(earlier.period, earlier.day)];
  });
  return [...new Map(windows.map((window) => [windowKey(window), window])).values()];
};
