import { Client } from 'pg';
import type { EventLog, Position } from '#engine';
import { postgresEventLog } from '#event-log';
import { runProjection, type RunOptions } from '#read-models';
import { testDatabase } from '#test';
import { smallDomain } from './small-domain.js';
import { writer } from './small-log.js';

/** A database with a log to write to, and the projection to run over it. */
export const givenLog = async () => {
  const database = await testDatabase();
  const log = postgresEventLog({ url: database.writerUrl });
  const client = new Client({ connectionString: database.projectorUrl });
  await client.connect();
  return {
    ...database,
    log,
    client,
    write: writer(log),
    /** Runs the projection until it has come to the end of the log. */
    project: (more: Partial<RunOptions<{ days: number }>> = {}) =>
      projected({ log, url: database.projectorUrl, ...more }),
    rows: async <Row extends object>(query: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(query, [...values])).rows,
    end: async () => {
      await client.end();
      await log.close();
      await database.drop();
    },
  };
};
export type GivenLog = Awaited<ReturnType<typeof givenLog>>;

const projected = async (options: Partial<RunOptions<{ days: number }>> & { log: EventLog; url: string }) => {
  const done = new AbortController();
  const trouble: unknown[] = [];
  const until: Position = await options.log.head();
  await runProjection({
    domain: smallDomain,
    signal: done.signal,
    onProgress: ({ position }) => {
      if (position >= until) done.abort();
    },
    onTrouble: (error) => trouble.push(error),
    patience: 10,
    ...options,
  });
  return trouble;
};
