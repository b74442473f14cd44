import { z } from 'zod';
import type { Offence, OffenceClause } from './offences.js';
import { SEVERITY } from './term.js';
import { parseTsv } from './tsv.js';

const row = z.object({
  article: z.string().regex(/^\d+[a-zđ]?$/u),
  clause: z.string().min(1),
  kind: z.enum(['', 'prep']),
  max_penalty: z.string().regex(/^(\d+|life|death)$/u),
  severity: SEVERITY,
});

/**
 * The articles of a table of offences (article, name_vi, clause, kind, max_penalty, severity), a clause a row.
 * @param validFrom the day from which they stand
 * @throws Error when a row can't be read
 */
export const parseOffences = (tsv: string, validFrom: string): readonly Offence[] => {
  const offences = new Map<string, { name: string; clauses: OffenceClause[] }>();
  for (const raw of parseTsv(tsv, ['article', 'name_vi', 'clause', 'kind', 'max_penalty', 'severity'])) {
    const { article, clause, kind, max_penalty: max, severity } = row.parse(raw);
    const offence = offences.get(article) ?? { name: raw.name_vi, clauses: [] };
    // A term of 0 is one that the source didn't say; a clause out of its order means that another is missing.
    const odd = max === '0' || clause !== String(offence.clauses.length + 1);
    const status = odd ? 'toBeConfirmed' : 'confirmed';
    offence.clauses.push({ clause, preparation: kind === 'prep', max, severity, status });
    offences.set(article, offence);
  }
  return [...offences].map(([article, offence]) => ({ article, ...offence, validFrom }));
};
