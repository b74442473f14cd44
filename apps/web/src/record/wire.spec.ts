import { describe, expect, it } from '@jest/globals';
import { filled } from './wire.js';

describe('what a form sends', () => {
  it('leaves out what was left empty, at every depth', () => {
    expect(
      filled({ on: '2026-03-01', note: ' ', charge: { article: '', clause: undefined }, list: ['', 'a'] }),
    ).toEqual({
      on: '2026-03-01',
      list: ['a'],
    });
  });

  it('keeps a no and a zero', () => {
    expect(filled({ competent: false, count: 0 })).toEqual({ competent: false, count: 0 });
  });

  it('is in NFC, however it was typed', () => {
    expect(filled({ name: 'Nguyễn'.normalize('NFD') })).toEqual({ name: 'Nguyễn'.normalize('NFC') });
  });
});
