import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pool } from 'pg';
import { companions } from '#casework';
import { START, type EventLog, type Fact, type Position, type StoredEvent } from '#engine';
import { projectRoot } from '#infra';
import { checkpoint, parkedStreams, rebuild } from '#read-models';
import { until } from '#test';
import type { Acknowledged } from './insisting.js';
import { violations, type Operation } from './linearizable.js';

const PAGE = 5000;

/** Whether a position may stand right after another: without a gap, where the log promises that. */
const follows = ({ capabilities }: EventLog, position: Position, last: Position) =>
  capabilities.gapless ? BigInt(position) === BigInt(last) + 1n : position > last;

/** The log after a position, checked on the way: positions in order, revisions one after the other. */
export const readOn = async (log: EventLog, after: Position) => {
  const events: StoredEvent[] = [];
  const wrong: string[] = [];
  const revisions = new Map<string, number>();
  let last = after;
  for (let next = after, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after: next, limit: PAGE });
    for (const event of page.events) {
      if (!follows(log, event.position, last)) wrong.push(`${event.position} follows ${last}`);
      const before = revisions.get(event.stream);
      if (before !== undefined && event.revision !== before + 1)
        wrong.push(`${event.stream}: revision ${event.revision} follows ${before}`);
      revisions.set(event.stream, event.revision);
      last = event.position;
      events.push(event);
    }
    ({ next, caughtUp } = page);
  }
  return { events, wrong, last };
};

const streamsOf = (events: readonly StoredEvent[]) => {
  const byStream = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const known = byStream.get(event.stream);
    if (known) known.push(event);
    else byStream.set(event.stream, [event]);
  }
  return byStream;
};

/** Facts that touch two files and stand in one only, or in one of them twice; acknowledged or not. */
export const halfTold = (events: readonly StoredEvent[]): readonly string[] => {
  const byStream = streamsOf(events);
  return events.flatMap(({ stream, type, data, metadata: { commandId } }) =>
    companions(stream, { type, data } as Fact).flatMap(({ stream: other, facts }) =>
      facts.flatMap((fact) => {
        const there = (byStream.get(other) ?? []).filter(
          (event) => event.type === fact.type && event.metadata.commandId === commandId,
        );
        return there.length === 1 ? [] : [`${type} of ${stream} stands ${there.length} times in ${other}`];
      }),
    ),
  );
};

/** Every acknowledged command stands in the log once, where its answer said. */
export const lostOrTwice = (
  events: readonly StoredEvent[],
  acknowledged: readonly Acknowledged[],
): readonly string[] => {
  const byStream = streamsOf(events);
  return acknowledged.flatMap(({ stream, commandId, revision, position, touchesTwo }) => {
    const own = (byStream.get(stream) ?? []).filter(({ metadata }) => metadata.commandId === commandId);
    if (own.length !== 1) return [`${commandId} in ${stream} stands ${own.length} times`];
    return own[0]?.revision === revision && (touchesTwo || own[0].position === position)
      ? []
      : [`${commandId} in ${stream} stands at ${own[0]?.revision}, not at ${revision}`];
  });
};

/** The recorded histories that no log could have given. */
export const unlawful = (
  events: readonly StoredEvent[],
  operations: ReadonlyMap<string, readonly Operation[]>,
): readonly string[] =>
  [...operations].flatMap(([stream, asked]) => {
    const final = events.filter((event) => event.stream === stream).map(({ id }) => id);
    return violations(final, asked).map((found) => `${stream}: ${found}`);
  });

/** Waits until the read models have come to the end of the log. */
export const caughtUp = async (pool: Pool, log: EventLog): Promise<void> => {
  const head = await log.head();
  await until(
    `the read models come to ${head}`,
    () =>
      checkpoint(pool).then(
        ({ position }) => position >= head,
        () => false,
      ),
    90_000,
  );
};

const tables = [
  'docket_item',
  'docket_item_history',
  'docket_item_detail',
  'file',
  'late_entry',
  'pending_correction',
  'target',
  'moment',
  'notice',
  'deadline_move',
  'law_change',
  'parked_stream',
] as const;

/** How often the log may go on while the read models are rebuilt. */
const QUIET_WITHIN = 20;

const sums = async (pool: Pool) => {
  const found = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await pool.query<{ sum: string | null }>(
      `SELECT md5(string_agg(md5(row::text), '' ORDER BY md5(row::text))) AS sum FROM read_models.${table} row`,
    );
    found.set(table, rows[0]?.sum ?? 'empty');
  }
  return found;
};

/** As the programs rebuild: on two threads where the log can be shared out. */
const threads = {
  beside: 1,
  entry: pathToFileURL(join(projectRoot, 'dist', 'apps', 'projector', 'src', 'thread.js')),
};

/**
 * Builds the read models from nothing and compares them with what stood there, row by row.
 * @returns the tables that differ
 */
export const unlikeRebuilt = async (pool: Pool, log: EventLog, projectorUrl: string): Promise<readonly string[]> => {
  for (let tries = 0; tries < QUIET_WITHIN; tries++) {
    await caughtUp(pool, log);
    const head = await log.head();
    const before = await sums(pool);
    const { position } = await rebuild({ log, url: projectorUrl, threads });
    const after = await sums(pool);
    // Reminders are recorded meanwhile: two states of the log can't be compared.
    if (position !== head || (await checkpoint(pool)).position !== head) continue;
    return tables.flatMap((table) =>
      before.get(table) === after.get(table) ? [] : [`${table} is not what a rebuild from nothing gives`],
    );
  }
  return ['the log never came to rest'];
};

/** Files that nothing was to park. */
export const parked = async (pool: Pool): Promise<readonly string[]> =>
  (await parkedStreams(pool)).map(({ stream, reason }) => `${stream} is parked: ${reason}`);

export const FROM_THE_START: Position = START;
