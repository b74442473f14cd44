import type { Clock, Extension, Law, Length, Severity, TermRow } from '../src/index.js';
import { at, monthsOn, rollOn, text, tomorrow, walk, yesterday } from './naive-calendar.js';

/**
 * A second due-date function, written apart from the product's and by another method: it lives through the term day by day
 * (hour by hour where hours count), with each decision taken on its day; a decision after the end is late because the walk
 * is over by then. It knows the default readings only.
 */
type Lengths = TermRow['lengths'];

const pick = (lengths: Lengths, severity: Severity | undefined): Length | undefined => {
  const bySeverity = lengths as Partial<Record<Severity, Length>>;
  if (bySeverity.I || bySeverity.N || bySeverity.R || bySeverity.D) return severity && bySeverity[severity];
  return lengths as Length;
};

const rowOf = (clock: Clock, law: Law): TermRow => {
  const day = clock.trigger.slice(0, 10);
  const stands = (kind: string | undefined) =>
    (law.terms.get(clock.term) ?? [])
      .filter((row) => row.kind === kind && row.validFrom <= day && (row.validTo === undefined || day < row.validTo))
      .sort((one, two) => two.validFrom.localeCompare(one.validFrom))[0];
  const row = stands(clock.kind) ?? stands(undefined);
  if (!row) throw new Error('the oracle knows no such term');
  return row;
};

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the oracle knows no such term');
  return value;
};

/** Thirty days a month, one day after the other. */
const thirties = (date: Date, { months = 0, days = 0 }: Length, first: boolean): Date => {
  let day = date;
  for (let left = months * 30 + days - (first ? 1 : 0); left > 0; left -= 1) day = tomorrow(day);
  return day;
};

interface Regime {
  readonly start: Date;
  readonly add: (date: Date, length: Length, first: boolean) => Date;
  readonly last: (end: Date) => Date;
}

const regimeOf = ({ counting, rolls }: TermRow, clock: Clock, law: Law): Regime => {
  const start = at(clock.trigger.slice(0, 10));
  if (counting === 'detention') return { start, add: thirties, last: (end) => end };
  if (counting === 'custody' || counting === 'hours')
    return {
      start,
      add: (date, { hours = 0, days = 0, months = 0 }) =>
        thirties(date, { months, days: days + Math.ceil(hours / 24) }, false),
      last: (end) => end,
    };
  return {
    start,
    add: (date, length) => walk(law, date, length),
    last: (end) => (rolls === false ? end : rollOn(law, end)),
  };
};

/** What has been granted so far, under the rules of a class. */
const granting = (row: TermRow, severity: Severity | undefined, { add, start }: Regime) => {
  const rules = (row.extensions ?? []).filter(({ max }) => pick(max, severity));
  let end = add(start, must(pick(row.lengths, severity)), true);
  let ceiling: Date | undefined;
  return {
    end: () => end,
    push: () => (end = tomorrow(end)),
    grant: ({ length }: Extension) => {
      const [rule] = rules;
      const max = rule && pick(rule.max, severity);
      if (!rule || !max) return;
      const most: Date = ceiling ?? add(end, max, false);
      const wanted = add(end, length, false);
      end = wanted < most ? wanted : most;
      if (rule.inParts) ceiling = most;
      else {
        rules.shift();
        ceiling = undefined;
      }
    },
  };
};

const MOST_DAYS = 40_000;

const livedThrough = (clock: Clock, law: Law): string => {
  const row = rowOf(clock, law);
  const regime = regimeOf(row, clock, law);
  const counted = row.suspension?.count === 'everyDay';
  let term = granting(row, clock.severity, regime);
  let floor = '';
  const granted: Extension[] = [];
  const suspensions = [...clock.suspensions].sort((one, two) => one.from.localeCompare(two.from));
  let pushed = 0;
  let day = regime.start;
  for (let lived = 0; lived < MOST_DAYS; lived += 1, day = tomorrow(day)) {
    const today = text(day);
    if (suspensions.some(({ from, to }) => from === today && to === undefined)) return '9999-12-31';
    for (const { on, severity } of clock.reclassifications ?? [])
      if (on === today) {
        term = granting(row, severity, regime);
        for (const extension of granted) term.grant(extension);
        for (let left = pushed; left > 0; left -= 1) term.push();
        floor = today;
      }
    for (const extension of clock.extensions)
      if (extension.decidedOn.slice(0, 10) === today) {
        granted.push(extension);
        term.grant(extension);
      }
    const [stop] = suspensions;
    if (stop && stop.from <= today && (counted ? today <= (stop.to ?? '') : today < (stop.to ?? ''))) {
      term.push();
      pushed += 1;
    }
    if (stop?.to !== undefined && stop.to <= today) suspensions.shift();
    const last = text(regime.last(term.end()));
    if (!(stop && stop.from <= today && today < (stop.to ?? '')) && today >= (last > floor ? last : floor))
      return last > floor ? last : floor;
  }
  throw new Error('the oracle has walked too far');
};

const HOUR = 60 * 60 * 1000;
const inVietnam = (moment: Date): string => `${new Date(moment.getTime() + 7 * HOUR).toISOString().slice(0, 19)}+07:00`;

/** Hour after hour, each day of an extension twenty-four of them. */
const byTheHour = (clock: Clock, law: Law): string => {
  const row = rowOf(clock, law);
  const rules = [...(row.extensions ?? [])];
  let moment = new Date(clock.trigger);
  const pass = ({ hours = 0, days = 0 }: Length) => {
    for (let left = hours + 24 * days; left > 0; left -= 1) moment = new Date(moment.getTime() + HOUR);
  };
  pass(must(pick(row.lengths, clock.severity)));
  for (const { decidedOn, length } of [...clock.extensions].sort((a, b) => a.decidedOn.localeCompare(b.decidedOn))) {
    const late = decidedOn.length > 10 ? new Date(decidedOn) > moment : decidedOn > inVietnam(moment).slice(0, 10);
    const max = late ? undefined : rules.shift();
    if (max)
      pass(
        (length.days ?? 0) < (pick(max.max, clock.severity)?.days ?? 0) ? length : must(pick(max.max, clock.severity)),
      );
  }
  return inVietnam(moment);
};

/** Backwards from the day to be warned of. */
const backwards = ({ trigger, severity }: Clock, row: TermRow): string => {
  const { months = 0, days = 0 } = must(pick(row.lengths, severity));
  let day = monthsOn(at(trigger.slice(0, 10)), -months);
  for (let left = days; left > 0; left -= 1) day = yesterday(day);
  return text(day);
};

/** The shorter term lived through; the longer one instead where that was decided before it ended. */
const prolonged = (clock: Clock, law: Law): Clock => {
  const { prolongation, ...shorter } = clock;
  if (!prolongation) return clock;
  const before = shorter.extensions.filter(({ decidedOn }) => decidedOn < prolongation.decidedOn);
  if (oracleDue({ ...shorter, extensions: before }, law) < prolongation.decidedOn) return shorter;
  const { term = shorter.term, kind = shorter.kind } = prolongation;
  return { ...shorter, term, ...(kind === undefined ? {} : { kind }) };
};

export const oracleDue = (asked: Clock, law: Law): string => {
  const clock = prolonged(asked, law);
  const row = rowOf(clock, law);
  if (row.counting === 'before') return backwards(clock, row);
  const byHours = row.counting === 'hours' || row.counting === 'custody';
  return byHours && clock.trigger.length > 10 ? byTheHour(clock, law) : livedThrough(clock, law);
};
