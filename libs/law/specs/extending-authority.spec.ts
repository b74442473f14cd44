import { describe, expect, it } from '@jest/globals';
import {
  authorityInWords,
  derive,
  evolveLaw,
  nextExtension,
  termRows,
  whoMayGrant,
  type Clock,
  type ExtensionRule,
  type Severity,
} from '../src/index.js';
import { clockOf, settledOtherwise, theLaw } from '../testing/the-law.js';

const ruleOf = (code: string, nth: number): ExtensionRule => {
  const rule = termRows.find((row) => row.code === code && row.kind === undefined)?.extensions?.[nth - 1];
  if (!rule) throw new Error('no such extension');
  return rule;
};

const who = (code: string, nth: number, severity: Severity, on: string): string =>
  whoMayGrant(ruleOf(code, nth), severity, on)
    .map(({ body, level, confirmed }) => `${body}: ${level}${confirmed ? '' : '?'}`)
    .join(', ');

describe('who may extend an investigation (BLTTHS 172(5), (6))', () => {
  it.each([
    [1, 'I', 'district: district, province: provincial, ministry: supreme'],
    [1, 'N', 'district: district, province: provincial, ministry: supreme'],
    [2, 'N', 'district: district, province: provincial, ministry: supreme'],
    [1, 'R', 'district: district, province: provincial, ministry: supreme'],
    [2, 'R', 'district: provincial, province: provincial, ministry: supreme'],
    [1, 'D', 'district: provincial, province: provincial, ministry: supreme'],
    [2, 'D', 'district: provincial, province: provincial, ministry: supreme'],
    [3, 'D', 'district: supreme, province: supreme, ministry: supreme'],
  ] as const)('extension %s of class %s, up to 30/6/2025', (nth, severity, expected) => {
    expect(who('investigation', nth, severity, '2025-06-30')).toBe(expected);
  });

  it.each([
    [1, 'I', 'regional: regional?, province: provincial?, ministry: supreme?'],
    [2, 'N', 'regional: regional?, province: provincial?, ministry: supreme?'],
    [2, 'R', 'regional: provincial?, province: provincial?, ministry: supreme?'],
    [1, 'D', 'regional: provincial?, province: provincial?, ministry: supreme?'],
    [3, 'D', 'regional: supreme?, province: supreme?, ministry: supreme?'],
  ] as const)('extension %s of class %s, from 01/7/2025, awaiting confirmation', (nth, severity, expected) => {
    expect(who('investigation', nth, severity, '2025-07-01')).toBe(expected);
  });
});

describe('who may extend detention for investigation (BLTTHS 173(3), (4))', () => {
  it.each([
    [1, 'R', '2025-06-30', 'district: district, province: provincial, ministry: supreme'],
    [1, 'D', '2025-06-30', 'province: provincial, ministry: supreme'],
    [2, 'D', '2025-06-30', 'district: provincial, province: provincial, ministry: supreme'],
    [1, 'R', '2025-07-01', 'regional: regional?, province: provincial?, ministry: supreme?'],
  ] as const)('extension %s of class %s on %s', (nth, severity, on, expected) => {
    expect(who('detention.investigation', nth, severity, on)).toBe(expected);
  });
});

describe('the derivation', () => {
  const extended = (decidedOn: string): Clock =>
    clockOf('investigation', '2025-04-07', {
      severity: 'R',
      extensions: [{ fact: 'a', decidedOn, length: { months: 4 } }],
    });
  const texts = (clock: Clock) => derive(clock, theLaw).map(({ text }) => text);

  it('names who could grant the extension on the day it was decided', () => {
    expect(derive(extended('2025-06-20'), theLaw)).toContainEqual({
      text: 'Thẩm quyền gia hạn lần 1 vào ngày 20/06/2025: Viện kiểm sát nhân dân cấp huyện (vụ án do Cơ quan điều tra cấp huyện thụ lý); Viện kiểm sát nhân dân cấp tỉnh (vụ án do cấp tỉnh thụ lý); Viện kiểm sát nhân dân tối cao (vụ án do Cơ quan điều tra Bộ Công an, Bộ Quốc phòng, Viện kiểm sát nhân dân tối cao thụ lý).',
      basis: 'BLTTHS Điều 172 khoản 5; BLTTHS Điều 172 khoản 6',
    });
  });

  it('says after the reform that it awaits confirmation, for the same clock', () => {
    const [authority] = texts(extended('2025-07-21')).filter((text) => text.startsWith('Thẩm quyền'));
    expect(authority).toContain('Viện kiểm sát nhân dân khu vực (vụ án do Viện kiểm sát nhân dân khu vực thụ lý)');
    expect(authority).toContain('Chờ xác nhận: từ 01/7/2025 không còn cấp huyện');
  });

  it('names by the class of that day, where it changed later', () => {
    const clock = { ...extended('2025-06-20'), reclassifications: [{ on: '2025-07-10', severity: 'D' as const }] };
    expect(texts(clock).find((text) => text.startsWith('Thẩm quyền gia hạn lần 1'))).toContain('cấp huyện');
  });

  it('says what may still be granted and until when to ask, by both readings (A5)', () => {
    const clock = clockOf('investigation', '2026-01-05', { severity: 'R' });
    expect(nextExtension(clock, theLaw)?.requestBy).toBe('2026-04-25');
    expect(nextExtension(clock, settledOtherwise('A5'))?.requestBy).toBe('2026-04-24');
    expect(derive(clock, theLaw)).toEqual(
      expect.arrayContaining([
        {
          text: 'Luật còn cho gia hạn không quá 4 tháng (Viện kiểm sát có thẩm quyền theo Điều 172 khoản 5); đề nghị chậm nhất ngày 25/04/2026.',
          basis: 'BLTTHS Điều 172 khoản 2, khoản 5',
          date: '2026-04-25',
        },
        expect.objectContaining({ point: 'A5', date: '2026-04-24' }),
      ]),
    );
    expect(derive(clock, settledOtherwise('A5'))).toContainEqual(
      expect.objectContaining({ point: 'A5', date: '2026-04-25' }),
    );
  });

  it('says nothing of what may be granted while the clock stands still, or where nothing is left', () => {
    const full = { ...extended('2025-05-20'), severity: 'I' as const };
    const suspensions = [{ from: '2026-03-16' }];
    const standing = clockOf('petition.denunciation', '2026-03-02', { kind: 'complex', suspensions });
    expect([...texts(full), ...texts(standing)].filter((text) => text.startsWith('Luật còn'))).toEqual([]);
    expect(authorityInWords([])).toBe('');
  });
});

describe('another authority', () => {
  it('is a row enacted anew, with its own date', () => {
    const row = termRows.find(({ code, kind }) => code === 'investigation' && kind === undefined);
    const [first, ...others] = row?.extensions ?? [];
    if (!row || !first) throw new Error('no such row');
    const grantors = [
      { body: 'province', level: 'regional', basis: 'Văn bản giả định', validFrom: '2027-01-01', status: 'confirmed' },
    ] as const;
    const term = { ...row, extensions: [{ ...first, grantors: [...grantors] }, ...others] };
    const law = evolveLaw(theLaw, { type: 'TermEnacted', data: { on: '2026-12-01', term } });
    const rule = nextExtension(clockOf('investigation', '2027-01-04', { severity: 'N' }), law)?.rule;
    expect(rule && whoMayGrant(rule, 'N', '2027-03-01')).toMatchObject([{ level: 'regional', confirmed: true }]);
    expect(rule && whoMayGrant(rule, 'N', '2026-12-31')).toEqual([]);
  });
});
