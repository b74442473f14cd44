import type { ClientBase } from 'pg';
import type { EventLog, LogPage, Position, StoredEvent } from '#engine';
import { applyEvents, secondOf, takeInReference } from './apply.js';
import type { Applying } from './applying.js';
import { noChanges } from './changes.js';
import { atCheckpoint, ensureMadeFrom, moveCheckpoint, standing, type Standing } from './checkpoint.js';
import { lawChangeRow } from './deadline-moves.js';
import type { Domain } from './domain.js';
import { dossiers } from './dossiers.js';
import { anyFileStands, reachesMany } from './files-reached.js';
import { inTurn } from './in-turn.js';
import { lawUpTo } from './law-up-to.js';
import type { Fence } from './lease.js';
import { prepareMove, type Crew } from './moving/move.js';
import { publishMove } from './moving/staged.js';
import { reachesNothing, type Reach } from './reach.js';
import { takeUpRollUps } from '../roll-ups/roll-ups.js';
import type { Warmed } from '../roll-ups/warm.js';
import { inTransaction } from './transaction.js';
import { writeAsSet, writeUncompressed } from './uncompressed.js';
import { tableOf, writeChanges, type Suffix } from './write.js';

export interface ProjectorOptions<R> {
  readonly domain: Domain<R>;
  readonly log: EventLog;
  /** What names the log. */
  readonly identity: string;
  /** A connection of its own, of the projector's role. */
  readonly client: ClientBase;
  readonly suffix?: Suffix;
  /** How many events of files last used are kept folded. */
  readonly cachedEvents: number;
  /** Refuses a transaction of who may no longer write. */
  readonly fence: Fence;
  /** Who works out what a change of the law moves in many files, beside this thread. */
  readonly crew?: Crew | undefined;
}

type Page = Pick<LogPage, 'events' | 'next'>;

export interface Projector {
  readonly position: () => Position;
  /**
   * Applies one page, rows and checkpoint in one transaction; up to a reference event that touches many files in one
   * transaction of its own, that event in chunks, and the rest in another. @throws and is of no use any more
   */
  readonly apply: (page: Page) => Promise<void>;
  /** All of a page within the caller's transaction. */
  readonly applyWithin: (page: Page) => Promise<void>;
  /** What keeps its roll-ups; nothing where none are kept. */
  readonly warmed?: Warmed;
}

/** More than come in live: roll-ups kept meanwhile would cost more than those made anew after it. */
const CATCHING_UP = 1000;

/**
 * Takes up the read models where they stand.
 * @throws {MadeFromAnotherLog} before anything is applied
 */
export const projector = async <R>({
  domain,
  log,
  identity,
  client,
  suffix = '',
  cachedEvents,
  fence,
  crew,
}: ProjectorOptions<R>): Promise<Projector> => {
  let at: Standing = await standing(client, suffix);
  ensureMadeFrom(at, identity);
  const { timeline } = await lawUpTo(domain, log, at.position);
  const { rows } = await client.query<{ stream: string }>(`SELECT stream FROM ${tableOf('parked_stream', suffix)}`);
  const write = <T>(work: () => Promise<T>) => inTransaction(client, () => fence(client).then(work));
  const between: Warmed['between'] = (work) => write(() => atCheckpoint(client, suffix, at).then(work));
  const nodesOn = (day: string) => domain.nodesOn(timeline.at(at.position), day);
  const rollUps = suffix === '' ? await between(() => takeUpRollUps(client, nodesOn)) : undefined;
  const turn = inTurn();
  const applying: Applying<R> = {
    domain,
    dossiers: dossiers(domain, log, timeline, suffix, cachedEvents),
    parked: new Set(rows.map(({ stream }) => stream)),
    suffix,
    rollUps,
  };

  const moveTo = async (position: Position) => {
    await moveCheckpoint(client, suffix, at, position);
    return { ...at, position };
  };

  const applyPart = async ({ events, next }: Page, reaches: ReadonlyMap<string, Reach>) => {
    if (next === at.position) return;
    const moved = await moveTo(next);
    if (events.length > CATCHING_UP) await rollUps?.clear();
    await applyEvents(applying, client, events, reaches);
    at = moved;
  };

  const applyInChunks = async (event: StoredEvent, reach: Reach) => {
    await writeUncompressed(client);
    await prepareMove({ applying, client, event, reach, at, between, crew });
    const { position, metadata } = event;
    const second = secondOf(metadata.recordedAt);
    const changes = noChanges();
    changes.moments.set(second, { second, position });
    changes.lawChanges.push(lawChangeRow(event));
    await write(async () => {
      const moved = await moveTo(position);
      await publishMove(client);
      await rollUps?.clear();
      await writeChanges(client, changes, suffix);
      at = moved;
    });
    await writeAsSet(client);
  };

  const apply = async ({ events, next }: Page) => {
    const reaches = takeInReference(domain, timeline, events);
    // Tables that nobody reads yet need no chunks.
    const mayReachMany = suffix === '' && reaches.size > 0 && (await anyFileStands(client, suffix));
    let done = 0;
    for (const [i, event] of events.entries()) {
      const reach = reaches.get(event.id);
      if (!mayReachMany || !reach || reachesNothing(reach) || !(await reachesMany(client, reach, suffix))) continue;
      const before = events[i - 1]?.position ?? at.position;
      await write(() => applyPart({ events: events.slice(done, i), next: before }, reaches));
      await applyInChunks(event, reach);
      done = i + 1;
    }
    await write(() => applyPart({ events: events.slice(done), next }, reaches));
  };

  return {
    position: () => at.position,
    applyWithin: (page) => applyPart(page, takeInReference(domain, timeline, page.events)),
    apply: (page) => turn(() => apply(page)),
    ...(rollUps ? { warmed: { rollUps, nodesOn, between: (work) => turn(() => between(work)) } } : {}),
  };
};
