import { canonicalJson, schemaOf, type StoredEvent } from '#engine';
import { emptyLaw, evolveLaw, lawCatalogue, type Law, type LawFact } from '#law';

/** Who appends what comes with a release; everybody else is a person of the office. */
export const RELEASE = 'release';

/** Whose word each row of the law is. */
export interface Precedence {
  /** What the office itself said last of a row. */
  readonly own: ReadonlyMap<string, LawFact>;
  /** What a release has said otherwise since: it is not followed, and waits to be asked about. */
  readonly setAside: ReadonlyMap<string, LawFact>;
}

export const noPrecedence: Precedence = { own: new Map(), setAside: new Map() };

/** The row that a fact is about: a later fact about the same row takes its place. */
const rowOf = (fact: LawFact): string => {
  switch (fact.type) {
    case 'TermEnacted': {
      const { code, kind = '', validFrom } = fact.data.term;
      return `term/${code}/${kind}/${validFrom}`;
    }
    case 'CalendarPublished':
    case 'CalendarDayCorrected':
      return `calendar/${fact.data.year}`;
    case 'OffenceDefined':
      return `offence/${fact.data.article}/${fact.data.validFrom}`;
    case 'CountingSettled':
      return `setting/${fact.data.point}/${fact.data.validFrom}`;
  }
};

/** What it says, whenever it was said. */
const content = ({ type, data }: LawFact) => canonicalJson({ type, data: { ...data, on: undefined } });

/** The law, and whose word it is, after one more fact: a release doesn't take away what the office itself enacted. */
export const evolveLawOf = (
  { law, precedence }: { readonly law: Law; readonly precedence: Precedence },
  fact: LawFact,
  actor: string,
): { readonly law: Law; readonly precedence: Precedence } => {
  const row = rowOf(fact);
  const { own, setAside } = precedence;
  if (actor !== RELEASE) {
    const left = new Map(setAside);
    left.delete(row);
    return { law: evolveLaw(law, fact), precedence: { own: new Map(own).set(row, fact), setAside: left } };
  }
  const ours = own.get(row);
  if (ours === undefined) return { law: evolveLaw(law, fact), precedence };
  const waiting = new Map(setAside);
  if (content(ours) === content(fact)) waiting.delete(row);
  else waiting.set(row, fact);
  return { law, precedence: { own, setAside: waiting } };
};

const lawFact = schemaOf(lawCatalogue);

/** The law as some events of it say. */
export const lawOf = (events: readonly StoredEvent[]): Law =>
  events.reduce(
    (so, { type, data, metadata: { actor } }) => evolveLawOf(so, lawFact.parse({ type, data }) as LawFact, actor),
    { law: emptyLaw, precedence: noPrecedence },
  ).law;
