import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  breachList,
  checkpoint,
  dueList,
  files,
  filesNamed,
  lateEntries,
  parkedStreams,
  pendingCorrections,
  positionAt,
  recordedAt,
  waitFor,
  type Viewer,
} from '#read-models';
import { givenLog, type GivenLog } from './given.js';
import { assigned, received, resolved, transferred } from './small-log.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const outsider: Viewer = { scope: 'all', maySeeSealed: false };

describe('lists of the read models', () => {
  let given: GivenLog;
  const at = { opened: '', moved: '' };

  beforeAll(async () => {
    given = await givenLog();
    const first = await given.write('report-a', [received('2026-06-01', 'u1'), assigned('2026-06-02', 'binh')], {
      recordedAt: '2026-06-02T02:00:00.500Z',
    });
    at.opened = first.position;
    await given.write(
      'report-b',
      [received('2026-06-10', 'u2', { number: '7/2026/TB', title: 'Lừa đảo qua mạng', sealed: true })],
      {
        recordedAt: '2026-06-10T02:00:00.000Z',
      },
    );
    const moved = await given.write(
      'report-c',
      [
        received('2026-05-01', 'u1', { number: '3/2026/TB' }),
        transferred('2026-05-02', 'u2'),
        transferred('2026-05-03', 'u1'),
      ],
      { recordedAt: '2026-06-11T02:00:00.000Z' },
    );
    at.moved = moved.position;
    await given.write('report-d', [received('2026-06-01', 'u1'), resolved('2026-06-05')]);
    await given.write('report-d', [
      { type: 'CorrectionRequested', data: { on: '2026-06-06', reason: 'Nhầm', changes: [] } },
    ]);
    await given.project();
  });
  afterAll(() => given.end());

  const streams = async (viewer: Viewer, filter: Parameters<typeof files>[2]) => {
    const { total, rows } = await files(given.client, viewer, filter);
    expect(total).toBe(rows.length);
    return rows.map(({ stream }) => stream);
  };

  it('find files by beginnings of words, with or without diacritics', async () => {
    expect(await streams(everything, { q: 'lua dao' })).toEqual(['report-b']);
    expect(await streams(everything, { q: 'Đảo LỪ' })).toEqual(['report-b']);
    expect(await streams(everything, { q: '3/2026' })).toEqual(['report-c']);
    expect(await streams(everything, { q: 'không có' })).toEqual([]);
  });

  it('leave out sealed files, but not for who has them in hand, and what lies outside the scope', async () => {
    expect(await streams(outsider, { q: 'lua dao' })).toEqual([]);
    expect(await streams({ scope: ['u2'], maySeeSealed: true }, {})).toEqual(['report-b']);
    expect([...(await filesNamed(given.client, outsider, ['report-a', 'report-b'])).keys()]).toEqual(['report-a']);
  });

  it('say what is due, soonest first, and how much in each bucket', async () => {
    const due = await dueList(given.client, everything, { today: '2026-06-24' });
    expect(due.counts).toEqual({ overdue: 2, today: 0, d3: 0, d7: 1, d30: 0 });
    expect(due.rows.map(({ stream, dueOn, daysLeft }) => ({ stream, dueOn, daysLeft }))).toEqual([
      { stream: 'report-c', dueOn: '2026-05-23', daysLeft: -32 },
      { stream: 'report-a', dueOn: '2026-06-21', daysLeft: -3 },
      { stream: 'report-b', dueOn: '2026-06-30', daysLeft: 6 },
    ]);
    const mine = await dueList(given.client, everything, { today: '2026-06-24', assignee: 'binh', bucket: 'overdue' });
    expect(mine).toMatchObject({ total: 1, rows: [{ stream: 'report-a', assignee: 'binh' }] });
  });

  it('name breaches, late entries and corrections that wait, with their files', async () => {
    expect(await breachList(given.client, everything)).toMatchObject({
      total: 1,
      rows: [{ stream: 'report-c', number: '3/2026/TB', code: 'moved-twice', basis: 'Điều 3', on: '2026-05-03' }],
    });
    const late = await lateEntries(given.client, everything, { size: 1, page: 1 });
    expect(late.rows).toMatchObject([{ stream: 'report-d', type: 'ReportResolved', days: 25 }]);
    expect(late.total).toBe(6);
    expect(await pendingCorrections(given.client, everything)).toMatchObject({
      total: 1,
      rows: [{ stream: 'report-d', requestedBy: 'an', data: { reason: 'Nhầm' } }],
    });
    expect(await pendingCorrections(given.client, { scope: ['u2'], maySeeSealed: true })).toEqual({
      total: 0,
      rows: [],
    });
    expect(await parkedStreams(given.client)).toEqual([]);
  });

  it('tell the position of a moment and the moment of a position', async () => {
    expect(await positionAt(given.client, '2026-06-02T09:00:01+07:00')).toBe(at.opened);
    expect(await positionAt(given.client, '2026-06-02T02:00:00Z')).toBe('0'.repeat(20));
    expect(await positionAt(given.client, '2026-06-20T00:00:00Z')).toBe(at.moved);
    expect(await recordedAt(given.client, at.opened)).toBe('2026-06-02T02:00:00.000Z');
  });

  it('can be waited for', async () => {
    const { position } = await checkpoint(given.client);
    expect(await waitFor(given.client, given.log, position, 0)).toBe(true);
    expect(await waitFor(given.client, given.log, '9'.repeat(20), 60)).toBe(false);
  });
});
