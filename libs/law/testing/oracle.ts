import type { Clock, Law, Length, Severity, TermRow } from '../src/index.js';

/**
 * A second due-date function for terms in days, months and working days, written apart from the product's: it walks the
 * calendar day by day on Date objects, knows the default readings only, and shares no code with it.
 */
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);
const tomorrow = (date: Date): Date => new Date(date.getTime() + 24 * 60 * 60 * 1000);

const isFree = (law: Law, date: Date): boolean => {
  const day = text(date);
  const special = law.calendar.years.get(date.getUTCFullYear())?.days.find((one) => one.day === day);
  if (special && special.status !== 'unverified') return special.kind !== 'swapped-working';
  return date.getUTCDay() % 6 === 0;
};

const rollOn = (law: Law, date: Date): Date => (isFree(law, date) ? rollOn(law, tomorrow(date)) : date);

const monthsOn = (date: Date, months: number): Date => {
  const day = date.getUTCDate();
  let month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
  for (let left = months; left > 0; left -= 1)
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  let result = month;
  for (
    let next = tomorrow(month);
    next.getUTCMonth() === month.getUTCMonth() && next.getUTCDate() <= day;
    next = tomorrow(next)
  )
    result = next;
  return result;
};

const walk = (law: Law, date: Date, length: Length): Date => {
  if (length.months !== undefined) return monthsOn(date, length.months);
  if (length.years !== undefined) return monthsOn(date, length.years * 12);
  let day = date;
  for (let left = length.days ?? length.workingDays ?? 0; left > 0;) {
    day = tomorrow(day);
    if (length.days !== undefined || !isFree(law, day)) left -= 1;
  }
  return day;
};

type Lengths = TermRow['lengths'];
const pick = (lengths: Lengths, severity: Severity | undefined): Length | undefined => {
  const bySeverity = lengths as Partial<Record<Severity, Length>>;
  if (bySeverity.I || bySeverity.N || bySeverity.R || bySeverity.D) return severity && bySeverity[severity];
  return lengths as Length;
};

export const oracleDue = (clock: Clock, law: Law): string => {
  const row = law.terms
    .get(clock.term)
    ?.find(({ kind, validFrom }) => kind === clock.kind && validFrom <= clock.trigger);
  const length = row && pick(row.lengths, clock.severity);
  if (!row || !length) throw new Error('the oracle knows no such term');
  const open = (row.extensions ?? []).filter(({ max }) => pick(max, clock.severity));
  let end = walk(law, at(clock.trigger), length);
  let ceiling: Date | undefined;
  const decided = [...clock.extensions].sort((a, b) => a.decidedOn.localeCompare(b.decidedOn));
  for (const { decidedOn, length: asked } of decided) {
    const rule = open[0];
    const max = rule && pick(rule.max, clock.severity);
    if (!rule || !max || at(decidedOn) > rollOn(law, end)) continue;
    const most: Date = ceiling ?? walk(law, end, max);
    const wanted = walk(law, end, asked);
    end = wanted < most ? wanted : most;
    if (rule.inParts) ceiling = most;
    else open.shift();
  }
  return text(rollOn(law, end));
};
