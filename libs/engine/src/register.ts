import type { Catalogue } from './catalogue.js';
import { dayOf, type Fact, type Metadata, type Position } from './envelope.js';
import type { Recorded } from './history.js';
import { Rejection } from './rejection.js';

/** What a rule looks at: the fact about to be (or long since) recorded, the file just before it, the law at hand. */
export interface Given<State, F extends Fact, Reference> {
  readonly state: State;
  readonly fact: F;
  readonly metadata: Pick<Metadata, 'actor' | 'onBehalfOf' | 'unit' | 'recordedAt'>;
  readonly reference: Reference;
}

/** What a broken rule says, in Vietnamese, with the values at hand; `field` names what to mend. */
export interface Finding {
  readonly detail: string;
  readonly field?: string;
}

/** A named rule with its article. It returns what is wrong, or nothing when it is kept. */
export interface Rule<State, F extends Fact, Reference> {
  readonly code: string;
  readonly text: string;
  readonly basis: string;
  readonly broken: (given: Given<State, F, Reference>) => Finding | undefined;
}

/** A fact that happened although the law says it shouldn't have, or not then. Recorded, named, counted. */
export interface Breach {
  readonly code: string;
  readonly text: string;
  readonly basis: string;
  readonly detail: string;
  /** The event of the fact. */
  readonly fact: string;
  readonly on: string;
  /** The unit whose register the fact stands in. */
  readonly unit: string;
}

/** One kind of file: its facts, how they add up to a state, and its rules. All pure. */
export interface Register<State extends { readonly status: string }, F extends Fact, Reference> {
  /** The category of its streams: `category-id`. */
  readonly name: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly catalogue: Catalogue;
  /** What the statuses are called in Vietnamese, for the words of refusals. */
  readonly statuses?: Readonly<Record<string, string>>;
  readonly initial: State;
  readonly evolve: (state: State, recorded: Recorded<F>) => State;
  /** A broken one refuses the fact: it can't have happened so. */
  readonly impossible: readonly Rule<State, F, Reference>[];
  /** A broken one gives a breach and never refuses. */
  readonly unlawful: readonly Rule<State, F, Reference>[];
}

export interface Judgement<State> {
  readonly state: State;
  readonly breaches: readonly Breach[];
}

/** The law as it stood at a log position. */
export type ReferenceAt<Reference> = (position: Position) => Reference;

const definitionIn = (catalogue: Catalogue, type: string) => {
  const definition = catalogue[type];
  if (!definition) throw new Rejection('unknown-fact', { detail: `Sổ này không có việc “${type}”.`, field: 'type' });
  return definition;
};

/** Facts that change a file's status keep date order among themselves; the others may be told late. */
export const changesStatus = (catalogue: Catalogue, { type }: Fact): boolean =>
  definitionIn(catalogue, type).to !== undefined;

/** Whether a fact can only be the first of a file. */
export const opensFile = <S extends { readonly status: string }>(
  { catalogue, initial }: Pick<Register<S, never, never>, 'catalogue' | 'initial'>,
  { type }: Pick<Fact, 'type'>,
): boolean => definitionIn(catalogue, type).from.every((status) => status === initial.status);

const mayFollow = (
  { catalogue, statuses = {} }: Pick<Register<never, never, never>, 'catalogue' | 'statuses'>,
  fact: Fact,
  { status }: { readonly status: string },
) => {
  const { from, label, basis } = definitionIn(catalogue, fact.type);
  if (from.includes('*') || from.includes(status)) return;
  throw new Rejection('not-in-this-status', {
    detail: `“${label.vi}” không thể xảy ra khi hồ sơ đang ở trạng thái “${statuses[status] ?? status}”.`,
    basis,
    field: 'type',
  });
};

/**
 * Goes on from what is known of a file with one fact more, dated after all that is in it.
 * @throws {Rejection} naming the fact when it can't have happened; historical imports are exempt
 */
export const judgeNext = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  { state, breaches }: Judgement<S>,
  recorded: Recorded<F>,
  referenceAt: ReferenceAt<R>,
): Judgement<S> => {
  const { fact, metadata, id } = recorded;
  if (metadata.historicalImport) return { state: register.evolve(state, recorded), breaches };
  const given = { state, fact, metadata, reference: referenceAt(metadata.reference) };
  try {
    refuseImpossible(register, given);
  } catch (error) {
    if (error instanceof Rejection) throw new Rejection(error.code, { ...error.more, fact: id });
    throw error;
  }
  const made = breachesOf(register, given, id);
  return { state: register.evolve(state, recorded), breaches: made.length === 0 ? breaches : [...breaches, ...made] };
};

/**
 * Replays a history through the rules.
 * @param history effective facts in the order of their days
 * @param from the first fact to judge; those before it were judged when they were recorded, and are only folded
 * @returns the state, and every breach from there on with the event that made it
 * @throws {Rejection} naming the first fact that can't have happened; historical imports are exempt
 */
export const judge = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  history: readonly Recorded<F>[],
  referenceAt: ReferenceAt<R>,
  from = 0,
): Judgement<S> => {
  let judgement: Judgement<S> = { state: stateOf(register, history.slice(0, from)), breaches: [] };
  for (const recorded of history.slice(from)) judgement = judgeNext(register, judgement, recorded, referenceAt);
  return judgement;
};

/** @throws {Rejection} when the fact can't follow the state */
export const refuseImpossible = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  given: Given<S, F, R>,
): void => {
  mayFollow(register, given.fact, given.state);
  for (const { code, basis, broken } of register.impossible) {
    const finding = broken(given);
    if (finding) throw new Rejection(code, { ...finding, basis });
  }
};

const breachesOf = <S extends { readonly status: string }, F extends Fact, R>(
  { unlawful }: Register<S, F, R>,
  given: Given<S, F, R>,
  fact: string,
): readonly Breach[] => {
  const breaches: Breach[] = [];
  for (const { code, text, basis, broken } of unlawful) {
    const finding = broken(given);
    if (finding)
      breaches.push({
        code,
        text,
        basis,
        detail: finding.detail,
        fact,
        on: dayOf(given.fact),
        unit: given.metadata.unit,
      });
  }
  return breaches;
};

/** The state alone, by folding: for what was already judged. */
export const stateOf = <S extends { readonly status: string }, F extends Fact, R>(
  { initial, evolve }: Register<S, F, R>,
  history: readonly Recorded<F>[],
): S => history.reduce(evolve, initial);
