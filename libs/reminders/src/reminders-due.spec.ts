import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#law';
import { calendar, people, units } from '../testing/office.js';
import { commandOn } from './addressee.js';
import { dayOfRung, horizonOf, ladders, type Ladder } from './ladder.js';
import { reminderKey, remindersDue, type Given, type OpenItem } from './reminders-due.js';

const item: OpenItem = {
  id: 'petition-don-1/petition-1',
  docket: 'petition',
  unit: 'khu-vuc',
  dueOn: '2026-03-13',
  assignee: 'ksv',
};

const on = (day: string, items: readonly OpenItem[] = [item], already: readonly Given[] = [], steps = ladders) =>
  remindersDue(items, { day, calendar, command: commandOn({ people, units }, day), already, ladders: steps }).map(
    ({ data }) => data,
  );

const told = (rungs: readonly string[], dueOn = item.dueOn) => rungs.map((rung) => ({ item: item.id, dueOn, rung }));

/** Every day of a stretch in turn, each knowing what was given before. */
const lived = (first: string, days: number, one = item) => {
  const given: (Given & { readonly on: string; readonly to: string })[] = [];
  for (let i = 0; i < days; i++) given.push(...on(addDays(first, i), [one], given));
  return given.map(({ on: day, rung, to }) => [day, rung, to]);
};

describe('the ladder of reminders', () => {
  it('goes up step by step: who is in charge, then the head, then the head above', () => {
    expect(lived('2026-03-01', 60)).toEqual([
      ['2026-03-10', 'before3', 'ksv'],
      ['2026-03-12', 'before1', 'ksv'],
      ['2026-03-14', 'overdue', 'ksv'],
      ['2026-03-16', 'unitHead', 'truong'],
      ['2026-03-20', 'upperHead', 'pho-tinh'],
    ]);
  });

  it('counts working days before a due date: over Tết the first step comes before the holidays', () => {
    expect(lived('2026-02-01', 25, { ...item, dueOn: '2026-02-23' })[0]).toEqual(['2026-02-11', 'before3', 'ksv']);
  });

  it('reaches a Sunday’s due date on the working days before it', () => {
    const sunday = { ...item, dueOn: '2026-03-15' };
    expect(lived('2026-03-01', 15, sunday)).toEqual([
      ['2026-03-11', 'before3', 'ksv'],
      ['2026-03-13', 'before1', 'ksv'],
    ]);
  });

  it('gives one reminder for a backlog, of the highest step reached', () => {
    expect(on('2026-06-01')).toMatchObject([{ rung: 'upperHead', to: 'pho-tinh' }]);
    expect(on('2026-06-01', [item], told(['upperHead']))).toEqual([]);
  });

  it('doesn’t come back to a lower step, and gives none twice', () => {
    expect(on('2026-03-16', [item], told(['unitHead']))).toEqual([]);
    expect(on('2026-03-14', [item], told(['before3', 'before1', 'overdue']))).toEqual([]);
  });

  it('begins anew for a due date that has moved', () => {
    const moved = { ...item, dueOn: '2026-03-31' };
    const before = told(['before3', 'before1', 'overdue']);
    expect(on('2026-03-16', [moved], before)).toEqual([]);
    expect(on('2026-03-26', [moved], before)).toMatchObject([{ rung: 'before3', dueOn: '2026-03-31' }]);
  });

  it('takes the steps that hold for the due date', () => {
    const strict: Ladder = {
      validFrom: '2026-03-13',
      rungs: [{ code: 'week', label: 'Trước hạn 7 ngày', days: -7, counting: 'days', to: 'unitHead' }],
    };
    expect(on('2026-03-07', [item], [], [...ladders, strict])).toMatchObject([{ rung: 'week', to: 'truong' }]);
    expect(on('2026-03-07', [{ ...item, dueOn: '2026-03-12' }], [], [...ladders, strict])).toEqual([]);
  });

  it('is sorted by the day on which its steps are reached', () => {
    for (const { rungs } of ladders) {
      const days = rungs.map((rung) => dayOfRung(rung, '2026-03-13', calendar));
      expect(days).toEqual(days.toSorted());
      expect(new Set(days).size).toBe(days.length);
    }
  });
});

describe('whom a reminder reaches', () => {
  it.each([
    ['nobody is in charge', {}],
    ['who was in charge has left', { assignee: 'nghi-viec' }],
    ['who is in charge isn’t known', { assignee: 'khong-co' }],
  ])('is the head of the unit when %s', (_, assignee) => {
    const { assignee: __, ...rest } = item;
    expect(on('2026-03-10', [{ ...rest, ...assignee }])).toMatchObject([{ to: 'truong', addressee: 'unitHead' }]);
  });

  it('is the next above where a unit has no head, and a deputy where there is no other', () => {
    const alone = { ...item, unit: 'khong-lanh-dao', assignee: 'khong-co' };
    expect(on('2026-03-10', [alone])).toMatchObject([{ to: 'pho-tinh', addressee: 'unitHead' }]);
  });

  it('is the last who can be reached where no unit stands above', () => {
    const top = { ...item, unit: 'tinh', assignee: 'ksv' };
    expect(on('2026-06-01', [top])).toMatchObject([{ rung: 'unitHead', to: 'pho-tinh' }]);
    const nowhere = { ...item, unit: 'khong-biet', assignee: 'khong-co' };
    expect(on('2026-06-01', [nowhere])).toEqual([]);
  });
});

describe('whatever the day and what was given', () => {
  const anyDay = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-01', n));
  const anyItem = fc.record({
    id: fc.constantFrom('petition-a/p-1', 'petition-b/p-1', 'petition-c/p-1'),
    docket: fc.constant('petition' as const),
    unit: fc.constantFrom('tinh', 'khu-vuc', 'khong-lanh-dao'),
    dueOn: anyDay,
    assignee: fc.constantFrom('ksv', 'nghi-viec', 'khong-co'),
  });

  it('an item gets at most one reminder at a time, and none a second time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { selector: ({ id }) => id }), anyDay, (items, day) => {
        const first = on(day, items);
        expect(new Set(first.map(({ item: id }) => id)).size).toBe(first.length);
        expect(on(day, items, first)).toEqual([]);
      }),
    );
  });

  it('days that pass give each step once, however many days the program slept', () => {
    fc.assert(
      fc.property(anyItem, fc.array(anyDay, { maxLength: 30 }), (one, days) => {
        const given: Given[] = [];
        for (const day of days.toSorted()) given.push(...on(day, [one], given));
        expect(new Set(given.map(reminderKey)).size).toBe(given.length);
      }),
    );
  });

  it('nothing beyond the horizon can be due', () => {
    fc.assert(
      fc.property(anyItem, anyDay, (one, day) => {
        expect(one.dueOn > horizonOf(day, calendar) && on(day, [one]).length > 0).toBe(false);
      }),
    );
  });
});
