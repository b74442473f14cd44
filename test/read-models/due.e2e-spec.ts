import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dueGroups, dueList, type Domain, type DueFilter, type Viewer } from '#read-models';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved } from './small-log.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const outsider: Viewer = { scope: 'all', maySeeSealed: false };
const today = '2026-06-24';

/** Each report open for long also asks for something within five days. */
const withDuties: typeof smallDomain = {
  ...smallDomain,
  itemsOf: (...given: Parameters<Domain<{ days: number }>['itemsOf']>) => {
    const items = smallDomain.itemsOf(...given);
    const [stay] = items;
    if (!stay || stay.closedOn !== undefined) return items;
    const asked = { docket: 'duty', id: `${stay.file}/duty-1`, dueOn: '2026-06-24' } as const;
    return [...items, { ...stay, ...asked, kind: 'report.ask', attributes: { label: 'Hỏi người báo tin' } }];
  },
};

describe('what is due', () => {
  let given: GivenLog;
  beforeAll(async () => {
    given = await givenLog();
    await given.write('report-a', [received('2026-06-01', 'u1'), assigned('2026-06-02', 'binh')]);
    await given.write('report-b', [received('2026-06-10', 'u2', { number: '7/2026/TB', sealed: true })]);
    await given.write('report-c', [received('2026-06-20', 'u1'), assigned('2026-06-20', 'an')]);
    await given.write('report-d', [received('2026-06-01', 'u2'), resolved('2026-06-05')]);
    await given.project({ domain: withDuties });
  });
  afterAll(() => given.end());

  const list = (viewer: Viewer, more: Partial<DueFilter> = {}) => dueList(given.client, viewer, { today, ...more });
  const ids = async (viewer: Viewer, more: Partial<DueFilter> = {}) =>
    (await list(viewer, more)).rows.map(({ id }) => id);

  it('is in the order of the days, a duty with what is to be done', async () => {
    const { rows, counts, total } = await list(everything);
    expect(rows.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['report-a/report-1', -3],
      ['report-a/duty-1', 0],
      ['report-b/duty-1', 0],
      ['report-c/duty-1', 0],
      ['report-b/report-1', 6],
      ['report-c/report-1', 16],
    ]);
    expect(rows[1]).toMatchObject({ docket: 'duty', label: 'Hỏi người báo tin', kind: 'report.ask' });
    expect({ counts, total }).toEqual({ counts: { overdue: 1, today: 3, d3: 0, d7: 1, d30: 1 }, total: 6 });
  });

  it('is narrowed to stages, to a person or to nobody, and counted as it is listed', async () => {
    expect(await ids(everything, { dockets: ['crimeReport'], bucket: 'd7' })).toEqual(['report-b/report-1']);
    expect(await ids(everything, { assignee: 'an' })).toEqual(['report-c/duty-1', 'report-c/report-1']);
    expect(await list(everything, { assignee: null, dockets: ['duty'] })).toMatchObject({
      total: 1,
      counts: { today: 1 },
      rows: [{ id: 'report-b/duty-1' }],
    });
    expect(await ids(everything, { units: ['u2'], page: 2, size: 1 })).toEqual(['report-b/report-1']);
  });

  it('leaves out sealed files, but not for who has them in hand', async () => {
    expect(await list(outsider, { units: ['u2'] })).toMatchObject({ total: 0, rows: [] });
    expect((await list(outsider)).total).toBe(4);
    expect(await dueGroups(given.client, outsider, { today, groupBy: 'unit' })).toMatchObject([
      { key: 'u1', total: 4 },
    ]);
    await given.write('report-b', [assigned('2026-06-11', 'chi')]);
    await given.project({ domain: withDuties });
    expect(await ids({ ...outsider, person: 'chi' }, { units: ['u2'] })).toEqual([
      'report-b/duty-1',
      'report-b/report-1',
    ]);
  });

  it('is counted by person, unit and stage, the most overdue first', async () => {
    const groups = async (groupBy: 'person' | 'unit' | 'stage', viewer = everything) =>
      (await dueGroups(given.client, viewer, { today, groupBy })).map(({ key, total, counts }) => [
        key,
        total,
        counts.overdue,
      ]);
    expect(await groups('person')).toEqual([
      ['binh', 2, 1],
      ['an', 2, 0],
      ['chi', 2, 0],
    ]);
    expect(await groups('unit', { scope: ['u2'], maySeeSealed: true })).toEqual([['u2', 2, 0]]);
    expect(await groups('stage')).toEqual([
      ['crimeReport', 3, 1],
      ['duty', 3, 0],
    ]);
  });
});
