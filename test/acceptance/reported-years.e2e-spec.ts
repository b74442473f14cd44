import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresEventLog } from '#event-log';
import { appendReference, releasedReference } from '#exchange';
import { migrateReadModels, runProjection } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';
import { startApi, type RunningApi } from '../../apps/api/src/app.js';
import { prepareDatabase, type Addresses } from '../../apps/cli/src/installation/prepare-database.js';
import { asPerson, type Caller } from '../api/caller.js';
import { kiemsat } from '../exchange/kiemsat.js';
import { referenceOf, SETS, topOf, workbookOf, type SetName } from './workbook.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2022-01-10T01:00:00.000Z';

interface Cell {
  readonly code: string;
  readonly numerator: number;
  readonly denominator?: number;
  readonly display: string;
  readonly versusTarget?: string;
  readonly versusSamePeriod: string;
}

describe('years as they were reported, from workbooks to figures', () => {
  let folder: string;
  let database: TestDatabase;
  let addresses: Addresses;
  let api: RunningApi;
  const stopped = new AbortController();
  const ends: (() => Promise<unknown>)[] = [];
  const said: Partial<Record<SetName, string>> = {};

  const append = async () => {
    const log = postgresEventLog({ url: addresses.writerUrl });
    const facts = [...releasedReference(), ...SETS.flatMap(referenceOf)];
    await appendReference(facts, { log, digest, recordedAt, actor: 'release' });
    await log.close();
  };

  const project = () => {
    const log = postgresEventLog({ url: addresses.projectorUrl });
    const running = runProjection({ log, url: addresses.projectorUrl, signal: stopped.signal });
    running.catch(() => undefined);
    ends.push(
      () => running.catch(() => undefined),
      () => log.close(),
    );
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat nghiệm thu '));
    database = await testDatabase({ migrated: false });
    const name = new URL(database.ownerUrl).pathname.slice(1);
    addresses = await prepareDatabase(join(folder, 'data'), database.ownerUrl, name);
    await migrateReadModels({ url: addresses.projectorUrl });
    await append();
    for (const set of SETS) {
      const file = join(folder, `${set}.xlsx`);
      await (await workbookOf(set)).xlsx.writeFile(file);
      const { code, output } = await kiemsat(['import', file, '--data', join(folder, 'data')], database.ownerUrl);
      if (code !== 0) throw new Error(`${set} was not loaded:\n${output}`);
      said[set] = output;
    }
    project();
    api = await startApi({
      writerUrl: addresses.writerUrl,
      host: '127.0.0.1',
      port: 0,
      behindProxy: false,
      requestsAMinute: 6000,
      accounts: SETS.map((set) => ({
        username: set,
        personId: `${topOf(set)}-vt`,
        unit: topOf(set),
        roles: ['supervisor'],
      })),
    });
    ends.unshift(() => api.close());
  }, 240_000);

  afterAll(async () => {
    stopped.abort();
    for (const end of ends) await end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const signedIn = (set: SetName): Promise<Caller> => {
    const account = api.accounts.find(({ username }) => username === set);
    return asPerson(api.address, set, account?.password ?? '');
  };

  const head = async () => {
    const log = postgresEventLog({ url: addresses.projectorUrl });
    try {
      return await log.head();
    } finally {
      await log.close();
    }
  };

  /** The indicator table of a set's province, once everything imported is in it. */
  const tableOf = async (set: SetName, period: string, unit = topOf(set)): Promise<ReadonlyMap<string, Cell>> => {
    const caller = await signedIn(set);
    const { status, body } = await caller.get(`/api/indicators?unit=${unit}&period=${period}`, {
      'wait-for': await head(),
    });
    if (status !== 200) throw new Error(`the table answered ${status}`);
    return new Map((body.rows as Cell[]).map((row) => [row.code, row]));
  };

  const figures = (table: ReadonlyMap<string, Cell>, codes: readonly string[]) =>
    Object.fromEntries(
      codes.map((code) => {
        const { numerator, denominator, display } = table.get(code) ?? {};
        return [code, denominator === undefined ? display : `${numerator}/${denominator} = ${display}`];
      }),
    );

  it('says what was loaded', () => {
    expect(said['tieu-can-2020']).toContain('Đã đọc 158 dòng, không có lỗi. Đã ghi 162 mốc của 30 hồ sơ.');
  });

  it('gives the district’s 2020: 6 recommendations and 2 protests, all accepted, all in time, all charged rightly', async () => {
    const table = await tableOf('tieu-can-2020', 'work:2020:year', 'huyen-tc-gia-dinh');
    expect(
      figures(table, ['K33.issued', 'K33.answered', 'K22.issued', 'K22.tried', 'K16', 'K17', 'K18', 'K19', 'K32']),
    ).toEqual({
      'K33.issued': '6/6 = 100%',
      'K33.answered': '6/6 = 100%',
      'K22.issued': '2/2 = 100%',
      'K22.tried': '2/2 = 100%',
      K16: '18/18 = 100%',
      K17: '4/4 = 100%',
      K18: '8/8 = 100%',
      K19: '0',
      K32: '4/4 = 100%',
    });
  });

  it('gives the province’s 2021: petitions 20 points over the target, returned files down 0.3 points', async () => {
    const table = await tableOf('bac-ninh-2021', 'work:2021:year');
    expect(figures(table, ['K01', 'K02.VKS'])).toEqual({ K01: '48/48 = 100%', 'K02.VKS': '3/250 = 1,2%' });
    expect(table.get('K01')?.versusTarget).toContain('vượt 20 điểm %');
    expect(table.get('K02.VKS')?.versusSamePeriod).toBe('giảm 0,3 điểm % (cùng kỳ 1,5%)');
  });

  it('gives nine months of 2021: decided in time, charged rightly, recommendations accepted', async () => {
    const table = await tableOf('thai-nguyen-2021', 'work:2021:9m');
    expect(figures(table, ['K32', 'K18', 'K19', 'K33.issued', 'K33.answered'])).toEqual({
      K32: '32/32 = 100%',
      K18: '32/32 = 100%',
      K19: '0',
      'K33.issued': '12/12 = 100%',
      'K33.answered': '12/12 = 100%',
    });
    expect(table.get('K32')?.versusTarget).toContain('vượt 10 điểm %');
  });
});
