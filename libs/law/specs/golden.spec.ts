import { describe, expect, it } from '@jest/globals';
import { derive, dueDate, type JudgedExtension } from '../src/index.js';
import { appeals } from '../testing/appeals.js';
import { crimeReports } from '../testing/crime-reports.js';
import { custodyAndDetention } from '../testing/custody-detention.js';
import { executions } from '../testing/executions.js';
import type { GoldenCase, Verdict } from '../testing/golden.js';
import { investigation } from '../testing/investigation.js';
import { litigation } from '../testing/litigation.js';
import { openPoints } from '../testing/open-readings.js';
import { oracleDue } from '../testing/oracle.js';
import { petitions } from '../testing/petitions.js';
import { prosecution } from '../testing/prosecution.js';
import { protests } from '../testing/protests.js';
import { replies } from '../testing/replies.js';
import { goldenClock, settledOtherwise, theLaw } from '../testing/the-law.js';
import { trials } from '../testing/trials.js';

const named = ({ term, kind, severity, from, granted = [], why }: GoldenCase): string =>
  [term, kind, severity, `from ${from}`, granted.length > 0 ? `${granted.length} extended` : '', why]
    .filter(Boolean)
    .join(', ');

const cases = (chapter: readonly GoldenCase[]) => chapter.map((one): [string, GoldenCase] => [named(one), one]);

const verdictOf = ({ late, basis, overCeilingBy, requestedTooLate }: JudgedExtension): Verdict => {
  if (late) return 'late';
  if (basis === undefined) return 'notProvided';
  if (overCeilingBy > 0) return 'tooLong';
  return requestedTooLate ? 'askedLate' : 'accepted';
};

const chapters: readonly (readonly [string, readonly GoldenCase[]])[] = [
  ['crime reports (BLTTHS 146–149, 154, 158; TTLT 01/2017)', crimeReports],
  ['arrest, custody and detention (BLTTHS 110–125, 134, 173, 174, 241, 278, 329, 347, 419, 459)', custodyAndDetention],
  ['investigation (BLTTHS 156, 167–174, 179, 229–239, 460; TTLT 02/2017)', investigation],
  ['prosecution (BLTTHS 239–249, 277, 461)', prosecution],
  ['trials (BLTTHS 274–297, 457–462)', trials],
  ['protests in three fields (BLTTHS 337, 379, 401; BLTTDS 280, 334, 355; LTTHC 213, 263, 284)', protests],
  ['appeals and cassation (BLTTHS 333–348, 362, 376–396, 464)', appeals],
  ['civil and administrative litigation (BLTTDS 196–365; LTTHC 126–231)', litigation],
  ['execution of judgments (BLTTHS 364; THAHS 22–25, 84–97)', executions],
  ['replies (THTGTG 43, THAHS 169, BLTTHS 181, 237, 457)', replies],
  ['petitions (KN 9–37; TC 24–37; BLTTHS 457–481; THTGTG 44–60)', petitions],
  ['where the law can be read in two ways', openPoints],
];

describe('the golden table', () => {
  it('is long, and no case stands in it twice', () => {
    const all = chapters.flatMap(([, chapter]) => chapter);
    expect(all.length).toBeGreaterThanOrEqual(500);
    for (const [, chapter] of chapters)
      expect(new Set(chapter.map((one) => JSON.stringify(one))).size).toBe(chapter.length);
  });
});

describe.each(chapters)('golden due dates: %s', (_, chapter) => {
  it.each(cases(chapter))('%s', (__, one) => {
    const { due, basis } = dueDate(goldenClock(one), theLaw);
    expect({ due, basis }).toEqual({ due: one.due, basis: one.article });
  });

  it.each(cases(chapter))('the oracle agrees: %s', (__, one) => {
    expect(oracleDue(goldenClock(one), theLaw)).toBe(one.due);
  });

  const extended = chapter.filter(({ granted = [] }) => granted.some(({ is }) => is));
  if (extended.length > 0)
    it.each(cases(extended))('each extension is judged: %s', (__, one) => {
      const expected = (one.granted ?? []).map(({ is }) => is);
      expect(dueDate(goldenClock(one), theLaw).extensions.map(verdictOf)).toEqual(expected);
    });

  const open = chapter.filter(({ other }) => other);
  if (open.length > 0)
    it.each(cases(open))('the other reading gives its date, and the derivation shows it: %s', (__, one) => {
      const { point = '', due = '' } = one.other ?? {};
      expect(dueDate(goldenClock(one), settledOtherwise(point)).due).toBe(due);
      expect(derive(goldenClock(one), theLaw).filter((step) => step.point === point)).toMatchObject([{ date: due }]);
      const theOtherWay = derive(goldenClock(one), settledOtherwise(point)).filter((step) => step.point === point);
      expect(theOtherWay).toMatchObject([{ date: one.due }]);
    });
});
