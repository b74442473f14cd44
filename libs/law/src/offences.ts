import type { Severity } from './clock.js';

export interface OffenceClause {
  readonly clause: string;
  /** Preparation of the offence. */
  readonly preparation: boolean;
  /** Maximum prison term in years, `life`, `death`; 0 where no prison was found. */
  readonly max: string;
  readonly severity: Severity;
  readonly status: 'confirmed' | 'toBeConfirmed';
}

/** An article of the special part of the criminal code, as it stands from one day on. */
export interface OffenceRow {
  readonly article: string;
  readonly name: string;
  readonly clauses: readonly OffenceClause[];
  readonly validFrom: string;
  /** The first day on which it no longer stands. */
  readonly validTo?: string | undefined;
  readonly basis?: string | undefined;
  readonly note?: string | undefined;
}

/** The row that came into force last, with those before it. */
export interface Offence extends OffenceRow {
  /** Newest first. */
  readonly earlier?: readonly OffenceRow[];
}

/** By article number. */
export type Offences = ReadonlyMap<string, Offence>;

/** All rows of an article, newest first. */
export const offenceRows = (offences: Offences, article: string): readonly OffenceRow[] => {
  const latest = offences.get(article);
  if (!latest) return [];
  const { earlier = [], ...row } = latest;
  return [row, ...earlier];
};

/** The offences with a row more; one with the same first day is replaced. */
export const defineOffence = (offences: Offences, row: OffenceRow): Offences => {
  const others = offenceRows(offences, row.article).filter(({ validFrom }) => validFrom !== row.validFrom);
  const [latest = row, ...earlier] = [...others, row].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return new Map(offences).set(row.article, earlier.length === 0 ? latest : { ...latest, earlier });
};

/** The row of an article that stands on a day; undefined before its first and after its last. */
export const offenceOn = (offences: Offences, article: string, day: string): OffenceRow | undefined => {
  const row = offenceRows(offences, article).find(({ validFrom }) => validFrom <= day);
  return row?.validTo !== undefined && row.validTo <= day ? undefined : row;
};

/** The severity of an offence by the clause applied (BLHS Điều 9); undefined when the catalogue doesn't know it. */
export const severityOf = (
  offences: Offences,
  { article, clause }: { readonly article: string | number; readonly clause: string | number },
): Severity | undefined =>
  offences.get(String(article))?.clauses.find((known) => known.clause === String(clause))?.severity;

/**
 * The class that a clause's highest penalty makes an offence (BLHS Điều 9): up to 3 years, 7, 15, and above.
 * @param max years, `life` or `death`; 0, no prison found, says that the offence is one of the lightest class
 */
export const severityByMax = (max: string): Severity => {
  if (max === 'life' || max === 'death') return 'D';
  const years = Number(max);
  return years <= 3 ? 'I' : years <= 7 ? 'N' : years <= 15 ? 'R' : 'D';
};

/** Lower case without Vietnamese marks: what searches compare. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

const byArticle = (a: OffenceRow, b: OffenceRow): number =>
  a.article.localeCompare(b.article, 'en', { numeric: true, sensitivity: 'base' });

/** 173 · điều 173 · 173.2 · điều 173 khoản 2 · 173 k2 */
const ARTICLE_FIRST = /^(?:dieu |d\.? ?)?(\d+[a-z]?)(?:[ .,/]+(?:khoan |k)?(\d+))?$/u;
/** khoản 2 điều 173 · k2 đ173 */
const CLAUSE_FIRST = /^(?:khoan |k\.? ?)(\d+),? (?:dieu |d\.? ?)(\d+[a-z]?)$/u;

const numberIn = (query: string): { readonly article: string; readonly clause?: string } | undefined => {
  const [, clauseFirst, itsArticle] = CLAUSE_FIRST.exec(query) ?? [];
  if (clauseFirst !== undefined && itsArticle !== undefined) return { article: itsArticle, clause: clauseFirst };
  const [, article, clause] = ARTICLE_FIRST.exec(query) ?? [];
  return article === undefined ? undefined : { article, ...(clause === undefined ? {} : { clause }) };
};

const clauseOf = (offence: OffenceRow, article: string, clause: string): readonly OffenceRow[] => {
  const clauses = offence.clauses.filter((known) => known.clause === clause);
  return offence.article === article && clauses.length > 0 ? [{ ...offence, clauses }] : [];
};

/**
 * Offences whose article begins with the number asked for (173, điều 173), with one clause only where one is named
 * (điều 173 khoản 2), then those whose name holds each word in any order; marks don't matter. Each group by article
 * number. An empty query gives all.
 * @param day as they stand on that day; without one, each as it came into force last
 */
export const searchOffences = (offences: Offences, query: string, day?: string): readonly OffenceRow[] => {
  const asked = withoutMarks(query).trim().replace(/\s+/gu, ' ');
  const all = [...offences.keys()]
    .flatMap((known): readonly OffenceRow[] => {
      const row = day === undefined ? offenceRows(offences, known)[0] : offenceOn(offences, known, day);
      return row ? [row] : [];
    })
    .sort(byArticle);
  const { article, clause } = numberIn(asked) ?? {};
  if (article !== undefined && clause !== undefined)
    return all.flatMap((offence) => clauseOf(offence, article, clause));
  const numbered = article === undefined ? [] : all.filter((offence) => offence.article.startsWith(article));
  const words = asked.split(' ').filter(Boolean);
  const named = all.filter((offence) => {
    const name = withoutMarks(offence.name);
    return !numbered.includes(offence) && words.every((word) => name.includes(word));
  });
  return [...numbered, ...named];
};
