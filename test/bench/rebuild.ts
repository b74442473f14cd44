import { createHash } from 'node:crypto';
import { START, type EventLog } from '#engine';
import { postgresEventLog } from '#event-log';
import { appendReference, demonstrate, releasedReference } from '#exchange';
import { migrateReadModels, rebuild, runProjection } from '#read-models';
import type { benchServer } from './bench-server.js';
import type { EmmettPace } from './emmett-projector.js';
import { row, type Row } from './row.js';
import { shippedThreads } from './threads.js';

const FILES = 5000;
export const RECORDED_AT = '2026-11-22T01:00:00.000Z';

export const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const rate = async (events: number, work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (events * 1000) / (performance.now() - began);
};

export const readAndParse = async (log: EventLog) => {
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

/** A log with a demonstration province in it, and its read models. */
export const benchProvince = async (server: Awaited<ReturnType<typeof benchServer>>, name = 'province') => {
  const database = await server.database(name);
  await migrateReadModels({ url: database.projectorUrl });
  const log = postgresEventLog({ url: database.writerUrl });
  await appendReference(releasedReference(), { log, digest, recordedAt: RECORDED_AT, actor: 'release' });
  const { unit } = await demonstrate({ log, digest, recordedAt: RECORDED_AT, files: FILES });
  return { ...database, log, unit };
};
export type BenchProvince = Awaited<ReturnType<typeof benchProvince>>;

const AT_LEAST = 0.4;
const AT_LEAST_OF_EMMETT = 30;

/** A rebuild of all read models, against reading and parsing the same events, and against Emmett's raw-SQL projector. */
export const rebuildRows = (
  { events, rate: ours, read }: { readonly events: number; readonly rate: number; readonly read: number },
  emmett: EmmettPace,
): readonly Row[] => {
  const what = `rebuild of all read models, ${events} events`;
  return [
    row(what, ours, 'read and parse', read, AT_LEAST),
    row(what, ours, 'emmett’s raw-SQL projector, rows like ours', emmett.sameRows, AT_LEAST_OF_EMMETT),
    row(what, ours, 'emmett’s raw-SQL projector, one row an event', emmett.oneRow),
  ];
};

/**
 * How quickly the read models are kept and rebuilt, against reading and parsing the same events without doing anything
 * with them; first the projection from nothing, then a rebuild.
 */
export const benchRebuild = async (
  { log, projectorUrl }: BenchProvince,
  emmett: EmmettPace,
): Promise<readonly Row[]> => {
  const events = Number(await log.head());
  await readAndParse(log);
  const live = await rate(events, () => catchUp(log, projectorUrl));
  const read = await rate(events, () => readAndParse(log));
  const rebuilt = await rate(events, () => rebuild({ log, url: projectorUrl, threads: shippedThreads() }));
  return [
    row(`projection catching up, ${events} events`, live, 'read and parse', read),
    ...rebuildRows({ events, rate: rebuilt, read }, emmett),
  ];
};
