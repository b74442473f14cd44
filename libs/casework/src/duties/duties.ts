import { dayOf, type Position, type ReferenceAt } from '#engine';
import type { Extension, Law } from '#law';
import type { Mark } from '../file.js';
import { isRegisterName, type RegisterName } from '../registers.js';
import { extended } from '../spells.js';
import { lapsesIn } from './lapse.js';
import { dataOf, isAbout, openedBy, says, textIn, type Duty, type Running } from './opening.js';
import { startsOf } from './starts.js';

type Terms = Law['terms'];

const closed = ({ duty }: Running, { id, fact, reference }: Mark, outcome: string, closedOn = dayOf(fact)): Duty => ({
  ...duty,
  closedOn,
  outcome,
  closedUnder: reference,
  evidence: duty.evidence.includes(id) ? duty.evidence : [...duty.evidence, id],
});

/** Done by a fact, which may tell what the starting one couldn't: the day it ran from, the kind of the term. */
const doneBy = (running: Running, mark: Mark): Duty => {
  const { from, kinds = {} } = running.start.start.told ?? {};
  const data = dataOf(mark);
  const trigger = textIn(data, from);
  const kind = Object.keys(kinds).find((field) => data[field] === true);
  const { clock } = running.duty;
  return {
    ...closed(running, mark, 'done'),
    clock: {
      ...clock,
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

/** Every duty of a file, had these terms always stood: those closed, then those open. */
const dutiesUnder = (register: RegisterName, trail: readonly Mark[], terms: Terms): readonly Duty[] => {
  const starts = startsOf(terms, register);
  if (starts.size === 0) return [];
  const over: Duty[] = [];
  let open: Running[] = [];
  const seen = new Set<string>();
  for (const [i, mark] of trail.entries()) {
    const before = trail[i - 1];
    const { fact } = mark;
    const data = dataOf(mark);
    seen.add(fact.type);
    const came = mark.status !== before?.status;
    const moved = before !== undefined && before.unit !== '' && before.unit !== mark.unit;
    const still: Running[] = [];
    for (const running of open) {
      const { start, duty } = running;
      const concerned = isAbout(data, start, duty.subject);
      if (concerned && start.ends.includes(fact.type) && says(data, start.start.endWhen))
        over.push(doneBy(running, mark));
      else if (came && lapsesIn(register, mark.status, start)) over.push(closed(running, mark, 'lapsed'));
      else {
        const moves = moved && duty.unit === before.unit;
        if (moves) over.push(closed(running, mark, 'transferred'));
        const here = moves ? handedOver(running, mark) : running;
        const prolongs = concerned && start.start.extendedBy?.includes(fact.type) === true;
        still.push(inHandsOf(prolongs ? prolongedBy(here, mark) : here, mark));
      }
    }
    open = still;
    // What was copied from the books of former days is history: nobody is told to do it now.
    if (mark.historical) continue;
    for (const start of starts.get(fact.type) ?? []) {
      if (start.start.once === true && start.ends.some((type) => seen.has(type))) continue;
      const doneOn = textIn(data, start.start.doneIn)?.slice(0, 10);
      for (const running of openedBy(start, mark, before, terms))
        if (doneOn === undefined) open.push(running);
        else over.push(closed(running, mark, 'done', doneOn));
    }
  }
  return [...over, ...open.map(({ duty }) => duty)];
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
  for (const terms of new Set([...tables.values(), now]))
    for (const duty of dutiesUnder(register, trail, terms)) {
      const stands = duty.closedUnder === undefined ? terms === now : tables.get(duty.closedUnder) === terms;
      if (stands && !(duties.get(duty.key)?.closedOn !== undefined && duty.closedOn === undefined))
        duties.set(duty.key, duty);
    }
  return [...duties.values()];
};
