import { Client, type ClientBase } from 'pg';
import { START, type EventLog, type Position, type StoredEvent } from '#engine';
import type { Fence } from '../projection/lease.js';
import { pagesUpTo } from '../projection/pages-up-to.js';
import { inTransaction } from '../projection/transaction.js';
import { copyInto } from './copy.js';
import type { NextPage } from './pages.js';

const EVENTS = 'read_models.event_next';
const STREAMS = 'read_models.stream_next';

const PAGE = 5000;
/** How many streams are read at a time. */
const STREAMS_AT_ONCE = 500;

const staged = {
  columns: [
    { name: 'stream', of: ({ stream }: StoredEvent) => stream },
    { name: 'revision', of: ({ revision }: StoredEvent) => String(revision) },
    { name: 'position', of: ({ position }: StoredEvent) => position },
    { name: 'event', of: (event: StoredEvent) => JSON.stringify(event) },
  ],
};

/** Drops what was staged, now or by a rebuild that was killed. */
export const dropStagedLog = (client: ClientBase) => client.query(`DROP TABLE IF EXISTS ${EVENTS}, ${STREAMS}`);

/**
 * Copies a log that can be read only in its own order to where it can be read stream by stream, so that a rebuild needs
 * no more memory than on one that can, and shares it out to threads alike. What a crash loses is not needed any more.
 */
export const stageLog = async (client: ClientBase, log: EventLog, fence: Fence, upTo: Position): Promise<void> => {
  await client.query(`CREATE UNLOGGED TABLE ${EVENTS}
    (stream text COLLATE "C" NOT NULL, revision integer NOT NULL, position text COLLATE "C" NOT NULL, event text NOT NULL)`);
  for await (const { events } of pagesUpTo(log, { after: START, upTo, limit: PAGE })) {
    const wanted = events.filter(({ position }) => position <= upTo);
    await inTransaction(client, () => fence(client).then(() => copyInto(client, EVENTS, staged, wanted)));
  }
  await client.query(`CREATE INDEX ON ${EVENTS} (stream, revision)`);
  // Streams that began together lie together, as their events mostly do.
  await client.query(`CREATE UNLOGGED TABLE ${STREAMS} AS
    SELECT stream AS name, (row_number() OVER (ORDER BY position))::integer AS number FROM ${EVENTS} WHERE revision = 0`);
  await client.query(`CREATE UNIQUE INDEX ON ${STREAMS} (number)`);
  await client.query(`ANALYZE ${EVENTS}, ${STREAMS}`);
};

const streamsPage = `
  SELECT e.event FROM ${STREAMS} s JOIN ${EVENTS} e ON e.stream = s.name
   WHERE s.number > $1 AND s.number <= $2 ORDER BY s.number, e.revision`;

/** The streams of a staged log, each whole, by a connection of its own. @param url of the projector's role */
export async function* stagedStreams(url: string, nextPage: NextPage): AsyncGenerator<readonly StoredEvent[]> {
  const client = new Client({ connectionString: url, application_name: 'kiemsat staged log' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ last: number | null }>(`SELECT max(number) AS last FROM ${STREAMS}`);
    const last = rows[0]?.last ?? 0;
    const step = STREAMS_AT_ONCE;
    for (let after = nextPage() * step; after < last; after = nextPage() * step) {
      const page = await client.query<{ event: string }>({
        name: 'staged-streams',
        text: streamsPage,
        values: [after, after + step],
      });
      yield page.rows.map(({ event }) => JSON.parse(event) as StoredEvent);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
