import { describe, expect, it } from '@jest/globals';
import { openPoints, SEVERITIES, termRows, termSchema, type Length, type Lengths, type TermRow } from '../src/index.js';
import { statuteLines } from '../testing/statute-lines.js';

const UNITS = [
  ['y', 'years'],
  ['m', 'months'],
  ['d', 'days'],
  ['w', 'workingDays'],
  ['h', 'hours'],
] as const;

const short = (length: Length): string =>
  UNITS.flatMap(([letter, unit]) => (length[unit] === undefined ? [] : [`${length[unit]}${letter}`])).join('');

const written = (lengths: Lengths): string => {
  const bySeverity = lengths as Readonly<Partial<Record<(typeof SEVERITIES)[number], Length>>>;
  const classes = SEVERITIES.flatMap((severity) => {
    const length = bySeverity[severity];
    return length ? [`${severity} ${short(length)}`] : [];
  });
  return classes.length > 0 ? classes.join(' ') : short(lengths as Length);
};

const firstRow = (name: string): TermRow | undefined => {
  const [code, kind] = name.split(' ');
  return termRows.find((row) => row.code === code && row.kind === kind);
};

const asWritten = (row: TermRow): readonly string[] => [
  `${written(row.lengths)}${row.counting === 'before' ? ' before' : ''}`,
  ...(row.extensions ?? []).map(
    ({ max, inParts, requestDaysBefore }) =>
      `${written(max)}${inParts === true ? ' in parts' : ''}${requestDaysBefore === undefined ? '' : ` asked ${requestDaysBefore}`}`,
  ),
];

describe('the table of terms carries the statutes', () => {
  it.each(statuteLines.map((line) => [`${line[0]}: ${line[1]}`, line] as const))(
    '%s',
    (_, [article, name, ...lengths]) => {
      const row = firstRow(name);
      expect(row?.basis).toContain(article);
      expect(row && asWritten(row)).toEqual(lengths);
      expect(row?.status).toBe('confirmed');
    },
  );

  it('counts hours by the hour and working days as such', () => {
    for (const row of termRows) {
      const lengths = JSON.stringify(row.lengths);
      expect(`${row.code} ${row.counting === 'hours'}`).toBe(`${row.code} ${lengths.includes('hours')}`);
      expect(`${row.code} ${row.counting === 'workingDays'}`).toBe(`${row.code} ${lengths.includes('workingDays')}`);
    }
  });

  it('has rows that its schema accepts, and names no open point that is not settled', () => {
    const points = new Set(openPoints.map(({ point }) => point));
    for (const row of termRows) {
      expect(termSchema.parse(row)).toEqual(row);
      for (const { point } of row.readings ?? []) expect(points).toContain(point);
    }
  });

  it('says of every row that awaits confirmation what has not been read', () => {
    expect(termRows.filter(({ status, note }) => status === 'toBeConfirmed' && note === undefined)).toEqual([]);
  });

  it('has one term for one thing: no two codes with the same label', () => {
    const labels = new Map<string, string>();
    const twice = termRows.filter(({ code, kind, label }) => {
      const known = labels.get(label);
      labels.set(label, known ?? `${code} ${kind}`);
      return known !== undefined && known !== `${code} ${kind}`;
    });
    expect(twice.map(({ code, kind }) => `${code} ${kind}`)).toEqual([]);
  });
});
