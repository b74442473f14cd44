const pad = (n: number) => String(n).padStart(2, '0');

/** 2026-03-15 → 15/03/2026; an instant with offset shows its time as well; what is no day stays as it is. */
export const showDay = (day: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}/.test(day)) return day;
  const shown = day.slice(0, 10).split('-').reverse().join('/');
  return day.length > 10 && day.includes('+') ? `${day.slice(11, 16)} ${shown}` : shown;
};

/** An instant in UTC as a person in Vietnam reads it: HH:mm dd/MM/yyyy. */
export const showInstant = (instant: string): string => {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ${showDay(local.slice(0, 10))}`;
};

/** Today in Vietnam, YYYY-MM-DD. */
export const todayAt = (now: number): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);

const daysFrom = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const real = (year: number, month: number, day: number) => {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text ? text : undefined;
};

/**
 * A day as people type it in a hurry: 150326, 15032026, 15/3, 15/3/26, 15-3-2026, hn (hôm nay), +3, -2.
 * @returns YYYY-MM-DD, or nothing when it isn't a day
 */
export const parseDay = (typed: string, today: string): string | undefined => {
  const text = typed.trim().toLowerCase();
  if (text === 'hn') return today;
  if (/^[+-]\d{1,4}$/.test(text)) return daysFrom(today, Number(text));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return real(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
  const parts = /^\d{6}$|^\d{8}$/.test(text)
    ? [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
    : text.split(/[/.\- ]/);
  const [day, month, year = today.slice(0, 4)] = parts;
  if (parts.length > 3 || !day || !month || !/^\d+$/.test(day + month + year)) return undefined;
  return real(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
};

/** What is left of a term, in words that need no colour. */
export const daysLeftText = (daysLeft: number): string =>
  daysLeft < 0 ? `Quá hạn ${-daysLeft} ngày` : daysLeft === 0 ? 'Hôm nay' : `Còn ${daysLeft} ngày`;

/** A time as people type it: 8, 830, 8:30, 08h30. @returns HH:mm, or nothing when it isn't a time */
export const parseTime = (typed: string): string | undefined => {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:[:h.]?(\d{2})?)$/.exec(text);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  return parts && hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : undefined;
};
