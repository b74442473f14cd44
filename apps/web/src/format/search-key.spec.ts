import { describe, expect, it } from '@jest/globals';
import { matches, searchKey } from './search-key.js';

describe('text typed without diacritics', () => {
  it('finds what is written with them', () => {
    expect(searchKey('Quyết định ĐÌNH CHỈ')).toBe('quyet dinh dinh chi');
    expect(matches('dinh chi', { label: 'Quyết định đình chỉ' })).toBe(true);
    expect(matches('khoi to', { label: 'Quyết định đình chỉ' })).toBe(false);
  });

  it('is the same composed or decomposed', () => {
    expect(searchKey('Nguyễn'.normalize('NFD'))).toBe(searchKey('Nguyễn'.normalize('NFC')));
  });
});
