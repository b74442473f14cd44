import { randomUUID } from 'node:crypto';
import type { EventLog, NewEvent } from '#engine';
import { openEventLog } from '#event-log';
import { appendReference, demonstrate, referenceNow, releasedReference } from '#exchange';
import { migrateReadModels } from '#read-models';
import { benchServer } from './bench-server.js';
import { rebuildApart } from './large-rebuild.js';
import { digest, readAndParse, RECORDED_AT } from './rebuild.js';
import { bounded, row, type Row, type Scale } from './row.js';
import type { InEventStore } from './threads.js';

const FILES = 300;
/** Appends on their way at once. */
const AT_ONCE = 64;

/** Where a log can be read in its own order only, reading is most of what the rebuild waits for. */
const AT_LEAST = 0.25;

interface Stream {
  readonly name: string;
  readonly events: readonly NewEvent[];
}

/** The demonstration's files: law, units, people and targets are not copied. */
const filesIn = async (log: EventLog): Promise<readonly Stream[]> => {
  const files = new Map<string, NewEvent[]>();
  for (let after = '0'.repeat(20), caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000 });
    for (const { stream, revision: _, position: __, ...event } of page.events) {
      if (!/^(criminalCase|crimeReport|petition|protest|recommendation)-demo-/.test(stream)) continue;
      const events = files.get(stream);
      if (events) events.push(event);
      else files.set(stream, [event]);
    }
    ({ next: after, caughtUp } = page);
  }
  return [...files].map(([name, events]) => ({ name, events }));
};

/** Every id as the copy has it: what names a file or an event still names it. */
const ofCopy = (text: string, copy: number) =>
  text
    .replaceAll(/\bdemo-/g, `demo-${copy}-`)
    .replaceAll(
      /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4})[0-9a-f]{8}/g,
      (_, most: string) => most + copy.toString(16).padStart(8, '0'),
    );

function* copiesOf(files: readonly Stream[]): Generator<Stream, never> {
  for (let copy = 1; ; copy++)
    for (const { name, events } of files)
      yield {
        name: ofCopy(name, copy),
        events: JSON.parse(ofCopy(JSON.stringify(events), copy)) as readonly NewEvent[],
      };
}

/** Adds copies of the files that stand in a log, each with names and ids of its own. */
const multiplying = (log: EventLog, files: readonly Stream[]) => {
  const copies = copiesOf(files);
  let written = 0;
  return async (atLeast: number) => {
    const appender = async () => {
      while (written < atLeast) {
        const { name, events } = copies.next().value;
        written += events.length;
        await log.append([{ stream: name, expected: 'noStream', events }]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, appender));
  };
};

const secondsOf = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/**
 * A log in EventStoreDB, where there is one that nobody else writes to: finding the law in it, and a rebuild from it,
 * against reading and parsing all of it.
 */
export const benchEventStore = async ({ full }: Scale): Promise<readonly Row[]> => {
  const url = process.env['EVENT_STORE_URL'];
  if (!url) {
    console.info('EVENT_STORE_URL is not set: no rebuild from EventStoreDB.');
    return [];
  }
  const store: InEventStore = { EVENT_STORE_URL: url, EVENT_STORE_NAMESPACE: `bench${randomUUID().slice(0, 8)}-` };
  const server = await benchServer();
  try {
    const database = await server.database('event_store');
    await migrateReadModels({ url: database.projectorUrl });
    const log = await openEventLog(store, { url: database.writerUrl });
    await appendReference(releasedReference(), { log, digest, recordedAt: RECORDED_AT, actor: 'release' });
    await demonstrate({ log, digest, recordedAt: RECORDED_AT, files: FILES });
    const multiplyTo = multiplying(log, await filesIn(log));
    const rows: Row[] = [];
    for (const size of full ? [20_000, 100_000] : [5_000]) {
      await multiplyTo(size);
      const reading = await secondsOf(() => readAndParse(log));
      const reference = await secondsOf(() => referenceNow(log));
      const { events, milliseconds, mebibytes } = await rebuildApart(database, { store });
      const what = `${events} events in EventStoreDB`;
      rows.push(
        bounded(`the law, the units and the people among ${what}`, reference, 's', 'all of them read', reading),
        row(`rebuild from ${what}`, (events * 1000) / milliseconds, 'read and parse', events / reading, AT_LEAST),
        bounded(`memory of a rebuild from ${what}`, mebibytes, 'MiB', 'a gibibyte', 1024),
      );
    }
    await log.close();
    return rows;
  } finally {
    await server.stop();
  }
};
