import { describe, expect, it } from '@jest/globals';
import { daysLeftText, parseDay, parseTime, showDay, showInstant, todayAt } from './day.js';

const today = '2026-11-22';

describe('a day typed in a hurry', () => {
  it.each([
    ['hn', '2026-11-22'],
    ['+3', '2026-11-25'],
    ['-22', '2026-10-31'],
    ['15/3', '2026-03-15'],
    ['15/3/25', '2025-03-15'],
    ['150324', '2024-03-15'],
    ['15032024', '2024-03-15'],
    ['1.2.2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed, today)).toBe(day);
  });

  it.each(['', '30/2', '29/2/2026', '32/1', '1/13', 'mai', '1/2/3/4', '15032'])('“%s” is no day', (typed) => {
    expect(parseDay(typed, today)).toBeUndefined();
  });
});

describe('days on screen', () => {
  it('are written the Vietnamese way', () => {
    expect(showDay('2026-03-05')).toBe('05/03/2026');
    expect(showDay('2026-03-05T08:30+07:00')).toBe('08:30 05/03/2026');
    expect(showInstant('2026-03-04T17:05:00.000Z')).toBe('00:05 05/03/2026');
    expect(todayAt(Date.parse('2026-03-04T17:00:00Z'))).toBe('2026-03-05');
  });

  it('say what is left in words', () => {
    expect([-2, 0, 3].map(daysLeftText)).toEqual(['Quá hạn 2 ngày', 'Hôm nay', 'Còn 3 ngày']);
  });
});

describe('a time as people type it', () => {
  it.each([
    ['8', '08:00'],
    ['8:30', '08:30'],
    ['8h30', '08:30'],
    ['0830', '08:30'],
    ['23.59', '23:59'],
  ])('%s is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each(['', '24:00', '8:60', 'sáng'])('“%s” is no time', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });
});
