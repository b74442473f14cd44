import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { theftCase } from '../../libs/casework/testing/criminal-case.js';
import { theftReport } from '../../libs/casework/testing/facts.js';
import type { Caller } from './caller.js';
import { OTHER_REGION, PROVINCE, REGION } from './province.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

describe('what is due, over HTTP', () => {
  let test: ApiUnderTest;
  let ksv: Caller;
  let head: Caller;
  let province: Caller;
  beforeAll(async () => {
    test = await apiUnderTest({ clock: () => new Date('2026-03-12T02:00:00.000Z') });
    ksv = await test.as('ksv');
    head = await test.as('truong');
    province = await test.as('lanhdao');
    const other = await test.as('ksv2');
    let last = '';
    const record = async (who: Caller, file: string, fact: object) => {
      const { status, headers } = await who.record(file, fact);
      expect(status).toBeLessThan(300);
      last = headers.get('position') ?? last;
    };
    await record(ksv, 'crimeReport/r1', theftReport.received('2026-03-05'));
    await record(ksv, 'crimeReport/r1', theftReport.docketed('2026-03-06'));
    await record(
      other,
      'criminalCase/c1',
      theftCase.initiated('2026-03-09', { sourceReportIds: [], sentOn: '2026-03-09' }),
    );
    await record(other, 'criminalCase/c1', theftCase.charged('2026-03-10', 'a1', { sentOn: '2026-03-10' }));
    await record(head, 'criminalCase/c2', theftCase.initiated('2026-03-11', { sentOn: '2026-03-12' }));
    await record(head, 'criminalCase/c2', {
      type: 'ProsecutorAssigned',
      data: { on: '2026-03-11', decisionNo: '1/PC', prosecutor: 'p-ksv' },
    });
    expect((await province.get('/api/due', { 'wait-for': last })).status).toBe(200);
  });
  afterAll(() => test.stop());

  const told = ({ rows }: { rows: { number: string; docket: string; label?: string; dueOn: string }[] }) =>
    rows.map(({ number, docket, label = '', dueOn }) => `${dueOn} ${number} ${docket} ${label}`.trim());

  it('lists stays and duties of every register in scope, each with its day', async () => {
    const { body } = await province.get('/api/due');
    expect(told(body)).toEqual([
      '2026-03-11 12/2026/TB duty Viện trưởng phân công kiểm sát việc giải quyết nguồn tin',
      '2026-03-13 01/2026/HS duty Xét phê chuẩn quyết định khởi tố bị can (Bị can a1)',
      '2026-03-25 12/2026/TB crimeReport',
      '2026-05-11 01/2026/HS investigation',
      '2026-05-11 01/2026/HS investigation',
    ]);
    expect(body).toMatchObject({ today: '2026-03-12', counts: { overdue: 1, d3: 1, d30: 1 }, total: 5 });
  });

  it('says until which day more time can be asked for, where the law leaves some', async () => {
    const { body } = await province.get('/api/due?unit=khu-vuc-2');
    // Ten days before 9 May 2026, the end as it stands before it is moved to the Monday.
    expect(body.rows.map(({ docket, askBy = '' }: { docket: string; askBy?: string }) => [docket, askBy])).toEqual([
      ['duty', ''],
      ['investigation', '2026-04-29'],
    ]);
  });

  it('is narrowed to a stage, a person or to what nobody has, and by bucket', async () => {
    expect(told((await province.get('/api/due?docket=duty')).body)).toHaveLength(2);
    expect((await province.get('/api/due?assignee=p-ksv')).body).toMatchObject({
      total: 1,
      rows: [{ docket: 'investigation', register: 'criminalCase', id: 'c2', assigneeName: 'Nguyễn Văn Kiểm' }],
    });
    expect((await province.get('/api/due?assignee=none&bucket=overdue')).body.total).toBe(1);
    expect((await province.get('/api/due?docket=breach')).status).toBe(400);
  });

  it('is counted by person, unit and stage, by names that people read', async () => {
    const groups = async (by: string, who = province) =>
      (await who.get(`/api/due?groupBy=${by}`)).body.groups.map(
        ({ name, total, counts }: { name: string; total: number; counts: { overdue: number } }) =>
          `${name}: ${total}, ${counts.overdue} quá hạn`,
      );
    expect(await groups('unit')).toEqual(['VKSND khu vực 1: 3, 1 quá hạn', 'VKSND khu vực 2: 2, 0 quá hạn']);
    expect(await groups('person')).toEqual(['Chưa phân công: 4, 1 quá hạn', 'Nguyễn Văn Kiểm: 1, 0 quá hạn']);
    expect(await groups('stage', head)).toEqual([
      'Việc phải làm trong hạn: 1, 1 quá hạn',
      'Giải quyết nguồn tin về tội phạm: 1, 0 quá hạn',
      'Điều tra: 1, 0 quá hạn',
    ]);
  });

  it('says of every item why it is due on that day, with the articles', async () => {
    const { body } = await province.get('/api/due');
    for (const { item, dueOn } of body.rows) {
      const why = await province.get(`/api/items/derivation?item=${encodeURIComponent(item)}`);
      expect(why.body.rows).toMatchObject([{ item, dueOn }]);
      expect(why.body.rows[0].steps.at(-1)).toMatchObject({ date: dueOn, basis: expect.stringMatching(/Điều \d+/u) });
    }
    const file = await province.get('/api/items/derivation?file=crimeReport-r1&due=2026-03-25');
    expect(file.body.rows).toMatchObject([{ docket: 'crimeReport', key: 'crimeReport-1' }]);
  });

  it('tells why to nobody who may not read the file', async () => {
    const item = encodeURIComponent('criminalCase-c1/investigation-1');
    expect((await ksv.get(`/api/items/derivation?item=${item}`)).status).toBe(403);
    expect((await province.get('/api/items/derivation?item=criminalCase-c9%2Fx')).status).toBe(404);
    expect((await province.get('/api/items/derivation')).status).toBe(400);
  });

  it('shows the duties of a file beside its stays', async () => {
    const { body } = await head.get('/api/files/crimeReport/r1');
    expect(
      body.spells.map(({ docketLabel, dueOn }: { docketLabel: string; dueOn: string }) => [
        docketLabel,
        dueOn.slice(0, 10),
      ]),
    ).toEqual(expect.arrayContaining([['Việc phải làm trong hạn', '2026-03-11']]));
    expect(body.state).not.toHaveProperty('trail');
    expect([PROVINCE, REGION, OTHER_REGION]).toContain(body.unit);
  });
});
