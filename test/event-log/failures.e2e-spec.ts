import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresEventLog } from '#event-log';
import { event, readToEnd, write } from '#event-log/testing';
import { testDatabase, type TestDatabase } from '#test';
import { connected } from './as-owner.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const nothingListens = () => {
  const url = new URL(database.writerUrl);
  url.port = '1';
  return url.href;
};
const wrongPassword = () => {
  const url = new URL(database.writerUrl);
  url.password = 'wrong';
  return url.href;
};

describe('what the PostgreSQL log says when something is wrong', () => {
  it('given no server, when one appends or reads, then the log is unavailable', async () => {
    const log = postgresEventLog({ url: nothingListens() });
    await expect(log.append([write('case-1', 'noStream', event())])).rejects.toMatchObject({ name: 'LogUnavailable' });
    await expect(log.head()).rejects.toMatchObject({ name: 'LogUnavailable' });
    await log.close();
  });

  it('given a wrong password, when one appends, then it is denied', async () => {
    const log = postgresEventLog({ url: wrongPassword() });
    await expect(log.append([write('case-1', 'noStream', event())])).rejects.toMatchObject({ name: 'LogDenied' });
    await log.close();
  });

  it('given a reason not to append, when one appends, then the log is unavailable for that reason and still reads', async () => {
    const log = postgresEventLog({ url: database.writerUrl, mayAppend: () => 'Sắp hết dung lượng đĩa.' });
    await expect(log.append([write('case-1', 'noStream', event())])).rejects.toMatchObject({
      name: 'LogUnavailable',
      message: 'Sắp hết dung lượng đĩa.',
    });
    expect(await readToEnd(log)).toEqual([]);
    await log.close();
  });

  it('given an id that stands in another stream, when appends wait together, then only the one that uses it fails', async () => {
    const log = postgresEventLog({ url: database.writerUrl });
    const one = event();
    await log.append([write('id-1', 'noStream', one)]);
    const appends = [event(), one, event()].map((used, i) => log.append([write(`id-2${i}`, 'noStream', used)]));
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { name: 'LogDenied' } },
      { status: 'fulfilled' },
    ]);
    await log.close();
  });

  it('given more appends than may wait, when they are sent, then those over the bound are refused at once', async () => {
    const log = postgresEventLog({ url: database.writerUrl, waitingAppends: 10 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => log.append([write(`wait-${i}`, 'noStream', event())])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(outcomes.at(-1)).toMatchObject({ reason: { name: 'LogUnavailable' } });
    await log.close();
  });

  it('given someone who holds the head for ever, when the log is closed, then what was sent is rejected in time', async () => {
    const log = postgresEventLog({ url: database.writerUrl, closeWithin: 200, groupAppends: 1 });
    await connected(database.ownerUrl, async (client) => {
      await client.query('BEGIN; SELECT FROM event_log.head FOR UPDATE');
      const appends = [1, 2, 3].map((i) => log.append([write(`held-${i}`, 'noStream', event())]));
      const settled = Promise.allSettled(appends);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await log.close();
      expect(await settled).toMatchObject([
        { reason: { name: 'OutcomeUnknown' } },
        { reason: { name: 'OutcomeUnknown' } },
        { reason: { name: 'LogUnavailable' } },
      ]);
    });
  });
});
