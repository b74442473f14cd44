import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { commandLoop, loadStream, type EventLog } from '#engine';
import { followReference, recordCommand, referenceTimeline, refusesHalf } from '#casework';
import { testDatabase, until, type TestDatabase } from '#test';
import { keepCompleting } from '../../apps/projector/src/completing/keep-completing.js';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { specContext, specDigest } from '../../libs/casework/testing/index.js';
import { specReference } from '../../libs/casework/testing/law.js';
import { dyingBeforeTheCase } from './dying.js';
import { engines, type Engine } from './engines.js';
import { projectorOnEventStore } from './projector-on-eventstore.js';

const reference = specReference();
const { received, docketed, initiated } = theftReport;
const oneAtATime = engines.filter(([name]) => !name.includes('several'));

describe.each(oneAtATime)('the reaction beside a log that %s', (_, open) => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let engine: Engine;
  let stopping: AbortController;
  let reactions: Promise<unknown>[];
  const troubles: unknown[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    pool = database.pool();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    engine = await open();
    stopping = new AbortController();
    reactions = [];
    troubles.length = 0;
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(reactions);
    await engine.close();
  });

  const react = () => {
    const timeline = referenceTimeline();
    const { signal } = stopping;
    reactions.push(followReference(engine.log, timeline, signal).done);
    const desk = { log: engine.log, pool, timeline, clock: () => new Date('2026-11-20T02:00:00Z') };
    reactions.push(keepCompleting({ desk, signal, theirTurn: 50, onTrouble: (error) => troubles.push(error) }));
  };

  const record = async (log: EventLog, id: string, fact: { type: string; data: unknown }) => {
    const run = commandLoop({ log, digest: specDigest, refuses: refusesHalf(() => reference) });
    const context = specContext(randomUUID(), { reference: '0'.repeat(20) });
    await run(recordCommand({ register: 'crimeReport', id, fact, context, referenceAt: () => reference }));
  };

  const reportThatLedNowhere = async (id: string) => {
    await record(engine.log, id, received('2026-03-02'));
    await record(engine.log, id, docketed('2026-03-03'));
    const fact = initiated('2026-03-20', { caseFile: `criminalCase-${id}` });
    await expect(record(dyingBeforeTheCase(engine.log), id, fact)).rejects.toThrow('gone');
  };

  const typesIn = async (stream: string) => (await loadStream(engine.log, stream)).map(({ type }) => type);

  it('given a process died between the two files, then the case is there within seconds, once, however many react', async () => {
    await reportThatLedNowhere('1');
    expect(await typesIn('criminalCase-1')).toEqual([]);
    react();
    react();
    await until('the case is there', async () => (await typesIn('criminalCase-1')).length > 0);
    await reportThatLedNowhere('2');
    await until('the next case is there', async () => (await typesIn('criminalCase-2')).length > 0);
    expect(await typesIn('criminalCase-1')).toEqual(['CaseInitiated']);
    expect(await typesIn('crimeReport-1')).toEqual([
      'CrimeReportReceived',
      'CrimeReportDocketed',
      'CaseInitiationDecided',
    ]);
    expect(troubles).toEqual([]);
  });

  it('remembers how far it has come in this log, and begins anew in another', async () => {
    await reportThatLedNowhere('1');
    react();
    const [origin] = (await loadStream(engine.log, 'crimeReport-1')).slice(-1);
    const bookmarks = async () => (await pool.query<{ position: string }>('SELECT position FROM access.reaction')).rows;
    await until('there is a bookmark', async () =>
      (await bookmarks()).some(({ position }) => position === origin?.position),
    );
    expect(await typesIn('criminalCase-1')).toEqual(['CaseInitiated']);
  });
});

if (process.env.EVENT_STORE_URL) projectorOnEventStore();
else process.stderr.write('EVENT_STORE_URL is not set: facts of two files are not tried on EventStoreDB.\n');
