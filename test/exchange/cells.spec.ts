import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CellProblem,
  dayFrom,
  instantFrom,
  numberFrom,
  textOf,
  yesNoFrom,
} from '../../libs/exchange/src/workbook/cell.js';
import { valueFrom, type CellContext } from '../../libs/exchange/src/workbook/cells.js';
import { splitList, unquoted } from '../../libs/exchange/src/workbook/lists.js';
import { chargeFrom, verdictFrom } from '../../libs/exchange/src/workbook/offence-cells.js';

const context: CellContext = {
  fileOf: (register, number) => `${register}-${number}`,
  unitOf: (text) => text,
  personOf: (text) => text,
};

describe('a day in a cell', () => {
  it.each(['5/3/2026', '05/03/2026', '05-03-2026', '5.3.2026', '2026-03-05', ' 05/03/2026\u200B '])(
    'may be written %s',
    (written) => expect(dayFrom(written)).toBe('2026-03-05'),
  );

  it('may be a real date of the spreadsheet, a hair early or late', () => {
    expect(dayFrom(new Date('2026-03-05T00:00:00.000Z'))).toBe('2026-03-05');
    expect(dayFrom(new Date('2026-03-04T23:59:59.999Z'))).toBe('2026-03-05');
  });

  it.each(['30/02/2026', '2026-13-01', '3/2026', 'hôm qua', '46086'])('is not %s', (written) =>
    expect(() => dayFrom(written)).toThrow(CellProblem),
  );
});

describe('a moment in a cell', () => {
  it('is told in Vietnam’s time, with or without seconds', () => {
    expect(instantFrom('8:30 05/03/2026')).toBe('2026-03-05T08:30:00+07:00');
    expect(instantFrom('08:30:15 05/03/2026')).toBe('2026-03-05T08:30:15+07:00');
    expect(instantFrom(new Date('2026-03-05T08:29:59.999Z'))).toBe('2026-03-05T08:30:00+07:00');
    expect(instantFrom('2026-03-05T01:30:00Z')).toBe('2026-03-05T01:30:00Z');
  });

  it.each(['05/03/2026', '25:00 05/03/2026', '8:75 05/03/2026'])('is not %s', (written) =>
    expect(() => instantFrom(written)).toThrow(CellProblem),
  );
});

describe('a text in a cell', () => {
  it('is brought to NFC, without invisible characters', () => {
    expect(textOf('  Kiê\u0301n nghi\u0323\uFEFF ')).toBe('Kiến nghị');
    expect(textOf(12)).toBe('12');
  });

  it('is not what Excel made a date of, nor a formula without a result', () => {
    expect(() => textOf(new Date('2026-12-01T00:00:00Z'))).toThrow('Excel đã đổi ô này thành ngày');
    expect(() => textOf({ broken: 'Công thức trong ô báo lỗi #REF!' })).toThrow('#REF!');
  });
});

describe('a number in a cell', () => {
  it('may be text as people write it in Vietnam', () => {
    expect([numberFrom('1.234'), numberFrom('1.234,5'), numberFrom('12'), numberFrom(7)]).toEqual([
      1234, 1234.5, 12, 7,
    ]);
  });

  it.each(['1.5', '12a', '1,2,3'])('is not %s, which could mean two things or none', (written) =>
    expect(() => numberFrom(written)).toThrow(CellProblem),
  );
});

describe('a choice, a yes or no', () => {
  const schema = { type: 'string', enum: ['accepted'], 'x-labels': { accepted: 'Chấp nhận' } };

  it('is taken by its label or its code, whatever the case', () => {
    expect(valueFrom('CHẤP  NHẬN', schema, context)).toBe('accepted');
    expect(valueFrom('accepted', schema, context)).toBe('accepted');
    expect([yesNoFrom('có'), yesNoFrom('X'), yesNoFrom('Không'), yesNoFrom(false)]).toEqual([true, true, false, false]);
  });

  it('says what it may be', () => {
    expect(() => valueFrom('Đồng ý', schema, context)).toThrow('“Đồng ý” không có trong danh mục: Chấp nhận');
    expect(() => yesNoFrom('có thể')).toThrow('ghi Có hoặc Không');
  });
});

describe('offences and verdicts', () => {
  it('are article, clause and point', () => {
    expect(chargeFrom('173/1/a')).toEqual({ article: '173', clause: 1, point: 'a' });
    expect(chargeFrom('217A')).toEqual({ article: '217a' });
    expect(() => chargeFrom('trộm cắp')).toThrow('điều/khoản/điểm');
  });

  it('say for each charge what the court found, its penalty, and whether suspended', () => {
    expect(verdictFrom('134/2 = 128/1 (nhẹ hơn) "01 năm tù; án phí" (án treo)')).toEqual({
      charged: { article: '134', clause: 2 },
      result: 'convicted',
      convictedOf: { article: '128', clause: 1 },
      relation: 'lighter',
      penalty: '01 năm tù; án phí',
      suspended: true,
    });
    expect(verdictFrom('173/1 = không phạm tội')).toEqual({
      charged: { article: '173', clause: 1 },
      result: 'acquitted',
    });
    expect(() => verdictFrom('173/1 = 174/1')).toThrow('ghi rõ (nhẹ hơn)');
    expect(() => verdictFrom('173/1')).toThrow('thiếu kết quả');
  });
});

describe('a list in a cell', () => {
  it('is cut at separators, but not inside quotes', () => {
    expect(splitList('a; "b; c" ;d', ';')).toEqual(['a', '"b; c"', 'd']);
    expect(splitList('khổ 5" ; rộng', ';')).toEqual(['khổ 5"', 'rộng']);
  });

  it('gives back any texts, each in quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (texts) => {
        const written = texts.map((text) => `"${text.replaceAll('"', '""')}"`).join('; ');
        expect(splitList(written, ';\n').map(unquoted)).toEqual(texts);
      }),
    );
  });

  it('may be JSON for what the short forms can’t say', () => {
    const schema = { type: 'array', items: { type: 'object', properties: { verdicts: {} } } };
    expect(valueFrom('[{"accusedId":"bc1","verdicts":[]}]', schema, context)).toEqual([
      { accusedId: 'bc1', verdicts: [] },
    ]);
  });
});
