import { dayOf, type Fact, type StoredEvent } from './envelope.js';
import type { Catalogue } from './catalogue.js';
import { effectiveHistory, placed, type Recorded } from './history.js';
import { Rejection } from './rejection.js';
import { changesStatus, judge, type Breach, type ReferenceAt, type Register } from './register.js';
import { provisionalFacts, type CommandContext } from './command.js';

export interface Decision<State> {
  /** The file as it is once the facts are in. */
  readonly state: State;
  /** What to append to the file's stream; empty means already so. */
  readonly facts: readonly Fact[];
  /** The breaches that these facts make. */
  readonly made: readonly Breach[];
}

/**
 * Facts that change the status keep date order among themselves: one dated before the last can't have led on from it.
 * @throws {Rejection} `out-of-order`
 */
const keepsDateOrder = (catalogue: Catalogue, history: readonly Recorded[], fact: Fact) => {
  if (!changesStatus(catalogue, fact)) return;
  const last = history.findLast(({ fact: earlier }) => changesStatus(catalogue, earlier));
  if (last && dayOf(fact) < dayOf(last.fact)) {
    const label = catalogue[last.fact.type]?.label.vi ?? last.fact.type;
    throw new Rejection('out-of-order', {
      detail: `Ngày ${viDay(dayOf(fact))} trước ngày ${viDay(dayOf(last.fact))} của “${label}”. Nếu việc trước bị ghi thiếu, hãy đề nghị đính chính để bổ sung.`,
      field: 'data.on',
    });
  }
};

/** dd/MM/yyyy. */
export const viDay = (day: string) => day.split('-').reverse().join('/');

/**
 * A fact can be told late, never ahead: nothing is recorded before it happened.
 * `recordedAt` is read in Vietnam's time (UTC+7, no summer time).
 */
export const hasHappened = (fact: Pick<Fact, 'data'>, recordedAt: string, field = 'data.on'): void => {
  // Vietnam's day is never behind that of UTC.
  if (dayOf(fact) <= recordedAt.slice(0, 10)) return;
  const today = new Date(Date.parse(recordedAt) + 7 * 3_600_000).toISOString().slice(0, 10);
  if (dayOf(fact) > today)
    throw new Rejection('in-the-future', {
      detail: `Ngày ${viDay(dayOf(fact))} chưa đến (hôm nay ${viDay(today)}).`,
      field,
    });
};

/**
 * Whether facts can be recorded after a history, one after the other, and what breaches they make.
 * A fact that changes no status is put on its own day and judged against the state of that day; what comes after it is
 * judged again, in case it would become impossible.
 * @throws {Rejection} when one can't have happened
 */
export const recordFacts = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  raw: readonly StoredEvent[],
  facts: readonly F[],
  context: CommandContext,
  referenceAt: ReferenceAt<R>,
): Decision<S> => {
  let history = effectiveHistory<F>(raw);
  let first = history.length;
  const ids = new Set<string>();
  for (const recorded of provisionalFacts(facts, raw, context)) {
    if (!context.historicalImport) {
      hasHappened(recorded.fact, context.recordedAt);
      keepsDateOrder(register.catalogue, history, recorded.fact);
    }
    const next = placed(history, recorded);
    history = next.history;
    first = Math.min(first, next.at);
    ids.add(recorded.id);
  }
  const { state, breaches } = judge(register, history, referenceAt, first);
  return { state, facts, made: breaches.filter(({ fact }) => ids.has(fact)) };
};
