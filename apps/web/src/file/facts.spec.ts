import { describe, expect, it } from '@jest/globals';
import type { RegisterCard } from '../api/types.js';
import { differences, fieldsOf, type Reading } from './facts.js';

const properties = {
  on: { title: 'Ngày', format: 'date' },
  charges: { title: 'Tội danh', type: 'array', items: { 'x-widget': 'charge' } },
  prosecutor: { title: 'Kiểm sát viên', 'x-widget': 'person' },
  kind: { title: 'Loại', 'x-labels': { complaint: 'Khiếu nại' } },
  sentOn: { title: 'Ngày gửi', format: 'date' },
};
// Only what the timeline reads of a register's card.
const card = {
  facts: [{ type: 'Charged', label: { vi: 'Khởi tố' }, form: { properties } }],
} as unknown as RegisterCard;
const reading: Reading = {
  card,
  type: 'Charged',
  names: {
    person: (id) => (id === 'p-1' ? 'Lê Văn A' : id),
    unit: (code) => code,
    file: (stream) => stream,
    accused: (id) => id,
  },
};

describe('a fact as it is read', () => {
  it('has titles, labels, names and days instead of codes', () => {
    const data = {
      on: '2026-03-01',
      charges: [{ article: '173', clause: 2, point: 'c' }],
      prosecutor: 'p-1',
      kind: 'complaint',
      sentOn: '2026-03-02',
    };
    expect(fieldsOf(reading, data).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Tội danh: Điều 173 khoản 2 điểm c',
      'Kiểm sát viên: Lê Văn A',
      'Loại: Khiếu nại',
      'Ngày gửi: 02/03/2026',
    ]);
  });

  it('shows of a correction only what it changes', () => {
    const before = { on: '2026-03-01', prosecutor: 'p-1', kind: 'complaint' };
    const after = { on: '2026-03-05', prosecutor: 'p-1', sentOn: '2026-03-06' };
    expect(differences(reading, before, after)).toEqual([
      { label: 'Ngày', before: '01/03/2026', after: '05/03/2026' },
      { label: 'Loại', before: 'Khiếu nại' },
      { label: 'Ngày gửi', after: '06/03/2026' },
    ]);
  });
});
