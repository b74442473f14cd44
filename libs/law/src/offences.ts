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

/** An article of the special part of the criminal code. */
export interface Offence {
  readonly article: string;
  readonly name: string;
  readonly clauses: readonly OffenceClause[];
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly note?: string | undefined;
}

/** By article number. */
export type Offences = ReadonlyMap<string, Offence>;

/** The severity of an offence by the clause applied (BLHS Điều 9); undefined when the catalogue doesn't know it. */
export const severityOf = (
  offences: Offences,
  { article, clause }: { readonly article: string | number; readonly clause: string | number },
): Severity | undefined =>
  offences.get(String(article))?.clauses.find((known) => known.clause === String(clause))?.severity;

/** Lower case without Vietnamese marks: what searches compare. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

const byArticle = (a: Offence, b: Offence): number =>
  a.article.localeCompare(b.article, 'en', { numeric: true, sensitivity: 'base' });

/**
 * Offences whose article begins with the query, or whose name holds each of its words in any order; marks don't matter.
 * Articles come first, then names, both by article number. An empty query gives all.
 */
export const searchOffences = (offences: Offences, query: string): readonly Offence[] => {
  const words = withoutMarks(query).split(/\s+/u).filter(Boolean);
  const [first = ''] = words;
  const all = [...offences.values()].sort(byArticle);
  const numbered = words.length === 1 ? all.filter(({ article }) => article.toLowerCase().startsWith(first)) : [];
  const named = all.filter((offence) => {
    const name = withoutMarks(offence.name);
    return !numbered.includes(offence) && words.every((word) => name.includes(word));
  });
  return [...numbered, ...named];
};
