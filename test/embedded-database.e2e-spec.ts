import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#test';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('answers its owner, with the pinned encoding', async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_encoding') AS encoding, upper('đức') AS upper");
    await client.end();
    expect(rows).toEqual([{ encoding: 'UTF8', upper: 'ĐỨC' }]);
  });
});
