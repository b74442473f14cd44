import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandLoop, loadStream, type EventLog } from '#engine';
import { recordCommand } from '#casework';
import { referenceNow } from '#exchange';
import { until } from '#test';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { REGION } from '../api/province.js';
import { remindersUnderTest, type RunningReminders } from '../reminders/running-reminders.js';
import { dyingBeforeTheCase } from './dying.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const { received, docketed, initiated } = theftReport;

/** Records as the API does, in a process that dies before the case is written. */
const recordAndDie = async (log: EventLog, id: string) => {
  const { referenceAt, position: reference } = await referenceNow(log);
  const recordedAt = new Date().toISOString();
  const context = { commandId: randomUUID(), actor: 'p-ksv', unit: REGION, recordedAt, reference };
  const fact = initiated('2026-03-20', { caseFile: `criminalCase-${id}` });
  const command = recordCommand({ register: 'crimeReport', id, fact, context, referenceAt });
  await expect(commandLoop({ log: dyingBeforeTheCase(log), digest })(command)).rejects.toThrow('gone');
};

/** The API and the projector as a process of its own, on the EventStoreDB that EVENT_STORE_URL names. */
export const projectorOnEventStore = (): void => {
  describe('the programs on EventStoreDB', () => {
    let all: RunningReminders;
    beforeAll(async () => {
      all = await remindersUnderTest();
    });
    afterAll(() => all.stop());

    const reported = async (id: string) => {
      const ksv = await all.run.as('ksv');
      for (const fact of [received('2026-03-02'), docketed('2026-03-03')])
        expect((await ksv.record(`crimeReport/${id}`, fact)).status).toBe(200);
      return ksv;
    };

    it('given a report that leads to a case over HTTP, then both files are there', async () => {
      const ksv = await reported('1');
      const fact = initiated('2026-03-20', { caseFile: 'criminalCase-1' });
      expect((await ksv.record('crimeReport/1', fact)).status).toBe(200);
      await until('the case is shown', async () => (await ksv.get('/api/files/criminalCase/1')).status === 200);
    });

    it('given the API died between the two files, when a projector runs, then the case is shown', async () => {
      const ksv = await reported('2');
      await recordAndDie(all.log, '2');
      expect((await ksv.get('/api/files/criminalCase/2')).status).toBe(404);
      await all.projector();
      await until('the case is shown', async () => (await ksv.get('/api/files/criminalCase/2')).status === 200);
      const events = await loadStream(all.log, 'criminalCase-2');
      expect(events.map(({ type }) => type)).toEqual(['CaseInitiated']);
    });
  });
};
