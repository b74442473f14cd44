import { describe, expect, it } from '@jest/globals';
import { searchQuery, wordsOf } from './words.js';

describe('words for the search', () => {
  it('are in lower case without diacritics, each once', () => {
    expect(wordsOf('Đặng Thị Đức', '12/2026/TB thị')).toEqual(['dang', 'thi', 'duc', '12', '2026', 'tb']);
  });

  it('make a query of beginnings, and none of nothing', () => {
    expect(searchQuery('Trộm c')).toBe('trom:* & c:*');
    expect(searchQuery(" '&|! ")).toBeUndefined();
  });
});
