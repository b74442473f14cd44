import { describe, expect, it } from '@jest/globals';
import { theLaw as law } from '../testing/the-law.js';
import { dueDate, dueHistory, dueOnAt, type Clock } from './index.js';

const prolonged = (decidedOn: string): Clock => ({
  term: 'crimeReport.resolve',
  trigger: '2026-03-02',
  extensions: [],
  suspensions: [],
  prolongation: { fact: 'e1', decidedOn, term: 'crimeReport.prolonged' },
});

describe('a term prolonged for a complex matter', () => {
  it('is the longer one from the same trigger', () => {
    expect(dueDate(prolonged('2026-03-20'), law).due).toBe('2026-05-04');
  });

  it('stays the shorter one when that had run out', () => {
    expect(dueDate(prolonged('2026-03-23'), law).due).toBe('2026-05-04');
    expect(dueDate(prolonged('2026-03-24'), law).due).toBe('2026-03-23');
  });

  it('is longer only from the day it was decided', () => {
    expect(dueOnAt(prolonged('2026-03-20'), law, '2026-03-19').due).toBe('2026-03-23');
    expect(dueHistory(prolonged('2026-03-20'), law)).toEqual([
      { from: '2026-03-02', due: '2026-03-23' },
      { from: '2026-03-20', due: '2026-05-04' },
    ]);
  });

  it('takes an extension of the longer term', () => {
    const extension = { fact: 'e2', decidedOn: '2026-04-22', length: { months: 2 } };
    expect(dueDate({ ...prolonged('2026-03-20'), extensions: [extension] }, law).due).toBe('2026-07-02');
  });
});
