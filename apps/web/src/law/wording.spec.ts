import { describe, expect, it } from '@jest/globals';
import { lengthsText, penaltyText } from './wording.js';

describe('lengths in words', () => {
  it('say one length once', () => {
    expect(lengthsText({ days: 20 })).toBe('20 ngày');
    expect(lengthsText({ months: 1, days: 15 })).toBe('1 tháng 15 ngày');
  });

  it('put the classes of one length together', () => {
    expect(lengthsText({ I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } })).toBe(
      '20 ngày (ít NT, NT); 30 ngày (rất NT, đặc biệt NT)',
    );
  });
});

describe('the highest penalty in words', () => {
  it.each([
    ['7', 'Tù 7 năm'],
    ['life', 'Tù chung thân'],
    ['death', 'Tử hình'],
    ['0', 'Nguồn không ghi hình phạt tù'],
  ])('of %s is %s', (max, text) => {
    expect(penaltyText(max)).toBe(text);
  });
});
