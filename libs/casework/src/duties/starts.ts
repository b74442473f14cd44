import type { DutyStart, Law, TermRow } from '#law';

/** A row of the law with one of the facts that it says open a duty. */
export interface Start {
  readonly row: TermRow;
  readonly start: DutyStart;
  /** The types of fact that close it. */
  readonly ends: readonly string[];
}

/** The starts of a register by the type of the fact. */
export type StartsByFact = ReadonlyMap<string, readonly Start[]>;

type Terms = Law['terms'];

const NONE: StartsByFact = new Map();

const indexed = (terms: Terms): ReadonlyMap<string, StartsByFact> => {
  const registers = new Map<string, Map<string, Start[]>>();
  for (const rows of terms.values())
    for (const row of rows)
      for (const start of row.starts === undefined ? [] : [row.starts].flat()) {
        const facts = registers.get(start.register) ?? new Map<string, Start[]>();
        registers.set(start.register, facts);
        facts.set(start.fact, [...(facts.get(start.fact) ?? []), { row, start, ends: start.ends ?? row.ends ?? [] }]);
      }
  return registers;
};

/** By the table of terms, which stays the same object while other parts of the law change. */
const known = new WeakMap<Terms, ReadonlyMap<string, StartsByFact>>();

/** Which facts of a register open a duty under these terms. */
export const startsOf = (terms: Terms, register: string): StartsByFact => {
  let index = known.get(terms);
  if (!index) known.set(terms, (index = indexed(terms)));
  return index.get(register) ?? NONE;
};

/** Whether a row is the one in force for its kind on a day. */
export const isInForce = (terms: Terms, row: TermRow, day: string): boolean =>
  terms
    .get(row.code)
    ?.find(
      ({ kind, validFrom, validTo }) =>
        kind === row.kind && validFrom <= day && (validTo === undefined || day < validTo),
    ) === row;
