import { describe, expect, it } from '@jest/globals';
import { dueDate, dueHistory, dueOnAt, nextExtension, STANDING_STILL, UnknownTerm } from '../src/index.js';
import { clockOf, settledOtherwise, theLaw } from '../testing/the-law.js';

const granted = (fact: string, decidedOn: string, months: number, requestedOn?: string) => ({
  fact,
  decidedOn,
  length: { months },
  ...(requestedOn ? { requestedOn } : {}),
});

describe('extensions are judged one by one', () => {
  const serious = (...extensions: ReturnType<typeof granted>[]) =>
    dueDate(clockOf('investigation', '2026-01-05', { severity: 'N', extensions }), theLaw);

  it('accepts a lawful one whole, by its rule', () => {
    expect(serious(granted('a', '2026-03-20', 3, '2026-03-20')).extensions).toEqual([
      {
        fact: 'a',
        decidedOn: '2026-03-20',
        accepted: { months: 3 },
        late: false,
        overCeilingBy: 0,
        requestedTooLate: false,
        basis: 'BLTTHS Điều 172 khoản 2, khoản 5',
      },
    ]);
  });

  it('takes the lawful part of one that is too long', () => {
    const { due, extensions } = serious(granted('a', '2026-03-20', 4));
    expect(due).toBe('2026-07-06');
    expect(extensions).toMatchObject([{ accepted: { months: 3 }, overCeilingBy: 31 }]);
  });

  it('gives a late one nothing', () => {
    expect(serious(granted('a', '2026-04-07', 3))).toMatchObject({
      due: '2026-04-06',
      extensions: [{ late: true, accepted: { days: 0 } }],
    });
  });

  it('counts one asked for too late, and says so', () => {
    expect(serious(granted('a', '2026-04-03', 3, '2026-03-27'))).toMatchObject({
      due: '2026-07-06',
      extensions: [{ requestedTooLate: true, accepted: { months: 3 } }],
    });
  });

  it('says what may still be granted and until when to ask', () => {
    const clock = clockOf('investigation', '2026-01-05', { severity: 'N' });
    expect(nextExtension(clock, theLaw)).toMatchObject({ max: { months: 3 }, requestBy: '2026-03-26' });
    expect(nextExtension(clock, settledOtherwise('A5'))).toMatchObject({ requestBy: '2026-03-26' });
    expect(nextExtension(clockOf('crimeReport.resolve', '2026-01-05'), theLaw)).toBeUndefined();
  });

  it('leaves of an extension in parts what the parts so far have not used', () => {
    const inParts = (days: number) =>
      clockOf('prosecution.decide', '2026-03-02', {
        severity: 'N',
        extensions: [{ fact: 'a', decidedOn: '2026-03-18', length: { days } }],
      });
    expect(nextExtension(inParts(6), theLaw)).toMatchObject({ max: { days: 4 } });
    expect(nextExtension(inParts(10), theLaw)).toBeUndefined();
  });
});

describe('a denunciation that is suspended stands still (Luật Tố cáo 34)', () => {
  const suspended = (to?: string) =>
    clockOf('petition.denunciation', '2026-03-02', { suspensions: [{ from: '2026-03-16', ...(to ? { to } : {}) }] });

  it('has no due date while it stands', () => {
    expect(dueDate(suspended(), theLaw)).toMatchObject({ due: STANDING_STILL, suspendedSince: '2026-03-16' });
  });

  it('goes on with the days that were left', () => {
    expect(dueDate(suspended('2026-03-26'), theLaw)).toMatchObject({ nominal: '2026-04-11', due: '2026-04-13' });
    expect(dueDate(suspended('2026-03-26'), settledOtherwise('A17'))).toMatchObject({ nominal: '2026-04-12' });
  });

  it('keeps every due date it has had', () => {
    expect(dueHistory(suspended('2026-03-26'), theLaw)).toEqual([
      { from: '2026-03-02', due: '2026-04-01' },
      { from: '2026-03-16', due: STANDING_STILL },
      { from: '2026-03-26', due: '2026-04-13' },
    ]);
  });

  it('is not stopped after its end', () => {
    const late = clockOf('petition.denunciation', '2026-03-02', {
      suspensions: [{ from: '2026-04-02', to: '2026-04-20' }],
    });
    expect(dueDate(late, theLaw).due).toBe('2026-04-01');
  });
});

describe('what had been decided by a day', () => {
  const clock = clockOf('investigation', '2026-01-05', { severity: 'R', extensions: [granted('a', '2026-04-20', 4)] });

  it('knows nothing of later decisions', () => {
    expect(dueOnAt(clock, theLaw, '2026-04-19').due).toBe('2026-05-05');
    expect(dueOnAt(clock, theLaw, '2026-04-20').due).toBe('2026-09-07');
  });

  it('is the history of the clock', () => {
    expect(dueHistory(clock, theLaw)).toEqual([
      { from: '2026-01-05', due: '2026-05-05' },
      { from: '2026-04-20', due: '2026-09-07' },
    ]);
  });
});

describe('the class of the offence changes in mid-term (A12)', () => {
  const changed = (from: 'N' | 'R', to: 'N' | 'R', on: string) =>
    clockOf('investigation', '2026-01-05', { severity: from, reclassifications: [{ on, severity: to }] });

  it('takes the first term of the new class from the start', () => {
    expect(dueDate(changed('N', 'R', '2026-03-02'), theLaw).due).toBe('2026-05-05');
    expect(dueDate(changed('R', 'N', '2026-03-02'), theLaw).due).toBe('2026-04-06');
  });

  it('ends on the day of the change when the new first term has passed', () => {
    expect(dueDate(changed('R', 'N', '2026-04-20'), theLaw).due).toBe('2026-04-20');
  });

  it('lets the running term end by the other reading', () => {
    expect(dueDate(changed('R', 'N', '2026-04-20'), settledOtherwise('A12')).due).toBe('2026-05-05');
  });
});

describe('a clock that the law gives no length', () => {
  it.each([
    clockOf('no.such.term', '2026-01-05'),
    clockOf('investigation', '2026-01-05'),
    clockOf('recommendation.reply', '2026-01-05', { kind: 'remedial' }),
    clockOf('investigation', '2017-12-31', { severity: 'N' }),
  ])('is refused: $term on $trigger', (clock) => {
    expect(() => dueDate(clock, theLaw)).toThrow(UnknownTerm);
  });
});

describe('where the law is open, each reading gives its date', () => {
  it.each([
    ['A1', clockOf('crimeReport.resolve', '2026-03-02'), '2026-03-23', '2026-03-22'],
    ['A2', clockOf('crimeReport.resolve', '2026-03-03'), '2026-03-23', '2026-03-23'],
    ['A2', clockOf('crimeReport.resolve', '2026-03-05'), '2026-03-25', '2026-03-24'],
    [
      'A3',
      clockOf('crimeReport.prolonged', '2026-03-02', { extensions: [granted('a', '2026-04-27', 2)] }),
      '2026-07-02',
      '2026-07-06',
    ],
    [
      'A4',
      clockOf('investigation', '2025-11-30', { severity: 'N', extensions: [granted('a', '2026-02-10', 3)] }),
      '2026-05-28',
      '2026-06-01',
    ],
    [
      'A6',
      clockOf('crimeReport.resolve', '2026-03-02', { extensions: [granted('a', '2026-03-16', 2)] }),
      '2026-03-23',
      '2026-05-22',
    ],
    ['A7', clockOf('crimeReport.notifyProcuracy', '2026-03-06'), '2026-03-09', '2026-03-11'],
    ['A9', clockOf('crimeReport.resolve', '2025-04-06'), '2025-04-26', '2025-04-28'],
    ['A10', clockOf('petition.complaint.first', '2026-03-31', { kind: 'normal' }), '2026-05-04', '2026-04-30'],
  ])('%s: %j', (point, clock, first, second) => {
    expect(dueDate(clock, theLaw).due).toBe(first);
    expect(dueDate(clock, settledOtherwise(point)).due).toBe(second);
  });
});
