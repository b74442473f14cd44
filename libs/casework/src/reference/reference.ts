import { schemaOf, type Position, type StoredEvent } from '#engine';
import { emptyLaw, lawCatalogue, type Law } from '#law';
import { evolvePerson, peopleFacts, type People, type Person } from './people.js';
import { evolveLawOf, noPrecedence, type Precedence } from './precedence.js';
import { evolveUnit, unitFacts, type Unit, type UnitTree } from './units.js';

/** Law, units and people as data: what every rule is judged with. */
export interface Reference {
  readonly law: Law;
  readonly units: UnitTree;
  readonly people: People;
  /** Whose word each row of the law is; absent where nobody but a release has spoken. */
  readonly precedence?: Precedence;
}

/** The prefixes of the streams that reference data live in. */
export const REFERENCE_STREAMS = ['term-', 'calendar-', 'offence-', 'setting-', 'unit-', 'person-'] as const;

export const referenceCatalogue = { ...lawCatalogue, ...unitFacts, ...peopleFacts } as const;

export const emptyReference: Reference = { law: emptyLaw, units: new Map(), people: new Map() };

const referenceFact = schemaOf(referenceCatalogue);

const evolved = (base: Reference, events: readonly StoredEvent[]): Reference => {
  let { law, precedence = noPrecedence } = base;
  const units = new Map<string, Unit>(base.units);
  const people = new Map<string, Person>(base.people);
  for (const { type, data, metadata } of events) {
    const fact = referenceFact.parse({ type, data });
    switch (fact.type) {
      case 'UnitEstablished':
      case 'UnitDissolved':
        units.set(fact.data.code, evolveUnit(units.get(fact.data.code), fact));
        break;
      case 'PersonAppointed':
      case 'PersonLeft':
        people.set(fact.data.personId, evolvePerson(people.get(fact.data.personId), fact));
        break;
      case 'TermEnacted':
      case 'CalendarPublished':
      case 'CalendarDayCorrected':
      case 'OffenceDefined':
      case 'CountingSettled':
        ({ law, precedence } = evolveLawOf({ law, precedence }, fact, metadata.actor));
    }
  }
  return { law, units, people, precedence };
};

/** Whether an event belongs to the reference data. */
export const isReferenceEvent = ({ stream }: Pick<StoredEvent, 'stream'>): boolean =>
  REFERENCE_STREAMS.some((prefix) => stream.startsWith(prefix));

/** The reference data as they stood at any position of the log. */
export interface ReferenceTimeline {
  /**
   * Takes in the next event of the log; others than reference events, and those already known, change nothing.
   * @throws when a reference event can't be applied: whoever follows must stop
   */
  readonly apply: (event: StoredEvent) => void;
  /** Everything up to and including a position. Cheap to ask again and again for the same few positions. */
  readonly at: (position: Position) => Reference;
  /** The events of one stream, in order, up to the last one taken in. */
  readonly history: (stream: string) => readonly StoredEvent[];
  /** The position of the last reference event taken in. */
  readonly position: Position;
}

/** How many distinct states are kept folded. */
const KEPT = 64;

export const referenceTimeline = (): ReferenceTimeline => {
  const events: StoredEvent[] = [];
  /** States by the number of events folded, in the order of last use. */
  const folded = new Map<number, Reference>([[0, emptyReference]]);
  let lastAsked: readonly [Position, number, Reference] | undefined;

  const countUpTo = (position: Position) => {
    // Most files are younger than the latest law.
    if ((events.at(-1)?.position ?? '') <= position) return events.length;
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.position ?? '') <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const fold = (count: number): Reference => {
    const known = folded.get(count);
    if (known) {
      folded.delete(count);
      folded.set(count, known);
      return known;
    }
    const nearest = Math.max(...[...folded.keys()].filter((earlier) => earlier < count));
    const reference = evolved(folded.get(nearest) ?? emptyReference, events.slice(nearest, count));
    folded.set(count, reference);
    for (const oldest of folded.keys()) {
      if (folded.size <= KEPT) break;
      if (oldest !== 0) folded.delete(oldest);
    }
    return reference;
  };

  return {
    apply: (event) => {
      const last = events.at(-1)?.position ?? '';
      if (!isReferenceEvent(event) || event.position <= last) return;
      const parsed = referenceFact.safeParse({ type: event.type, data: event.data });
      if (!parsed.success)
        throw new Error(`reference event ${event.id} (${event.type}) in ${event.stream} can't be applied`, {
          cause: parsed.error,
        });
      events.push(event);
    },
    at: (position) => {
      if (lastAsked && lastAsked[0] === position && lastAsked[1] === events.length) return lastAsked[2];
      const reference = fold(countUpTo(position));
      lastAsked = [position, events.length, reference];
      return reference;
    },
    history: (stream) => events.filter((event) => event.stream === stream),
    get position() {
      return events.at(-1)?.position ?? '0'.padStart(20, '0');
    },
  };
};
