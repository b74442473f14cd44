import type { ClientBase } from 'pg';
import { START, type EventLog, type LogPage, type Position, type StoredEvent } from '#engine';
import { applyEvents, applyReferenceEvent, type Applying } from './apply.js';
import { moveCheckpoint, standing, type Standing } from './checkpoint.js';
import type { Domain, Timeline } from './domain.js';
import { dossiers } from './dossiers.js';
import { inTransaction } from './transaction.js';
import { tableOf, type Suffix } from './write.js';

const PAGE = 5000;

export interface ProjectorOptions<R> {
  readonly domain: Domain<R>;
  readonly log: EventLog;
  /** A connection of its own, of the projector's role. */
  readonly client: ClientBase;
  readonly suffix?: Suffix;
  /** How many events of files last used are kept folded. */
  readonly cachedEvents: number;
}

/**
 * The reference events up to a position, in order.
 */
export const referenceEventsUpTo = async (
  domain: Pick<Domain, 'referenceStreams'>,
  log: EventLog,
  position: Position,
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  const filter = { streamPrefixes: domain.referenceStreams };
  for (let after: Position = START; ;) {
    const { events, next, caughtUp } = await log.readAll({ after, limit: PAGE, filter });
    for (const event of events) if (event.position <= position) found.push(event);
    if (caughtUp || next >= position) return found;
    after = next;
  }
};

/** @throws {ReferenceFailure} when one can't be applied */
export const timelineOf = <R>(domain: Domain<R>, events: readonly StoredEvent[]): Timeline<R> => {
  const timeline = domain.timeline();
  for (const event of events) applyReferenceEvent(timeline, event);
  return timeline;
};

export interface Projector {
  readonly position: () => Position;
  /** Applies one page and moves the checkpoint, in one transaction. @throws and is of no use any more */
  readonly apply: (page: Pick<LogPage, 'events' | 'next'>) => Promise<void>;
  /** The same within the caller's transaction. */
  readonly applyWithin: (page: Pick<LogPage, 'events' | 'next'>) => Promise<void>;
}

/** Takes up the read models where they stand. */
export const projector = async <R>({
  domain,
  log,
  client,
  suffix = '',
  cachedEvents,
}: ProjectorOptions<R>): Promise<Projector> => {
  let at: Standing = await standing(client, suffix);
  const timeline = timelineOf(domain, await referenceEventsUpTo(domain, log, at.position));
  const { rows } = await client.query<{ stream: string }>(`SELECT stream FROM ${tableOf('parked_stream', suffix)}`);
  const applying: Applying<R> = {
    domain,
    timeline,
    dossiers: dossiers(domain, log, timeline, suffix, cachedEvents),
    parked: new Set(rows.map(({ stream }) => stream)),
    suffix,
  };

  const applyWithin: Projector['applyWithin'] = async ({ events, next }) => {
    if (next === at.position) return;
    await moveCheckpoint(client, suffix, at, next);
    await applyEvents(applying, client, events);
    at = { ...at, position: next };
  };

  return {
    position: () => at.position,
    applyWithin,
    apply: (page) => inTransaction(client, () => applyWithin(page)),
  };
};
