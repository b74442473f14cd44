import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateEventLog, postgresEventLog } from '#event-log';
import { event, readToEnd, write } from '#event-log/testing';
import { testDatabase, type TestDatabase } from '#test';
import { connected } from './as-owner.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const log = postgresEventLog({ url: database.writerUrl });
  await log.append([write('case-1', 'noStream', event(), event())]);
  await log.close();
});
afterAll(() => database.drop());

const attempt = (url: string, statement: string) => connected(url, (client) => client.query(statement));
const DENIED = { code: '42501' };
const INSERT = `INSERT INTO event_log.events VALUES (9, 1, 9, gen_random_uuid(), 'Noted', 1, '{}', '{}')`;

describe('the rights of the writer', () => {
  it.each([
    'UPDATE event_log.events SET revision = 7',
    'DELETE FROM event_log.events',
    'TRUNCATE event_log.events',
    `UPDATE event_log.streams SET name = 'case-2'`,
    'DELETE FROM event_log.streams',
    'DELETE FROM event_log.head',
    'INSERT INTO event_log.head VALUES (false, 1, 1)',
    'ALTER TABLE event_log.events DISABLE TRIGGER ALL',
    'DROP TRIGGER events_are_never_changed ON event_log.events',
    'CREATE TABLE event_log.other (id integer)',
    'CREATE TABLE read_models.other (id integer)',
  ])('given the writer, when it tries %s, then it is denied', async (statement) => {
    await expect(attempt(database.writerUrl, statement)).rejects.toMatchObject(DENIED);
  });

  it('given the writer, when it makes a table for accounts, then that is its own', async () => {
    await attempt(database.writerUrl, 'CREATE TABLE access.accounts (username text)');
    await expect(attempt(database.projectorUrl, 'SELECT FROM access.accounts')).rejects.toMatchObject(DENIED);
  });

  it('given a read model made later by the projector, then the writer reads it and changes nothing', async () => {
    await attempt(database.projectorUrl, 'CREATE TABLE read_models.items (id integer)');
    await attempt(database.writerUrl, 'SELECT FROM read_models.items');
    await expect(attempt(database.writerUrl, 'DELETE FROM read_models.items')).rejects.toMatchObject(DENIED);
  });
});

describe('the rights of the projector', () => {
  it.each([
    INSERT,
    'UPDATE event_log.events SET revision = 7',
    'DELETE FROM event_log.events',
    'TRUNCATE event_log.events',
    'UPDATE event_log.head SET position = 0',
    `INSERT INTO event_log.streams VALUES (7, 'case-7', 0)`,
    'SELECT position FROM event_log.head FOR UPDATE',
  ])('given the projector, when it tries %s, then it is denied', async (statement) => {
    await expect(attempt(database.projectorUrl, statement)).rejects.toMatchObject(DENIED);
  });

  it('given the projector, when it reads the log, then it gets it; when it appends, then it is denied', async () => {
    const log = postgresEventLog({ url: database.projectorUrl });
    expect(await readToEnd(log)).toHaveLength(2);
    await expect(log.append([write('case-2', 'noStream', event())])).rejects.toMatchObject({ name: 'LogDenied' });
    await log.close();
  });
});

describe('the barrier against mistakes', () => {
  it.each([
    'UPDATE event_log.events SET revision = 7',
    'DELETE FROM event_log.events',
    'DELETE FROM event_log.events WHERE false',
    'TRUNCATE event_log.events',
    'TRUNCATE event_log.events, event_log.streams CASCADE',
    `SET session_replication_role = replica; DELETE FROM event_log.events`,
  ])('given the owner, when it tries %s, then the trigger refuses', async (statement) => {
    await expect(attempt(database.ownerUrl, statement)).rejects.toMatchObject({
      ...DENIED,
      message: expect.stringContaining('never changed'),
    });
  });
});

describe('the migration', () => {
  it('given an empty database and several programs that start, when all migrate it, then it is migrated once', async () => {
    const empty = await testDatabase({ migrated: false });
    const roleOf = (url: string) => {
      const { username, password } = new URL(url);
      return { name: username, password };
    };
    const options = {
      ownerUrl: empty.ownerUrl,
      writer: roleOf(empty.writerUrl),
      projector: roleOf(empty.projectorUrl),
    };
    await Promise.all([1, 2, 3].map(() => migrateEventLog(options)));
    const log = postgresEventLog({ url: empty.writerUrl });
    await log.append([write('case-1', 'noStream', event())]);
    await migrateEventLog(options);
    expect(await readToEnd(log)).toHaveLength(1);
    await log.close();
    await empty.drop();
  });
});
