import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase, until, type TestDatabase } from '#test';
import { earOf, type Ear } from '../../apps/api/src/live/ear.js';
import { proxy, type Proxy } from '../harness/proxy.js';

describe('what an API process hears of the others', () => {
  let database: TestDatabase;
  let wire: Proxy;
  let ear: Ear;
  let heard = 0;
  const stop = new AbortController();
  beforeEach(async () => {
    database = await testDatabase();
    wire = await proxy(database.writerUrl);
    ear = earOf({ url: wire.through(database.writerUrl), channels: ['one', 'two'], signal: stop.signal });
    ear.on('one', () => heard++);
  });
  afterEach(async () => {
    stop.abort();
    wire.close();
    await database.drop();
  });

  const say = async (channel: string) => {
    const client = new pg.Client({ connectionString: database.writerUrl });
    await client.connect();
    await client.query(`NOTIFY ${channel}`);
    await client.end();
  };
  const surely = (does: boolean) =>
    until(does ? 'it hears' : 'it knows that it doesn’t hear', () => ear.hears() === does);

  it('hears what is said on the channel; on a silent wire it knows that it hears nothing, and begins anew when it can', async () => {
    expect(ear.hears()).toBe(false);
    await surely(true);
    // It began to listen: something may have been said before.
    expect(heard).toBe(1);
    await say('one');
    await until('it was heard', () => heard === 2);
    await say('two');

    wire.hold();
    await say('one');
    await surely(false);
    expect(heard).toBe(2);
    // A wire that forgets what was sent: the connection must be another one.
    wire.cut();
    wire.mend();
    await surely(true);
    expect(heard).toBe(3);
    await say('one');
    await until('it was heard', () => heard === 4);
  });
});
