import { START, type EventLog, type Position, type StoredEvent } from '#engine';
import { takeInReference } from './apply.js';
import type { Domain, Timeline } from './domain.js';
import { pagesUpTo } from './pages-up-to.js';
import { reachesNothing, type Reach } from './reach.js';

const PAGE = 5000;

const referenceEventsUpTo = async (domain: Pick<Domain, 'referenceStreams'>, log: EventLog, position: Position) => {
  const found: StoredEvent[] = [];
  const filter = { streamPrefixes: domain.referenceStreams };
  for await (const { events } of pagesUpTo(log, { after: START, upTo: position, limit: PAGE, filter }))
    for (const event of events) if (event.position <= position) found.push(event);
  return found;
};

/** A reference event, and what it may move. */
export interface LawChange {
  readonly event: StoredEvent;
  readonly reach: Reach;
}

/** Everything that decides how files are judged, up to a position. */
export interface LawUpTo<R> {
  readonly timeline: Timeline<R>;
  /** The reference events that may move anything, in order. */
  readonly lawChanges: readonly LawChange[];
}

/** @throws {ReferenceFailure} when a reference event can't be applied */
export const lawUpTo = async <R>(domain: Domain<R>, log: EventLog, position: Position): Promise<LawUpTo<R>> => {
  const timeline = domain.timeline();
  const events = await referenceEventsUpTo(domain, log, position);
  const reaches = takeInReference(domain, timeline, events);
  const lawChanges = events.flatMap((event) => {
    const reach = reaches.get(event.id);
    return reach === undefined || reachesNothing(reach) ? [] : [{ event, reach }];
  });
  return { timeline, lawChanges };
};
