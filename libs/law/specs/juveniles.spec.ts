import { describe, expect, it } from '@jest/globals';
import { derive, dueDate, type Clock } from '../src/index.js';
import { clockOf, settledOtherwise, theLaw } from '../testing/the-law.js';

const juvenile = (term: string, from: string, more: Partial<Clock> = {}) =>
  clockOf(term, from, { kind: 'juvenile', ...more });

const granted = (decidedOn: string, length: { months?: number; days?: number }) => ({ fact: 'a', decidedOn, length });

describe('half of the term for accused under 18, from 01/01/2026 (Luật 59/2024/QH15, to be confirmed)', () => {
  it.each([
    ['investigation', 'I', '2026-03-02', '2026-04-02'],
    ['investigation', 'R', '2026-03-02', '2026-05-04'],
    ['prosecution.decide', 'N', '2026-03-02', '2026-03-12'],
    ['prosecution.decide', 'D', '2026-03-02', '2026-03-17'],
    ['trial.prepare', 'I', '2026-03-03', '2026-03-18'],
    ['trial.prepare', 'R', '2026-03-03', '2026-04-03'],
  ] as const)('%s of class %s from %s ends on %s', (term, severity, from, due) => {
    expect(dueDate(juvenile(term, from, { severity }), theLaw)).toMatchObject({ due, confirmed: false });
  });

  it.each([
    // 45 days, or one month and fifteen days: 16/4 or 2/4 and 15 days
    ['investigation', 'N', '2026-03-02', '2026-04-16', '2026-04-17'],
    // February has 28 days: 17/3 or 3/3 and 15 days
    ['investigation', 'N', '2026-02-03', '2026-03-20', '2026-03-18'],
    ['trial.prepare', 'D', '2026-03-03', '2026-04-17', '2026-04-20'],
    ['trial.prepare', 'N', '2026-03-03', '2026-03-25', '2026-03-26'],
  ] as const)('%s of class %s from %s is rounded down or up (A16)', (term, severity, from, down, up) => {
    const clock = juvenile(term, from, { severity });
    expect(dueDate(clock, theLaw).due).toBe(down);
    expect(dueDate(clock, settledOtherwise('A16')).due).toBe(up);
    expect(derive(clock, theLaw)).toContainEqual(expect.objectContaining({ point: 'A16', date: up }));
  });

  it('halves the appellate terms as well', () => {
    const due = (term: string, kind: string) => dueDate(clockOf(term, '2026-03-03', { kind }), theLaw).due;
    expect(due('appeal.prepare', 'provincialJuvenile')).toBe('2026-03-25');
    expect(due('appeal.prepare', 'supremeJuvenile')).toBe('2026-04-09');
    expect(due('appeal.open', 'provincialJuvenile')).toBe('2026-04-02');
  });

  it('halves the extensions, or leaves them whole by the other reading (A16.2)', () => {
    const clock = juvenile('investigation', '2026-03-02', {
      severity: 'R',
      extensions: [granted('2026-04-20', { months: 4 })],
    });
    expect(dueDate(clock, theLaw)).toMatchObject({ due: '2026-07-02', extensions: [{ accepted: { months: 2 } }] });
    expect(dueDate(clock, settledOtherwise('A16.2'))).toMatchObject({ due: '2026-09-03' });
    expect(derive(clock, theLaw)).toContainEqual(expect.objectContaining({ point: 'A16.2', date: '2026-09-03' }));
  });

  it('shows the common term, which a case may keep (A16.3)', () => {
    const clock = juvenile('investigation', '2026-03-02', { severity: 'I' });
    expect(dueDate(clock, settledOtherwise('A16.3')).due).toBe('2026-05-04');
    expect(derive(clock, theLaw)).toContainEqual(expect.objectContaining({ point: 'A16.3', date: '2026-05-04' }));
    expect(derive(clock, theLaw).map(({ text }) => text)).toContainEqual(expect.stringContaining('chờ xác nhận'));
  });

  it('does not roll a term of days at the end of an extension twice', () => {
    const clock = juvenile('prosecution.decide', '2026-03-02', {
      severity: 'R',
      extensions: [granted('2026-03-16', { days: 15 })],
    });
    expect(dueDate(clock, theLaw)).toMatchObject({ due: '2026-03-24', extensions: [{ overCeilingBy: 8 }] });
    expect(dueDate(clock, settledOtherwise('A16'))).toMatchObject({ due: '2026-03-25' });
  });

  it('leaves the adult term to whatever began before, and to the especially complex case', () => {
    const before = juvenile('investigation', '2025-12-31', { severity: 'I' });
    expect(dueDate(before, theLaw)).toMatchObject({ due: '2026-03-02', confirmed: true });
    expect(dueDate(clockOf('investigation', '2026-03-02', { severity: 'I' }), theLaw).due).toBe('2026-05-04');
  });
});

describe('two thirds of detention for accused under 18 (BLTTHS 419(1))', () => {
  it('stands in the text up to 2025, and awaits confirmation since', () => {
    const clock = (from: string) => juvenile('detention.investigation', from, { severity: 'I' });
    expect(dueDate(clock('2025-12-31'), theLaw)).toMatchObject({ due: '2026-02-08', confirmed: true });
    expect(dueDate(clock('2026-01-01'), theLaw)).toMatchObject({ due: '2026-02-09', confirmed: false });
    expect(derive(clock('2026-01-01'), theLaw).map(({ text }) => text)).toContainEqual(
      'Thời hạn này chờ xác nhận: Điều 138 Luật 59/2024/QH15 chưa được đối chiếu.',
    );
  });
});
