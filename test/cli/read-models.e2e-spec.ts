import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { postgresEventLog } from '#event-log';
import { appendReference, demonstrate, releasedReference } from '#exchange';
import { migrateReadModels, rebuild } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';
import { prepareDatabase, type Addresses } from '../../apps/cli/src/installation/prepare-database.js';
import { kiemsat } from '../exchange/kiemsat.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-11-22T02:00:00.000Z';

describe('the commands for the read models', () => {
  let folder: string;
  let database: TestDatabase;
  let addresses: Addresses;
  let client: pg.Client;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat số liệu '));
    database = await testDatabase({ migrated: false });
    const name = new URL(database.ownerUrl).pathname.slice(1);
    addresses = await prepareDatabase(join(folder, 'data'), database.ownerUrl, name);
    const log = postgresEventLog({ url: addresses.writerUrl });
    await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' });
    await demonstrate({ log, digest, recordedAt, files: 60 });
    await log.close();
    await migrateReadModels({ url: addresses.projectorUrl });
    client = new pg.Client({ connectionString: addresses.projectorUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const run = (...args: readonly string[]) => kiemsat([...args, '--data', join(folder, 'data')], database.ownerUrl);
  const count = async (table: string): Promise<number> =>
    (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM read_models.${table}`)).rows[0]?.n ?? 0;
  const someFile = async () =>
    (await client.query<{ stream: string }>('SELECT stream FROM read_models.file ORDER BY stream LIMIT 1')).rows[0]
      ?.stream ?? '';
  const park = (stream: string) =>
    client.query(`INSERT INTO read_models.parked_stream (stream, position, reason) VALUES ($1, $2, 'thử')`, [
      stream,
      '0'.repeat(20),
    ]);

  it('builds them anew from the log, and says from how much', async () => {
    const { code, output } = await run('rebuild');
    expect(output).toMatch(/Đã dựng lại từ \d+ ghi nhận, đến vị trí \d{20}\./);
    expect(code).toBe(0);
    const log = postgresEventLog({ url: addresses.projectorUrl });
    const built = [await count('file'), await count('docket_item')];
    await rebuild({ log, url: addresses.projectorUrl });
    await log.close();
    expect([await count('file'), await count('docket_item')]).toEqual(built);
    expect(built[0]).toBeGreaterThan(40);
  });

  it('applies a parked file again, the others untouched', async () => {
    const stream = await someFile();
    const [files, items] = [await count('file'), await count('docket_item')];
    await park(stream);
    await client.query('DELETE FROM read_models.docket_item WHERE file = $1', [stream]);
    const { code, output } = await run('replay', stream);
    expect([code, output]).toEqual([0, `${stream}: đã áp dụng lại\n`]);
    expect([await count('file'), await count('docket_item'), await count('parked_stream')]).toEqual([files, items, 0]);
  });

  it('applies all parked files when none is named, and says when there is none', async () => {
    await park(await someFile());
    expect((await run('replay')).output).toMatch(/đã áp dụng lại\n$/);
    expect(await run('replay')).toEqual({ code: 0, output: 'Không có hồ sơ nào bị tách khỏi số liệu.\n' });
  });

  it('refuses in one line a file that isn’t parked', async () => {
    const { code, output } = await run('replay', 'petition-khong-co');
    expect([code, output]).toEqual([1, 'Hồ sơ “petition-khong-co” không nằm trong số hồ sơ bị tách khỏi số liệu.\n']);
  });
});
