import { describe, expect, it } from '@jest/globals';
import { dueDate } from '../src/index.js';
import { crimeReports } from '../testing/crime-reports.js';
import type { GoldenCase } from '../testing/golden.js';
import { investigation } from '../testing/investigation.js';
import { oracleDue } from '../testing/oracle.js';
import { petitions } from '../testing/petitions.js';
import { prosecution } from '../testing/prosecution.js';
import { protests } from '../testing/protests.js';
import { replies } from '../testing/replies.js';
import { goldenClock, theLaw } from '../testing/the-law.js';

const named = ({ term, kind, severity, from, granted = [], why }: GoldenCase): string =>
  [term, kind, severity, `from ${from}`, granted.length > 0 ? `${granted.length} extended` : '', why]
    .filter(Boolean)
    .join(', ');

const cases = (chapter: readonly GoldenCase[]) => chapter.map((one): [string, GoldenCase] => [named(one), one]);

describe.each([
  ['crime reports (BLTTHS 146–149, TTLT 01/2017)', crimeReports],
  ['investigation (BLTTHS 172, 174, 179, 230, 232, 460)', investigation],
  ['prosecution and the file at court (BLTTHS 240, 244, 249, 277, 461)', prosecution],
  ['protests in three fields (BLTTHS 337, 379, 401; BLTTDS 280, 334, 355; LTTHC 213, 263, 284)', protests],
  ['replies (THTGTG 43, THAHS 169, BLTTHS 181, 237)', replies],
  ['petitions (KN 9, 27, 28, 37; TC 24, 30; BLTTHS 474–481; THTGTG 50, 60)', petitions],
])('golden due dates: %s', (_, chapter) => {
  it.each(cases(chapter))('%s', (__, one) => {
    expect(dueDate(goldenClock(one), theLaw).due).toBe(one.due);
  });

  it.each(cases(chapter))('the oracle agrees: %s', (__, one) => {
    expect(oracleDue(goldenClock(one), theLaw)).toBe(one.due);
  });
});
