import { createHash } from 'node:crypto';
import pg from 'pg';
import { REFERENCE_STREAMS } from '#casework';
import { START, type EventLog, type StoredEvent } from '#engine';
import { postgresEventLog } from '#event-log';
import { appendReference, demonstrate, releasedReference } from '#exchange';
import { migrateReadModels, rebuild } from '#read-models';
import { testDatabase } from '#test';
import { prepareDatabase } from '../../apps/cli/src/installation/prepare-database.js';
import { everythingIn } from '../read-models/everything.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-11-22T02:00:00.000Z';

export const readAll = async (log: EventLog): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 1000 });
    events.push(...page.events);
    ({ next: after, caughtUp } = page);
  }
  return events;
};

const isReference = ({ stream }: StoredEvent) => REFERENCE_STREAMS.some((prefix) => stream.startsWith(prefix));

/** All of an event that doesn't depend on where its log stands; a position becomes the number of reference events up to it. */
export const wherever = (events: readonly StoredEvent[]): readonly object[] => {
  const reference = events.filter(isReference).map(({ position }) => position);
  return events.map(({ id, stream, revision, type, schemaVersion, data, metadata }) => ({
    id,
    stream,
    revision,
    type,
    schemaVersion,
    data,
    metadata: { ...metadata, reference: reference.filter((position) => position <= metadata.reference).length },
  }));
};

/** An installation's database, with its roles, read models and a log that holds nothing yet. */
export const installation = async (folder: string) => {
  const database = await testDatabase({ migrated: false });
  const addresses = await prepareDatabase(folder, database.ownerUrl, new URL(database.ownerUrl).pathname.slice(1));
  await migrateReadModels({ url: addresses.projectorUrl });
  const log = postgresEventLog({ url: addresses.writerUrl });
  const client = new pg.Client({ connectionString: addresses.projectorUrl });
  await client.connect();
  return {
    ...addresses,
    folder,
    log,
    client,
    /** Every row of every read model; positions become numbers of events in the log that they were made from. */
    readModels: async (events: readonly StoredEvent[]) => {
      const numbers = new Map(events.map(({ position }, i) => [position, i + 1]));
      const rows = async <T extends pg.QueryResultRow>(sql: string) => (await client.query<T>(sql)).rows;
      return JSON.stringify(await everythingIn({ rows }))
        .replaceAll(/"(\d{20})"/g, (position, digits: string) => String(numbers.get(digits) ?? position))
        .split('},{')
        .toSorted();
    },
    rebuild: (of: EventLog = log) => rebuild({ log: of, url: addresses.projectorUrl }),
    drop: async () => {
      await Promise.all([log.close(), client.end()]);
      await database.drop();
    },
  };
};
export type Installation = Awaited<ReturnType<typeof installation>>;

/** The released law and a demonstration of sixty files. */
export const fill = async (log: EventLog): Promise<readonly StoredEvent[]> => {
  await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' });
  await demonstrate({ log, digest, recordedAt, files: 60 });
  return readAll(log);
};
