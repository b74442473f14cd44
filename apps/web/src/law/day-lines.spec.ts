import { describe, expect, it } from '@jest/globals';
import { daysOfLines, linesOfDays } from './day-lines.js';

describe('days of a year as lines', () => {
  it('are read as people type them, with the common basis where a line names none', () => {
    expect(
      daysOfLines('01/01/2027; nghỉ; Tết Dương lịch\n\n03/05/2027; bu; Nghỉ bù; Thông báo 2', 'Thông báo 1'),
    ).toEqual([
      { day: '2027-01-01', kind: 'holiday', name: 'Tết Dương lịch', basis: 'Thông báo 1', status: 'sourced' },
      { day: '2027-05-03', kind: 'compensatory', name: 'Nghỉ bù', basis: 'Thông báo 2', status: 'sourced' },
    ]);
  });

  it('come back as they were written', () => {
    const days = daysOfLines(
      '22/08/2026; làm bù; Làm bù cho 31/8 (chưa đối chiếu); Thông báo\n31/08/2026; hoán đổi; Nghỉ hoán đổi; Thông báo',
      '',
    );
    expect(days).toMatchObject([{ status: 'unverified', name: 'Làm bù cho 31/8' }, { kind: 'swapped-off' }]);
    const told = days.map((day) => ({ ...day, weekday: 1, working: false, provisional: false }));
    expect(daysOfLines(linesOfDays(told), '')).toEqual(days);
  });

  it.each([
    ['32/01/2027; nghỉ; a', /Dòng 1: “32\/01\/2027”/],
    ['01/01/2027; nghỉ; a\n15/03; nghỉ; b', /Dòng 2/],
    ['01/01/2027; chơi; a', /loại “chơi”/],
  ])('say which line is wrong: %s', (lines, told) => {
    expect(() => daysOfLines(lines, 'x')).toThrow(told);
  });
});
