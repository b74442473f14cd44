import { changed, dayOf, type Position, type ReferenceAt } from '#engine';
import type { Extension, Law } from '#law';
import type { Mark } from '../file.js';
import { isRegisterName, type RegisterName } from '../registers.js';
import { extended } from '../spells.js';
import { lapsesIn } from './lapse.js';
import { dataOf, isAbout, openedBy, says, textIn, type Duty, type Running } from './opening.js';
import { startsOf, type Start } from './starts.js';

type Terms = Law['terms'];

const closed = ({ duty }: Running, { id, fact, reference }: Mark, outcome: string, closedOn = dayOf(fact)): Duty =>
  changed(duty, {
    closedOn,
    outcome,
    closedUnder: reference,
    evidence: duty.evidence.includes(id) ? duty.evidence : [...duty.evidence, id],
  });

/** Done by a fact, which may tell what the starting one couldn't: the day it ran from, the kind of the term. */
const doneBy = (running: Running, mark: Mark): Duty => {
  const { from, doneIn, kinds = {} } = running.start.start.told ?? {};
  const data = dataOf(mark);
  const trigger = textIn(data, from);
  const kind = Object.keys(kinds).find((field) => data[field] === true);
  const { openedOn } = running.duty;
  const doneOn = (textIn(data, doneIn) ?? mark.fact.data.on).slice(0, 10);
  const done = closed(running, mark, 'done', doneOn < openedOn ? openedOn : doneOn);
  if (trigger === undefined && kind === undefined) return done;
  return {
    ...done,
    clock: {
      ...done.clock,
      ...(trigger === undefined ? {} : { trigger }),
      ...(kind === undefined ? {} : { kind: kinds[kind] ?? kind }),
    },
  };
};

const prolongedBy = (running: Running, mark: Mark): Running => {
  const data = dataOf(mark);
  const { duty, start } = running;
  const [months, days, requestedOn, until] = [
    data['months'],
    data['days'],
    textIn(data, 'requestedOn'),
    textIn(data, start.start.until),
  ];
  const extension: Extension = {
    fact: mark.id,
    decidedOn: dayOf(mark.fact),
    ...(requestedOn === undefined ? {} : { requestedOn }),
    length: typeof months === 'number' ? { months } : { days: typeof days === 'number' ? days : 0 },
  };
  return {
    ...running,
    duty: {
      ...duty,
      clock: extended(duty.clock, extension),
      ...(until === undefined ? {} : { until }),
      evidence: [...duty.evidence, mark.id],
    },
  };
};

/** With the file in another unit: it stays what it is, and whoever is to do it there isn't known yet. */
const handedOver = ({ duty, start, stays }: Running, { unit, fact }: Mark): Running => {
  const { assignee: _, ...rest } = duty;
  const first = stays === 1 ? duty.key : duty.key.slice(0, duty.key.lastIndexOf('~'));
  return {
    start,
    stays: stays + 1,
    duty: { ...rest, key: `${first}~${stays + 1}`, unit, openedOn: dayOf(fact), movedIn: true },
  };
};

/** What stayed behind with another unit isn't in the hands of who has the file now. */
const inHandsOf = (running: Running, { unit, assignee }: Mark): Running => {
  if (running.duty.assignee === assignee || running.duty.unit !== unit) return running;
  const { assignee: _, ...rest } = running.duty;
  return { ...running, duty: { ...rest, ...(assignee === undefined ? {} : { assignee }) } };
};

/** The duties of a file up to one of its facts, had these terms always stood. */
interface Gone {
  readonly over: readonly Duty[];
  readonly open: readonly Running[];
}

const NOTHING: Gone = { over: [], open: [] };

/** What a fact does to the duties that were open: ends them, lets them lapse, hands them over, gives them more time. */
const concern = ({ over, open }: Gone, register: RegisterName, mark: Mark, before: Mark | undefined): Gone => {
  if (open.length === 0) return { over, open };
  const data = dataOf(mark);
  const { type } = mark.fact;
  const came = mark.status !== before?.status;
  const moved = before !== undefined && before.unit !== '' && before.unit !== mark.unit;
  const ended: Duty[] = [];
  const still = open.flatMap((running): readonly Running[] => {
    const { start, duty } = running;
    const concerned = isAbout(data, start, duty.subject);
    if (concerned && start.ends.includes(type) && says(data, start.start.endWhen)) {
      ended.push(doneBy(running, mark));
      return [];
    }
    const moot = concerned && start.start.mootBy?.includes(type) === true;
    if (moot || (came && lapsesIn(register, mark.status, start))) {
      ended.push(closed(running, mark, moot ? 'moot' : 'lapsed'));
      return [];
    }
    const moves = moved && duty.unit === before.unit;
    if (moves) ended.push(closed(running, mark, 'transferred'));
    const here = moves ? handedOver(running, mark) : running;
    const prolongs = concerned && start.start.extendedBy?.includes(type) === true;
    return [inHandsOf(prolongs ? prolongedBy(here, mark) : here, mark)];
  });
  return { over: ended.length === 0 ? over : [...over, ...ended], open: still };
};

/** The duties with those that a fact of the trail opens. */
const opening = ({ over, open }: Gone, starts: readonly Start[], trail: readonly Mark[], at: number, terms: Terms) => {
  const mark = trail[at];
  // What was copied from the books of former days is history: nobody is told to do it now.
  if (mark === undefined || mark.historical) return { over, open };
  const opened: Running[] = [];
  const done: Duty[] = [];
  for (const start of starts) {
    const { once, doneIn } = start.start;
    if (once === true && trail.slice(0, at + 1).some(({ fact }) => start.ends.includes(fact.type))) continue;
    const doneOn = textIn(dataOf(mark), doneIn)?.slice(0, 10);
    for (const running of openedBy(start, trail, at, terms))
      if (doneOn === undefined) opened.push(running);
      else done.push(closed(running, mark, 'done', doneOn));
  }
  return { over: [...over, ...done], open: [...open, ...opened] };
};

/** How far a file was gone through, by the last fact: a fact has one history before it, so the next goes on from there. */
const gone = new WeakMap<Mark, readonly GoneUnder[]>();

interface GoneUnder {
  readonly terms: Terms;
  readonly result: Gone;
}

const remembered = (mark: Mark | undefined, terms: Terms): Gone | undefined =>
  mark && gone.get(mark)?.find((known) => known.terms === terms)?.result;

const remember = (mark: Mark, terms: Terms, result: Gone) => {
  const others = gone.get(mark);
  gone.set(mark, others ? [...others, { terms, result }] : [{ terms, result }]);
};

const dutiesUnder = (register: RegisterName, trail: readonly Mark[], terms: Terms): Gone => {
  const starts = startsOf(terms, register);
  if (starts.size === 0) return NOTHING;
  let from = trail.length;
  let known: Gone | undefined;
  while (from > 0 && !(known = remembered(trail[from - 1], terms))) from--;
  if (known && from === trail.length) return known;
  let result = known ?? NOTHING;
  for (let at = from; at < trail.length; at++) {
    const mark = trail[at];
    if (mark === undefined) break;
    result = concern(result, register, mark, trail[at - 1]);
    const named = starts.get(mark.fact.type);
    if (named) result = opening(result, named, trail, at, terms);
  }
  const end = trail.at(-1);
  if (end) remember(end, terms, result);
  return result;
};

/**
 * What had, or has, to be done in a file in time, as the rows of the law say. An open duty stands under the law of a
 * position; a closed one under that of the fact that closed it, for ever.
 */
export const dutiesOf = (
  register: string,
  trail: readonly Mark[],
  referenceAt: ReferenceAt<{ readonly law: Pick<Law, 'terms'> }>,
  position: Position,
): readonly Duty[] => {
  if (!isRegisterName(register) || trail.length === 0) return [];
  const now = referenceAt(position).law.terms;
  const tables = new Map<Position, Terms>();
  for (const { reference } of trail)
    if (!tables.has(reference)) tables.set(reference, referenceAt(reference).law.terms);
  const duties = new Map<string, Duty>();
  for (const terms of new Set([...tables.values(), now])) {
    const { over, open } = dutiesUnder(register, trail, terms);
    for (const duty of over)
      if (duty.closedUnder !== undefined && tables.get(duty.closedUnder) === terms) duties.set(duty.key, duty);
    if (terms === now)
      for (const { duty } of open) if (duties.get(duty.key)?.closedOn === undefined) duties.set(duty.key, duty);
  }
  return [...duties.values()];
};
