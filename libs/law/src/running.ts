import type { Clock, Extension, Length, Severity, Suspension } from './clock.js';
import { wayOf, type Way } from './counting.js';
import { dayNumber, daysBetween, isInTime, monthsLater } from './dates.js';
import { lastDayToAsk } from './last-day-to-ask.js';
import type { Law } from './law.js';
import type { Readings } from './settings.js';
import { extensionsFor, lengthFor, termInForce, UnknownTerm } from './term-in-force.js';
import type { ExtensionRule, TermRow } from './term.js';

/** An extension as the law judges it. Moments are those of the clock's way of counting. */
export interface Judged {
  readonly extension: Extension;
  /** The rule it is granted under; absent when the law leaves no extension. */
  readonly rule?: ExtensionRule;
  /** The lawful part. */
  readonly accepted: Length;
  readonly late: boolean;
  /** Days beyond the lawful maximum. */
  readonly overCeilingBy: number;
  readonly requestedTooLate: boolean;
  readonly before: number;
  readonly after: number;
}

interface Shift {
  readonly suspension: Suspension;
  readonly days: number;
}

/** Where a clock stands after some of its happenings. */
interface Standing {
  readonly severity: Severity | undefined;
  /** The end before it is moved over days off. */
  readonly nominal: number;
  /** The length that ran last. */
  readonly last: Length;
  /** Where months are counted from, and how many, when they are counted from the start (open point A4). */
  readonly anchor: number;
  readonly months: number;
  /** How many extensions have been taken up, and the end that the one being used in parts may not pass. */
  readonly taken: number;
  readonly ceiling: number | undefined;
  /** The day before which it can't end: the class was lowered when its new term had passed. */
  readonly floor: number;
  readonly judged: readonly Judged[];
  readonly shifts: readonly Shift[];
  readonly suspendedSince: string | undefined;
}

/** A clock that has been run up to some day. */
export interface Run extends Standing {
  readonly row: TermRow;
  readonly way: Way;
  readonly readings: Readings;
  readonly first: Length;
  /** The end of the first length, before extensions and suspensions. */
  readonly firstEnd: number;
  readonly due: number;
}

interface Bench {
  readonly law: Law;
  readonly row: TermRow;
  readonly way: Way;
  readonly readings: Readings;
  readonly clock: Clock;
}

const NONE: Length = { days: 0 };

const dueOf = ({ way }: Bench, { nominal, last, floor }: Standing): number => Math.max(way.roll(nominal, last), floor);

/** The months of a length that is nothing but months. */
const monthsOf = ({ months, years, days }: Length): number =>
  days === undefined ? (months ?? 0) + 12 * (years ?? 0) : 0;

const begin = ({ row, way, clock }: Bench, severity: Severity | undefined): Standing => {
  const first = lengthFor(row.lengths, severity);
  if (!first) throw new UnknownTerm({ ...clock, ...(severity ? { severity } : {}) });
  return {
    severity,
    nominal: way.add(way.start, first, true),
    last: first,
    anchor: way.start,
    months: monthsOf(first),
    taken: 0,
    ceiling: undefined,
    floor: -Infinity,
    judged: [],
    shifts: [],
    suspendedSince: undefined,
  };
};

/** The end of a further length, which runs from the end so far (open points A3 and A4). */
const further = ({ way, readings, row }: Bench, standing: Standing, length: Length): number => {
  const months = monthsOf(length);
  const fromStart = readings.get('A4') === 2 && months > 0 && standing.months > 0 && row.counting === 'ordinary';
  if (readings.get('A3') === 2) {
    const rolled = way.roll(standing.nominal, standing.last);
    if (rolled !== standing.nominal || !fromStart) return way.add(rolled, length, false);
  }
  return fromStart ? monthsLater(standing.anchor, standing.months + months) : way.add(standing.nominal, length, false);
};

const requestedTooLate = (
  bench: Bench,
  standing: Standing,
  { requestedOn }: Extension,
  rule: ExtensionRule,
): boolean => {
  if (requestedOn === undefined || rule.requestDaysBefore === undefined) return false;
  return requestedOn > lastDayToAsk(bench, standing.nominal, rule.requestDaysBefore);
};

const extend = (bench: Bench, standing: Standing, extension: Extension, lateBefore?: boolean): Standing => {
  const { way } = bench;
  const before = standing.nominal;
  const available = extensionsFor(bench.row, standing.severity)[standing.taken];
  const late =
    lateBefore ??
    (standing.suspendedSince === undefined && !isInTime(extension.decidedOn, way.text(dueOf(bench, standing))));
  const asked = further(bench, standing, extension.length);
  if (!available || late) {
    const overCeilingBy = available ? 0 : Math.ceil((asked - before) / way.shift(0, 1));
    const verdict = { extension, accepted: NONE, late, overCeilingBy, requestedTooLate: false, before, after: before };
    const judged = [...standing.judged, available ? { ...verdict, rule: available.rule } : verdict];
    return { ...standing, judged };
  }
  const { rule, max } = available;
  const ceiling = standing.ceiling ?? further(bench, standing, max);
  const after = Math.min(asked, ceiling);
  const over = Math.ceil((asked - after) / way.shift(0, 1));
  const wholeMax = over > 0 && standing.ceiling === undefined;
  const accepted = over === 0 ? extension.length : wholeMax ? max : { days: (after - before) / way.shift(0, 1) };
  const restart = monthsOf(accepted) === 0 || standing.months === 0;
  return {
    ...standing,
    nominal: after,
    last: accepted,
    anchor: restart ? after : standing.anchor,
    months: restart ? 0 : standing.months + monthsOf(accepted),
    taken: rule.inParts ? standing.taken : standing.taken + 1,
    ceiling: rule.inParts ? ceiling : undefined,
    judged: [
      ...standing.judged,
      {
        extension,
        rule,
        accepted,
        late,
        overCeilingBy: over,
        requestedTooLate: requestedTooLate(bench, standing, extension, rule),
        before,
        after,
      },
    ],
  };
};

const stand = (bench: Bench, standing: Standing, suspension: Suspension, until: string): Standing => {
  const { way, row, readings } = bench;
  if (!isInTime(suspension.from, way.text(dueOf(bench, standing)))) return standing;
  const { from, to } = suspension;
  if (to === undefined || to > until) return { ...standing, suspendedSince: from };
  const everyDay =
    row.suspension !== undefined && (row.suspension.count === 'everyDay') !== (readings.get('A17') === 2);
  const days = daysBetween(from, to) + (everyDay ? 1 : 0);
  return shifted(bench, standing, { suspension, days });
};

const shifted = ({ way }: Bench, standing: Standing, shift: Shift): Standing => {
  const nominal = way.shift(standing.nominal, shift.days);
  return { ...standing, nominal, anchor: nominal, months: 0, shifts: [...standing.shifts, shift] };
};

/** A changed class: its first length from the start again with what has been granted, or the running term to its end (A12). */
const reclassify = (bench: Bench, standing: Standing, severity: Severity, on: string): Standing => {
  if (bench.readings.get('A12') === 2) return { ...standing, severity };
  const running = standing.suspendedSince !== undefined || isInTime(on, bench.way.text(dueOf(bench, standing)));
  let again = begin(bench, severity);
  for (const { extension, late } of standing.judged) again = extend(bench, again, extension, late);
  for (const shift of standing.shifts) again = shifted(bench, again, shift);
  const floor = running && bench.way.unit === 'day' ? dayNumber(on) : standing.floor;
  const { suspendedSince } = standing;
  return { ...again, floor, suspendedSince };
};

type Happening = { readonly on: string; readonly apply: (standing: Standing) => Standing };

const happenings = (bench: Bench, until: string): readonly Happening[] => {
  const { extensions, suspensions, reclassifications = [] } = bench.clock;
  if (extensions.length + suspensions.length + reclassifications.length === 0) return [];
  const all: Happening[] = [
    ...suspensions.map((suspension) => ({
      on: suspension.from,
      apply: (s: Standing) => stand(bench, s, suspension, until),
    })),
    ...reclassifications.map(({ on, severity }) => ({
      on,
      apply: (s: Standing) => reclassify(bench, s, severity, on),
    })),
    ...extensions.map((extension) => ({
      on: extension.decidedOn,
      apply: (s: Standing) => extend(bench, s, extension),
    })),
  ];
  return all.filter(({ on }) => on <= until).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/**
 * Runs a clock through what had been decided by the end of a day.
 * @throws UnknownTerm when no row gives it a length
 */
export const run = (clock: Clock, law: Law, readings: Readings, until: string): Run => {
  const row = termInForce(law, clock, readings);
  const bench = { law, clock, readings, row, way: wayOf(law, row, clock, readings) };
  const start = begin(bench, clock.severity);
  let standing = start;
  for (const { apply } of happenings(bench, until)) standing = apply(standing);
  const { severity, nominal, last, anchor, months, taken, ceiling, floor, judged, shifts, suspendedSince } = standing;
  // Written out: clocks are run by the million, and a spread costs more than all the counting.
  return {
    severity,
    nominal,
    last,
    anchor,
    months,
    taken,
    ceiling,
    floor,
    judged,
    shifts,
    suspendedSince,
    row,
    way: bench.way,
    readings,
    first: start.last,
    firstEnd: start.nominal,
    due: dueOf(bench, standing),
  };
};
