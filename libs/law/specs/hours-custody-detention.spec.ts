import { describe, expect, it } from '@jest/globals';
import { dueDate, evolveLaw, isInTime, type Law, type Length } from '../src/index.js';
import { clockOf, settledOtherwise, theLaw } from '../testing/the-law.js';

const extension = (decidedOn: string, length: { days?: number; months?: number }) => ({
  fact: `on-${decidedOn}`,
  decidedOn,
  length,
});

describe('terms in hours run through nights and days off', () => {
  it.each([
    ['crimeReport.classify', '2026-03-02T09:15:00+07:00', '2026-03-03T09:15:00+07:00'],
    ['crimeReport.classify', '2026-02-13T23:30:00+07:00', '2026-02-14T23:30:00+07:00'],
    ['crimeReport.suspensionSent', '2024-02-28T22:00:00+07:00', '2024-02-29T22:00:00+07:00'],
    ['crimeReport.initiationSent', '2025-12-31T18:00:00+07:00', '2026-01-01T18:00:00+07:00'],
    ['custody.extensionDecision', '2026-03-02T20:00:00+07:00', '2026-03-03T08:00:00+07:00'],
    ['investigation.accusedSent', '2026-04-30T00:00:00+07:00', '2026-05-01T00:00:00+07:00'],
  ])('%s from %s ends at %s', (term, from, due) => {
    expect(dueDate(clockOf(term, from), theLaw).due).toBe(due);
  });

  it('ends with the next day when the hour was not noted, even a Saturday', () => {
    expect(dueDate(clockOf('crimeReport.classify', '2026-03-06'), theLaw).due).toBe('2026-03-07');
  });

  it('is in time to the second between instants, and by the day where one is only a day', () => {
    expect(isInTime('2026-03-03T09:15:00+07:00', '2026-03-03T09:15:00+07:00')).toBe(true);
    expect(isInTime('2026-03-03T09:15:01+07:00', '2026-03-03T09:15:00+07:00')).toBe(false);
    expect(isInTime('2026-03-03T23:00:00+07:00', '2026-03-03')).toBe(true);
    expect(isInTime('2026-03-03', '2026-03-03T09:15:00+07:00')).toBe(true);
    expect(isInTime('2026-03-04', '2026-03-03')).toBe(false);
  });
});

describe('custody runs from hour to hour (BLTTHS 118)', () => {
  const received = '2026-03-01T10:00:00+07:00';

  it('ends at the same hour of the third day, and never rolls', () => {
    expect(dueDate(clockOf('custody', received), theLaw).due).toBe('2026-03-04T10:00:00+07:00');
    expect(dueDate(clockOf('custody', '2026-02-14T10:00:00+07:00'), theLaw).due).toBe('2026-02-17T10:00:00+07:00');
  });

  it('is extended twice by three days, not a third time', () => {
    const extensions = ['2026-03-03', '2026-03-06', '2026-03-09'].map((day) => extension(day, { days: 3 }));
    const { due, extensions: judged } = dueDate(clockOf('custody', received, { extensions }), theLaw);
    expect(due).toBe('2026-03-10T10:00:00+07:00');
    expect(judged.map(({ overCeilingBy }) => overCeilingBy)).toEqual([0, 0, 3]);
  });

  it('ends at the close of the third day by the other reading (A8)', () => {
    expect(dueDate(clockOf('custody', received), settledOtherwise('A8')).due).toBe('2026-03-03');
  });
});

describe('detention counts months of 30 days, its first day included, and never rolls (BLTTHS 134, 173)', () => {
  it.each([
    ['I', '2026-03-24', '2026-05-22'],
    ['N', '2022-03-24', '2022-06-21'],
    ['R', '2026-01-01', '2026-04-30'],
    ['D', '2024-02-01', '2024-05-30'],
  ] as const)('%s from %s ends on %s', (severity, from, due) => {
    expect(dueDate(clockOf('detention.investigation', from, { severity }), theLaw).due).toBe(due);
  });

  it('is extended from its end by months of 30 days', () => {
    const extensions = [extension('2022-06-10', { months: 2 })];
    const clock = clockOf('detention.investigation', '2022-03-24', { severity: 'N', extensions });
    expect(dueDate(clock, theLaw).due).toBe('2022-08-20');
  });

  it('counts 45 days after the sentence with the day of pronouncement, or without it by the other reading (A11)', () => {
    const clock = clockOf('detention.afterSentence', '2026-03-02');
    expect(dueDate(clock, theLaw).due).toBe('2026-04-15');
    expect(dueDate(clock, settledOtherwise('A11')).due).toBe('2026-04-16');
  });
});

describe('counted back from the day that must be given notice of', () => {
  const notice = (lengths: Length): Law =>
    evolveLaw(theLaw, {
      type: 'TermEnacted',
      data: {
        on: '2026-01-01',
        term: {
          code: 'hearing.notice',
          label: 'Thông báo mở phiên họp',
          basis: 'Quy chế giả định Điều 2',
          runsFrom: 'ngày mở phiên họp',
          lengths,
          counting: 'before',
          validFrom: '2026-01-01',
          status: 'toBeConfirmed',
          note: 'giả định',
        },
      },
    });
  const due = (from: string, lengths: Length) => dueDate(clockOf('hearing.notice', from), notice(lengths)).due;

  it('takes days, months and years as they come', () => {
    expect(due('2026-03-12', { days: 10 })).toBe('2026-03-02');
    expect(due('2026-03-31', { months: 1 })).toBe('2026-02-28');
    expect(due('2028-02-29', { years: 1 })).toBe('2027-02-28');
    expect(due('2026-03-31', { months: 1, days: 15 })).toBe('2026-02-13');
  });

  it('leaves out days off where working days are meant', () => {
    expect(due('2026-02-24', { workingDays: 3 })).toBe('2026-02-12');
    expect(due('2026-05-05', { workingDays: 2 })).toBe('2026-04-29');
  });

  it('is provisional where it was counted over an undecided day', () => {
    const clock = clockOf('hearing.notice', '2026-11-26');
    expect(dueDate(clock, notice({ workingDays: 3 }))).toMatchObject({ due: '2026-11-20', provisional: true });
  });
});
