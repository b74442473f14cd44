import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  defineOffence,
  offenceOn,
  offenceRows,
  parseOffences,
  searchOffences,
  severityByMax,
  severityOf,
  type OffenceRow,
  type Offences,
} from '../src/index.js';
import { theLaw } from '../testing/the-law.js';

const { offences } = theLaw;
const HEAD = 'article\tname_vi\tclause\tkind\tmax_penalty\tseverity\tvalid_from\tstatus\tnote';
const today = '2026-11-22';

const articles = (found: readonly OffenceRow[]) => found.map(({ article }) => article);

describe('the special part of the criminal code', () => {
  it('is there from Điều 108 to Điều 425, with the articles put in between', () => {
    // General provisions on additional penalties and on notions, and the article repealed by Luật 12/2017/QH14.
    const noOffence = ['122', '292', '352', '367', '392'];
    const whole = Array.from({ length: 425 - 108 + 1 }, (_, i) => String(108 + i));
    const expected = [...whole.filter((article) => !noOffence.includes(article)), '217a', '256a'];
    expect([...offences.keys()].sort()).toEqual(expected.sort());
  });

  it('gives each clause that is confirmed the class of its highest penalty', () => {
    const wrong = [...offences.values()].flatMap(({ article, clauses }) =>
      clauses
        .filter(({ status, severity, max }) => status === 'confirmed' && severity !== severityByMax(max))
        .map(({ clause }) => `${article}.${clause}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says what is to be confirmed: no penalty in the source, a clause missing, a text that was not compared', () => {
    const doubtful = (article: string) =>
      offences
        .get(article)
        ?.clauses.filter(({ status }) => status === 'toBeConfirmed')
        .map(({ clause }) => clause);
    expect(doubtful('155')).toEqual(['1']);
    expect(doubtful('157')).toEqual(['3']);
    expect(doubtful('366')).toEqual(['2', '3']);
    expect(doubtful('217a')).toEqual(['1', '2']);
    expect(doubtful('391')).toEqual(['1', '2']);
    expect(doubtful('173')).toEqual([]);
  });

  it('knows from which day a text stands: before 1 July 2025 as it was, from then on to be confirmed', () => {
    const last = (day: string) => offenceOn(offences, '250', day)?.clauses.at(-1);
    expect(last('2025-06-30')).toMatchObject({ max: 'death', severity: 'D', status: 'confirmed' });
    expect(last('2025-07-01')).toMatchObject({ max: 'life', severity: 'D', status: 'toBeConfirmed' });
    expect(offenceOn(offences, '250', '2025-07-01')?.note).toMatch(/Luật 86\/2025\/QH15/);
    expect(offenceOn(offences, '256a', '2025-06-30')).toBeUndefined();
    expect(offenceOn(offences, '173', '2017-12-31')).toBeUndefined();
  });

  it('has the class of an offence by its clause', () => {
    const classes = ['1', '2', '3', '4'].map((clause) => severityOf(offences, { article: '173', clause }));
    expect(classes).toEqual(['I', 'N', 'R', 'D']);
    expect(severityOf(offences, { article: '173', clause: '9' })).toBeUndefined();
  });
});

describe('offences', () => {
  it.each(['173', 'điều 173', 'Dieu 173', 'đ173'])('are found by number: %s', (query) => {
    expect(searchOffences(offences, query)[0]?.name).toBe('Tội trộm cắp tài sản');
  });

  it.each(['điều 173 khoản 2', 'Điều 173, khoản 2', 'khoản 2 Điều 173', '173 k2', '173.2', '173/2', 'k2 đ173'])(
    'are found by article and clause, with that clause alone: %s',
    (query) => {
      expect(searchOffences(offences, query)).toMatchObject([{ article: '173', clauses: [{ clause: '2' }] }]);
      expect(searchOffences(offences, query)[0]?.clauses).toHaveLength(1);
    },
  );

  it('are found by the letter of an article put in between', () => {
    expect(articles(searchOffences(offences, 'Điều 217a'))).toEqual(['217a']);
    expect(articles(searchOffences(offences, '217'))).toEqual(['217', '217a']);
  });

  it('are not found under a clause that they do not have', () => {
    expect(searchOffences(offences, 'điều 173 khoản 9')).toEqual([]);
  });

  it('are found by name without marks, in any order of words', () => {
    expect(articles(searchOffences(offences, 'danh bac'))).toEqual(expect.arrayContaining(['321', '322']));
    expect(searchOffences(offences, 'Đánh BẠC')).toEqual(searchOffences(offences, 'bac danh'));
    expect(articles(searchOffences(offences, 'điều khiển phương tiện'))).toContain('264');
  });

  it('are shown as they stand on a day', () => {
    expect(articles(searchOffences(offences, 'sử dụng trái phép chất ma túy', '2025-06-30'))).not.toContain('256a');
    expect(articles(searchOffences(offences, 'sử dụng trái phép chất ma túy', today))).toContain('256a');
  });

  const rowFrom = (validFrom: string): OffenceRow => ({
    article: '999',
    name: `Tội thử, từ ${validFrom}`,
    clauses: [],
    validFrom,
  });
  const defined = (rows: readonly OffenceRow[]): Offences => rows.reduce(defineOffence, new Map());

  it('keep all their rows, newest first, in whatever order they became known', () => {
    const days = fc.uniqueArray(fc.integer({ min: 2000, max: 2030 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(days, (years) => {
        const known = defined(years.map((year) => rowFrom(`${year}-01-01`)));
        const sorted = years.toSorted((a, b) => b - a).map((year) => `${year}-01-01`);
        expect(offenceRows(known, '999').map(({ validFrom }) => validFrom)).toEqual(sorted);
        for (const from of sorted) expect(offenceOn(known, '999', from)?.validFrom).toBe(from);
      }),
    );
  });

  it('have one row a first day: the one told last', () => {
    const known = defined([rowFrom('2018-01-01'), { ...rowFrom('2018-01-01'), name: 'Tên đúng' }]);
    expect(offenceRows(known, '999')).toMatchObject([{ name: 'Tên đúng' }]);
  });

  it('end with the last day of their newest row', () => {
    const known = defined([rowFrom('2018-01-01'), { ...rowFrom('2020-01-01'), validTo: '2025-07-01' }]);
    expect(offenceOn(known, '999', '2025-06-30')?.validFrom).toBe('2020-01-01');
    expect(offenceOn(known, '999', '2025-07-01')).toBeUndefined();
  });
});

describe('the table of offences', () => {
  it('marks a class that its highest penalty does not give', () => {
    const [offence] = parseOffences(`${HEAD}\n1\ta\t1\t\t7\tR\t\t\t`, '2018-01-01');
    expect(offence?.clauses).toMatchObject([{ status: 'toBeConfirmed' }]);
  });

  it('gives an article as many rows as it has first days', () => {
    const rows = parseOffences(
      `${HEAD}\n1\ta\t1\t\t7\tN\t\t\t\n1\ta\t1\t\t3\tI\t2025-07-01\ttoBeConfirmed\tb`,
      '2018-01-01',
    );
    expect(rows).toMatchObject([
      { validFrom: '2018-01-01', clauses: [{ status: 'confirmed' }] },
      { validFrom: '2025-07-01', clauses: [{ status: 'toBeConfirmed' }], note: 'b' },
    ]);
  });

  it('is refused when it can not be read', () => {
    expect(() => parseOffences(`${HEAD}\n1\ta\t1\t\tmany\tI\t\t\t`, '2018-01-01')).toThrow('max_penalty');
    expect(() => parseOffences('article\tname_vi', '2018-01-01')).toThrow('headings');
  });
});
