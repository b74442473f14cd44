import { parseHolidays } from './holidays.js';
import type { LawFact } from './law.js';
import { openPoints } from './open-points.js';
import { parseOffences } from './parse-offences.js';
import { termRows } from './terms.js';

/** A reference fact and the stream it belongs to. */
export type ReleasedFact = LawFact & { readonly stream: string };

/** The day the criminal and criminal procedure codes of 2015 came into force (Nghị quyết 41/2017/QH14). */
const CODES_IN_FORCE = '2018-01-01';

/**
 * The law that comes with this release, as the facts it is appended by: one a row of the table of terms, one a year of the
 * calendar, one an article of the criminal code, one an open point.
 * @param files the texts of holidays.tsv and offences.tsv
 */
export const releasedLaw = (files: {
  readonly holidays: string;
  readonly offences: string;
}): readonly ReleasedFact[] => [
  ...termRows.map((term) => ({
    stream: `term-${term.code}`,
    type: 'TermEnacted' as const,
    data: { on: term.validFrom, term },
  })),
  ...parseHolidays(files.holidays).map((year) => ({
    stream: `calendar-${year.year}`,
    type: 'CalendarPublished' as const,
    data: { on: `${year.year}-01-01`, ...year, days: [...year.days] },
  })),
  ...parseOffences(files.offences, CODES_IN_FORCE).map((offence) => ({
    stream: `offence-${offence.article}`,
    type: 'OffenceDefined' as const,
    data: { on: offence.validFrom, ...offence, clauses: [...offence.clauses] },
  })),
  ...openPoints.map((setting) => ({
    stream: `setting-${setting.point}`,
    type: 'CountingSettled' as const,
    data: { on: setting.validFrom, ...setting, readings: [...setting.readings] as [string, string] },
  })),
];
