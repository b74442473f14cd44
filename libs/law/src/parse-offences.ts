import { z } from 'zod';
import { severityByMax, type OffenceClause, type OffenceRow } from './offences.js';
import { SEVERITY } from './term.js';
import { parseTsv } from './tsv.js';

const row = z.object({
  article: z.string().regex(/^\d+[a-zđ]?$/u),
  clause: z.string().min(1),
  kind: z.enum(['', 'prep']),
  max_penalty: z.string().regex(/^(\d+|life|death)$/u),
  severity: SEVERITY,
  valid_from: z.union([z.literal(''), z.iso.date()]),
  status: z.enum(['', 'toBeConfirmed']),
});

const COLUMNS = [
  'article',
  'name_vi',
  'clause',
  'kind',
  'max_penalty',
  'severity',
  'valid_from',
  'status',
  'note',
] as const;

interface Doubt {
  readonly max: string;
  readonly severity: string;
  readonly outOfOrder: boolean;
  readonly said: boolean;
}

/**
 * A term of 0 is one that the source didn't say; a clause out of its order means that another is missing; a class that
 * isn't that of its highest penalty (BLHS Điều 9) is a mistake in one of the two.
 */
const isOdd = ({ max, severity, outOfOrder, said }: Doubt) =>
  said || max === '0' || outOfOrder || severity !== severityByMax(max);

/**
 * The articles of a table of offences (article, name_vi, clause, kind, max_penalty, severity, valid_from, status, note),
 * a clause a row; an article has as many sets of clauses as it has first days.
 * @param validFrom the day from which rows without one stand
 * @throws Error when a row can't be read
 */
export const parseOffences = (tsv: string, validFrom: string): readonly OffenceRow[] => {
  const offences = new Map<string, OffenceRow & { clauses: OffenceClause[] }>();
  for (const raw of parseTsv(tsv, COLUMNS)) {
    const { article, clause, kind, max_penalty: max, severity, valid_from: from, status: said } = row.parse(raw);
    const key = `${article}/${from}`;
    const offence = offences.get(key) ?? {
      article,
      name: raw.name_vi,
      clauses: [],
      validFrom: from || validFrom,
      ...(raw.note === '' ? {} : { note: raw.note }),
    };
    const outOfOrder = clause !== String(offence.clauses.length + 1);
    const status = isOdd({ max, severity, outOfOrder, said: said !== '' }) ? 'toBeConfirmed' : 'confirmed';
    offence.clauses.push({ clause, preparation: kind === 'prep', max, severity, status });
    offences.set(key, offence);
  }
  return [...offences.values()];
};
