import { Client } from 'pg';
import { START, type EventLog } from '#engine';
import type { PostgresEventLog } from '#event-log';
import { rebuild, runProjection } from '#read-models';

export interface BenchOfRebuild {
  readonly events: number;
  readonly versionsAnEvent: number;
  /** Events a second. */
  readonly readAndParse: number;
  readonly live: number;
  readonly rebuild: number;
  /** The goal is 0.4. */
  readonly rebuildToReadAndParse: number;
  readonly liveToReadAndParse: number;
}

const rate = async (events: number, work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (events * 1000) / (performance.now() - began);
};

const readAndParse = async (log: EventLog) => {
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000 });
    ({ next: after, caughtUp } = page);
  }
};

const catchUp = async (log: EventLog, url: string) => {
  const end = await log.head();
  const done = new AbortController();
  await runProjection({
    log,
    url,
    signal: done.signal,
    onProgress: ({ position }) => {
      if (position >= end) done.abort();
    },
  });
};

const versionsIn = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM read_models.docket_item_detail');
  await client.end();
  return rows[0]?.n ?? 0;
};

/**
 * How quickly the read models are kept and rebuilt, against reading and parsing the same events without doing anything
 * with them. The log holds its events already, the read models nothing. Each is measured once, one after the other.
 */
export const benchRebuild = async (log: PostgresEventLog, projectorUrl: string): Promise<BenchOfRebuild> => {
  const events = Number(await log.head());
  await readAndParse(log);
  const live = await rate(events, () => catchUp(log, projectorUrl));
  const read = await rate(events, () => readAndParse(log));
  const rebuilt = await rate(events, () => rebuild({ log, url: projectorUrl }));
  return {
    events,
    versionsAnEvent: (await versionsIn(projectorUrl)) / events,
    readAndParse: read,
    live,
    rebuild: rebuilt,
    rebuildToReadAndParse: rebuilt / read,
    liveToReadAndParse: live / read,
  };
};
