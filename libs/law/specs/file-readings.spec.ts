import { describe, expect, it } from '@jest/globals';
import { derive, dueDate, dueHistory, type Otherwise } from '../src/index.js';
import { clockOf, settledOtherwise, theLaw } from '../testing/the-law.js';

/** What the facts of a file make open: how the clock began or whether it ran on. */
describe('open points that the facts of a file raise', () => {
  it.each([
    // joined: from the first initiation, or from the joined charge's own
    ['A13', 'investigation', '2026-01-05', { trigger: '2026-02-02' }, '2026-04-06', '2026-05-04'],
    // transferred: the ten days on the road count, or they don't
    [
      'A14',
      'investigation',
      '2026-01-05',
      { suspension: { from: '2026-02-09', to: '2026-02-19' } },
      '2026-04-06',
      '2026-04-15',
    ],
    // summary procedure cancelled: from initiation, or from the cancellation
    ['A21', 'investigation', '2026-01-05', { trigger: '2026-01-20' }, '2026-04-06', '2026-04-20'],
    // in force after the thirty days of the upper level, or after fifteen
    ['A23', 'execution.decide', '2026-04-15', { trigger: '2026-03-31' }, '2026-04-22', '2026-04-07'],
  ] as const)('%s: %s from %s', (point, term, trigger, change, first, second) => {
    const otherwise: Otherwise[] = [{ point, reading: 2, ...change }];
    const clock = clockOf(term, trigger, { severity: 'N', otherwise });
    expect(dueDate(clock, theLaw).due).toBe(first);
    expect(dueDate(clock, settledOtherwise(point)).due).toBe(second);
    expect(derive(clock, theLaw)).toContainEqual(expect.objectContaining({ point, date: second }));
    expect(derive(clock, settledOtherwise(point))).toContainEqual(expect.objectContaining({ point, date: first }));
  });

  it('A15: the whole term again after a return, or the days that were left', () => {
    const otherwise: Otherwise[] = [
      { point: 'A15', reading: 2, trigger: '2026-03-02', suspension: { from: '2026-03-12', to: '2026-04-16' } },
    ];
    const clock = clockOf('prosecution.decide', '2026-04-16', { severity: 'N', otherwise });
    expect(dueDate(clock, theLaw).due).toBe('2026-05-06');
    // 22/3 and the 35 days away: 26/4, a Sunday and a holiday, then the day in lieu
    expect(dueDate(clock, settledOtherwise('A15')).due).toBe('2026-04-28');
  });

  it('A15: what the procuracy fills itself on a court return has no term in the text: that of Điều 240, or one month', () => {
    const clock = clockOf('prosecution.decide', '2026-03-02', { severity: 'I', kind: 'courtReturn' });
    expect(dueDate(clock, theLaw)).toMatchObject({ due: '2026-03-23', confirmed: false });
    expect(dueDate(clock, settledOtherwise('A15')).due).toBe('2026-04-02');
    expect(derive(clock, theLaw)).toContainEqual(expect.objectContaining({ point: 'A15', date: '2026-04-02' }));
  });

  it('follows the reading settled on the day the clock began, and keeps its history', () => {
    const otherwise: Otherwise[] = [{ point: 'A14', reading: 2, suspension: { from: '2026-02-09', to: '2026-02-19' } }];
    const clock = clockOf('investigation', '2026-01-05', { severity: 'N', otherwise });
    expect(dueHistory(clock, theLaw)).toEqual([{ from: '2026-01-05', due: '2026-04-06' }]);
  });
});
