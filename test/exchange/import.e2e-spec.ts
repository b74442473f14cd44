import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { START, type EventLog, type Position } from '#engine';
import { memoryEventLog, postgresEventLog } from '#event-log';
import { appendReference, readSheets, referenceNow, releasedReference, runImport } from '#exchange';
import { testDatabase, until, type TestDatabase } from '#test';
import { prepareDatabase } from '../../apps/cli/src/installation/prepare-database.js';
import { forgetRunning, tellRunning } from '../../apps/cli/src/installation/running.js';
import { referenceOf, workbookOf } from '../acceptance/workbook.js';
import { connected } from '../event-log/as-owner.js';
import { ended, kiemsat, startKiemsat } from './kiemsat.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2022-01-10T01:00:00.000Z';

const prepare = (log: EventLog) =>
  appendReference([...releasedReference(), ...referenceOf('bac-ninh-2021')], {
    log,
    digest,
    recordedAt,
    actor: 'release',
  });

const idsIn = async (log: EventLog): Promise<readonly string[]> => {
  const ids: string[] = [];
  const filter = { streamPrefixes: ['criminalCase-', 'petition-'] };
  for (let after: Position = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000, filter });
    ids.push(...page.events.map(({ id }) => id));
    ({ next: after, caughtUp } = page);
  }
  return ids.sort();
};

/** What the workbook comes to on a log that nothing ever happens to. */
const idsUndisturbed = async (file: string): Promise<readonly string[]> => {
  const log = memoryEventLog();
  await prepare(log);
  const { referenceAt, position: reference } = await referenceNow(log);
  await runImport(await readSheets(file), { log, digest, referenceAt, reference, recordedAt });
  return idsIn(log);
};

describe('kiemsat import on a real database', () => {
  let folder: string;
  let database: TestDatabase;
  let log: ReturnType<typeof postgresEventLog>;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat nạp '));
    database = await testDatabase({ migrated: false });
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const { writerUrl } = await prepareDatabase(join(folder, 'data'), database.ownerUrl, name);
    log = postgresEventLog({ url: writerUrl });
    await prepare(log);
    file = join(folder, 'năm 2021.xlsx');
    await (await workbookOf('bac-ninh-2021')).xlsx.writeFile(file);
  });

  afterAll(async () => {
    await log.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const data = () => ['--data', join(folder, 'data')];
  const run = (...args: readonly string[]) => kiemsat([...args, ...data()], database.ownerUrl);

  /** Kills a program that appends, at a moment when nothing can be appended, and waits out what it had sent. */
  const killedOnceIn = (child: ChildProcess, position: number) =>
    connected(database.ownerUrl, async (client) => {
      const isIn = async () => {
        await client.query('BEGIN');
        const { rows } = await client.query<{ position: string }>('SELECT position FROM event_log.head FOR UPDATE');
        return Number(rows[0]?.position) >= position;
      };
      while (!(await isIn())) await client.query('ROLLBACK');
      child.kill('SIGKILL');
      await client.query('ROLLBACK');
      await until('nothing of it is at work', async () => {
        const { rows } = await client.query(
          `SELECT FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
        );
        return rows.length === 0;
      });
    });

  it('tries a workbook without writing anything', async () => {
    const { code, output } = await run('import', file, '--dry-run');
    expect([code, output]).toEqual([
      0,
      expect.stringContaining(
        'Đã đọc 3.381 dòng, không có lỗi. Chạy thử: không ghi gì. Sẽ ghi 3.381 mốc của 503 hồ sơ.',
      ),
    ]);
    expect(await idsIn(log)).toEqual([]);
  });

  it('killed between two appends and run again, loads everything once', async () => {
    const before = Number(await log.head());
    const child = startKiemsat(['import', file, ...data()], database.ownerUrl);
    const end = ended(child);
    await killedOnceIn(child, before + 40);
    await end;
    const loaded = await idsIn(log);
    const wanted = await idsUndisturbed(file);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.length).toBeLessThan(wanted.length);

    const again = await run('import', file);
    expect([again.code, again.output]).toEqual([
      0,
      expect.stringContaining(`${new Intl.NumberFormat('vi-VN').format(loaded.length)} dòng đã có trong sổ từ trước.`),
    ]);
    expect(await idsIn(log)).toEqual(wanted);

    expect((await run('import', file)).output).toContain('Đã ghi 0 mốc của 0 hồ sơ.');
    expect(await idsIn(log)).toEqual(wanted);
  });

  it('loads text files into the installation that runs on the data folder', async () => {
    const reports = join(folder, 'Kiến nghị.csv');
    writeFileSync(
      reports,
      [
        'Số hồ sơ;Mốc;Ngày;Số kiến nghị;Loại kiến nghị;Lĩnh vực;Cơ quan nhận kiến nghị;Các vi phạm, sơ hở;Người ký',
        'KN1;Ban hành kiến nghị;04/10/2021;KN1;Khắc phục vi phạm;Thi hành án hình sự;Cơ quan thi hành án;Chậm;huyen-bn1-gia-dinh-vt',
      ].join('\r\n'),
    );
    tellRunning(join(folder, 'data'), {
      address: 'http://127.0.0.1:1',
      ownerUrl: database.ownerUrl,
      database: new URL(database.ownerUrl).pathname.slice(1),
    });
    try {
      const { code, output } = await kiemsat(['import', reports, '--unit', 'huyen-bn1-gia-dinh', ...data()]);
      expect([code, output]).toEqual([0, expect.stringContaining('Đã ghi 1 mốc của 1 hồ sơ.')]);
    } finally {
      forgetRunning(join(folder, 'data'));
    }
  });

  it('tells every bad row by sheet, row and column, and writes none', async () => {
    const before = await log.head();
    const template = join(folder, 'mẫu.xlsx');
    expect((await run('export-template', template)).code).toBe(0);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(template);
    const page = book.getWorksheet('Kiến nghị');
    page?.addRow(['01', 'Ban hành kiến nghị', 'huyen-bn1-gia-dinh', '31/02/2021']);
    page?.addRow(['02', 'Trả lời', '', '01/03/2021']);
    await book.xlsx.writeFile(template);
    const { code, output } = await run('import', template);
    expect(code).toBe(1);
    for (const line of [
      'Trang “Kiến nghị”, dòng 2, cột “Ngày”: “31/02/2021” không phải là ngày (dd/MM/yyyy)',
      'Trang “Kiến nghị”, dòng 2, cột “Số kiến nghị”: Thiếu, mà mốc này bắt buộc có',
      'Trang “Kiến nghị”, dòng 3, cột “Mốc”: Sổ “Kiến nghị” không có mốc “Trả lời”',
      'Trang “Kiến nghị”, dòng 3, cột “Đơn vị”: Thiếu đơn vị',
      'chưa ghi gì vào sổ',
    ])
      expect(output).toContain(line);
    expect(await log.head()).toBe(before);
  });

  it.each([
    [['import', 'không có.xlsx'], 'không có tệp này'],
    [['import', 'x.csv', '--historical'], 'cần cả --historical và --approved-by'],
    [['export-template', 'mẫu.ods'], 'phải có đuôi .xlsx'],
  ])('says in one line what is wrong with %j', async (args, trouble) => {
    const { code, output } = await run(...args);
    expect([code, output]).toEqual([1, expect.stringContaining(trouble)]);
    expect(output).not.toMatch(/^ +at /m);
    expect(existsSync('mẫu.ods')).toBe(false);
  });
});
