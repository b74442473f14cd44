import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import pg from 'pg';
import { caller, type Caller } from './caller.js';
import { petitionReceived } from './facts.js';
import { until } from '#test';
import { appendUnit, OTHER_REGION, PROVINCE, REGION } from './province.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

const YEAR = 'work:2026:year';

interface Row {
  readonly code: string;
  readonly numerator: number;
  readonly denominator?: number;
}

describe('figures over HTTP', () => {
  let run: ApiUnderTest;
  let ksv: Caller;
  let leader: Caller;
  beforeAll(async () => {
    // Within the work year, after everything recorded here.
    run = await apiUnderTest({ clock: () => new Date('2026-10-01T03:00:00.000Z') });
    [ksv, leader] = [await run.as('ksv'), await run.as('lanhdao')];
  });
  afterAll(() => run.stop());

  const accepted = { type: 'PetitionAccepted', data: { on: '2026-03-04' } };
  const decided = (on: string) => ({
    type: 'PetitionDecisionIssued',
    data: { on, decisionNo: '1/QĐ', finding: 'wrong', signer: 'p-truong' },
  });

  /** A complaint through to its decision. @returns the position of the last event */
  const resolved = async (id: string, on = '2026-03-20'): Promise<string> => {
    await ksv.record(`petition/${id}`, petitionReceived('2026-03-02'));
    await ksv.record(`petition/${id}`, accepted);
    return (await ksv.record(`petition/${id}`, decided(on))).body.position;
  };

  const table = async (who: Caller, query: string, after: string) => {
    const { status, body } = await who.get(`/api/indicators?period=${YEAR}${query}`, { 'wait-for': after });
    expect([status, body.code]).toEqual([200, undefined]);
    return body;
  };

  const petitions = ({ rows }: { rows: Row[] }) => rows.find(({ code }) => code === 'K01');

  it('counts what was recorded, for the unit and for the one above it, and says up to where', async () => {
    const position = await resolved('f-1');
    const own = await table(ksv, '', position);
    expect(own).toMatchObject({ unit: REGION, live: true, period: { from: '2025-12-01', to: '2026-11-30' } });
    expect(own.position >= position).toBe(true);
    expect(petitions(own)).toMatchObject({ numerator: 1, denominator: 1, display: '100%' });
    const above = await table(leader, '&children=true', position);
    expect(petitions(above)).toMatchObject({ numerator: 1, denominator: 1 });
    const children = above.children as { unit: string; rows: Row[] }[];
    expect(children.map(({ unit }) => unit)).toEqual([REGION, OTHER_REGION]);
    expect(children.map((child) => petitions(child)?.numerator)).toEqual([1, 0]);
  });

  it('keeps the figure of an older position, and lists what has changed since', async () => {
    const then = await resolved('f-2');
    const before = await table(ksv, '', then);
    const now = await resolved('f-3');
    const after = await table(ksv, '', now);
    expect((petitions(after)?.numerator ?? 0) - (petitions(before)?.numerator ?? 0)).toBe(1);
    const again = await table(ksv, `&position=${then}`, now);
    expect(again).toMatchObject({ live: false, position: then, rows: before.rows });
    const changes = await ksv.get(`/api/indicators/changes?period=${YEAR}&position=${then}`);
    expect(changes.body.rows.map(({ file }: { file: string }) => file)).toEqual(['f-3']);
  });

  it('leads from a number to its items and their events', async () => {
    const position = await resolved('f-4');
    const { body } = await ksv.get(`/api/indicators/K01/items?period=${YEAR}&part=numerator&size=200`, {
      'wait-for': position,
    });
    expect(petitions(await table(ksv, '', position))?.numerator).toBe(body.total);
    const item = body.rows.find(({ file }: { file: string }) => file === 'f-4');
    expect(item).toMatchObject({ register: 'petition', closedOn: '2026-03-20', outcomeLabel: 'Đã giải quyết' });
    const { body: file } = await ksv.get('/api/files/petition/f-4');
    const events = file.timeline.map(({ id }: { id: string }) => id);
    expect(item.evidence.every((id: string) => events.includes(id))).toBe(true);
  });

  it('gives the same table as a workbook, with real numbers, and keeps a record of the export', async () => {
    const position = await resolved('f-5');
    const shown = await table(leader, '', position);
    const answer = await fetch(`${run.address}/api/indicators.xlsx?period=${YEAR}`, { headers: { ...leader.headers } });
    expect(answer.status).toBe(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const [sheet] = workbook.worksheets;
    const cells = (shown.rows as (Row & { value?: number; display: string })[]).map((row) => [
      row.code,
      row.numerator,
      row.denominator ?? null,
      row.value ?? row.display,
    ]);
    const written = cells.map((_, i) => {
      const row = sheet?.getRow(i + 6);
      return [1, 4, 5, 6].map((column) => row?.getCell(column).value);
    });
    expect(written).toEqual(cells);
    expect(sheet?.getCell('A2').value).toBe('Đơn vị: VKSND tỉnh Thử');
    expect(sheet?.getCell('A4').value).toContain(shown.position);
    const client = new pg.Client({ connectionString: run.databaseUrl });
    await client.connect();
    const { rows } = await client.query("SELECT person_id FROM access.read_record WHERE kind = 'export'");
    await client.end();
    expect(rows).toEqual([{ person_id: 'p-lanhdao' }]);
  });

  it('keeps, as of an older position, the units as they were then', async () => {
    const then = await resolved('f-10');
    const asked = `/api/indicators?period=${YEAR}&children=true&position=${then}`;
    const unitsOf = (body: { children: { unit: string }[] }) => body.children.map(({ unit }) => unit);
    const before = (await leader.get(asked, { 'wait-for': then })).body;
    await appendUnit(run.databaseUrl, { code: 'khu-vuc-3', name: 'VKSND khu vực 3', parent: PROVINCE });
    await until('the new unit is known', async () =>
      (await leader.get('/api/units')).body.some(({ code }: { code: string }) => code === 'khu-vuc-3'),
    );
    const now = await leader.get(`/api/indicators?period=${YEAR}&children=true`);
    expect(unitsOf(now.body)).toEqual([REGION, OTHER_REGION, 'khu-vuc-3']);
    expect((await leader.get(asked)).body).toEqual(before);
    expect(unitsOf(before)).toEqual([REGION, OTHER_REGION]);
  });

  it('refuses a period that isn’t one', async () => {
    const { status, body } = await ksv.get('/api/indicators?period=work:2026:q9');
    expect([status, body.code, body.field]).toEqual([400, 'unknown-period', 'period']);
  });

  it('says so when the figures haven’t come as far as asked', async () => {
    const headers = { ...ksv.headers, 'wait-for': '9'.repeat(20) };
    const answer = await fetch(`${run.address}/api/indicators?period=${YEAR}`, { headers });
    expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'not-yet' })]);
  });

  it('finds files without diacritics, and keeps a record of the search', async () => {
    const { body } = await ksv.record('petition/f-6', {
      ...petitionReceived('2026-03-02'),
      data: { ...petitionReceived('2026-03-02').data, petitionNo: 'Đ-77/2026' },
    });
    const found = await ksv.get('/api/files?q=d%2077', { 'wait-for': body.position });
    expect(found.body.rows).toMatchObject([{ register: 'petition', id: 'f-6', statusLabel: 'Đã tiếp nhận' }]);
    const other = await (await run.as('ksv2')).get('/api/files?q=d%2077');
    expect(other.body).toMatchObject({ total: 0, rows: [] });
  });

  it('puts a file into the hands of who it was assigned to', async () => {
    await ksv.record('petition/f-9', petitionReceived('2026-03-02'));
    await ksv.record('petition/f-9', accepted);
    const mine = async (after: string) => {
      const { body } = await ksv.get('/api/due?mine=true&size=200', { 'wait-for': after });
      return body.rows.some(({ id }: { id: string }) => id === 'f-9');
    };
    const assigned = { type: 'ProsecutorAssigned', data: { on: '2026-03-05', prosecutor: 'p-ksv' } };
    const first = await ksv.record('petition/f-9', assigned);
    expect(await mine(first.body.position)).toBe(true);
    const handedOn = { type: 'ProsecutorAssigned', data: { on: '2026-03-06', prosecutor: 'p-pho' } };
    const second = await ksv.record('petition/f-9', handedOn);
    expect(await mine(second.body.position)).toBe(false);
    const listed = await ksv.get('/api/files?size=200');
    expect(listed.body.rows.find(({ id }: { id: string }) => id === 'f-9')).toMatchObject({
      assignee: 'p-pho',
      assigneeName: 'Phạm Thị Phó',
    });
  });

  it('hides a sealed file from the colleagues of who has it, counts it all the same, and records who reads it', async () => {
    const sealed = { ...petitionReceived('2026-03-02'), confidentiality: 2 };
    const { body } = await ksv.record('petition/f-7', sealed);
    expect((await ksv.get('/api/files/petition/f-7')).status).toBe(403);
    const listed = await ksv.get('/api/files?size=200', { 'wait-for': body.position });
    expect(listed.body.rows.map(({ id }: { id: string }) => id)).not.toContain('f-7');
    const head = await run.as('truong');
    expect((await head.get('/api/files/petition/f-7')).status).toBe(200);
    const client = new pg.Client({ connectionString: run.databaseUrl });
    await client.connect();
    const { rows } = await client.query("SELECT person_id FROM access.read_record WHERE kind = 'sealed'");
    await client.end();
    expect(rows).toEqual([{ person_id: 'p-truong' }]);
  });

  it('tells open pages when the figures have moved', async () => {
    const leaving = new AbortController();
    const stream = await fetch(`${run.address}/api/live`, { headers: { ...ksv.headers }, signal: leaving.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const { body } = await ksv.record('petition/f-8', petitionReceived('2026-03-02'));
    const decoder = new TextDecoder();
    let heard = '';
    for await (const chunk of stream.body ?? []) {
      heard += decoder.decode(chunk as Uint8Array);
      const positions = [...heard.matchAll(/event: position\nid: (\d{20})/g)].map(([, position]) => position ?? '');
      if (positions.some((position) => position >= body.position)) break;
    }
    leaving.abort();
    expect(heard).toContain('event: position');
  });

  it('lets nobody listen who isn’t signed in', async () => {
    expect((await caller(run.address).get('/api/live')).status).toBe(401);
  });
});

describe('a shutdown', () => {
  it('is quick, even with open streams', async () => {
    const run = await apiUnderTest();
    const leader = await run.as('lanhdao');
    const streams = await Promise.all(
      [1, 2, 3].map(() => fetch(`${run.address}/api/live`, { headers: { ...leader.headers } })),
    );
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await leader.get(`/api/due?unit=${PROVINCE}`)).status).toBe(200);
    const began = performance.now();
    await run.api.close();
    expect(performance.now() - began).toBeLessThan(1500);
    await Promise.allSettled(streams.map((stream) => stream.text()));
    await run.stop();
  });
});
