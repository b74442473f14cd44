import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dueDate, emptyLaw, evolveLaw, releasedLaw } from './index.js';

const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
const facts = releasedLaw({ holidays: data('holidays.tsv'), offences: data('offences.tsv') });
const law = facts.reduce(evolveLaw, emptyLaw);

describe('the law that comes with a release', () => {
  it('counts a simple term', () => {
    const clock = { term: 'crimeReport.resolve', trigger: '2026-03-02', extensions: [], suspensions: [] };
    expect(dueDate(clock, law).due).toBe('2026-03-23');
    const t = Date.now();
    for (let i = 0; i < 200000; i++) dueDate(clock, law);
    console.log((Date.now() - t) / 200, 'us');
  });
});
