import { canonicalJson, Rejection } from '#engine';
import { offenceRows, severityByMax, type OffenceRow } from '#law';
import { severityLabels } from '../../fields.js';
import { demandBasis, enactedOn, placeAmong, type Enacted, type Given } from './given.js';

export interface OffenceAsked extends OffenceRow {
  readonly on?: string | undefined;
}

const ARTICLE = 'BLHS Điều 9';

const refuse = (code: string, detail: string, field: string): never => {
  throw new Rejection(code, { detail, field, basis: ARTICLE });
};

/**
 * Defines an article of the special part, or corrects it, with effect from a day.
 * @throws {Rejection} `clause-missing`, `clause-twice`, `severity-mismatch` where a confirmed class isn't that of its
 * highest penalty, `basis-missing`, or what `placeAmong` refuses
 */
export const defineArticle = ({ on, ...row }: OffenceAsked, given: Given): Enacted<OffenceRow> => {
  if (!/^\d+[a-zđ]?$/u.test(row.article))
    refuse('invalid-article', `“${row.article}” không phải số điều; ví dụ 173 hoặc 217a.`, 'article');
  if (row.name.trim() === '') refuse('name-missing', 'Phải nêu tên tội danh.', 'name');
  demandBasis(row.basis, 'basis', ARTICLE);
  if (row.clauses.length === 0) refuse('clause-missing', 'Tội danh phải có ít nhất một khoản.', 'clauses');
  const seen = new Set<string>();
  for (const [i, { clause, max, severity, status }] of row.clauses.entries()) {
    if (seen.has(clause)) refuse('clause-twice', `Khoản ${clause} có hai dòng.`, `clauses.${i}.clause`);
    seen.add(clause);
    if (!/^(\d+|life|death)$/u.test(max))
      refuse(
        'invalid-penalty',
        `Mức cao nhất “${max}” chưa đúng: số năm tù, life (chung thân) hoặc death (tử hình).`,
        `clauses.${i}.max`,
      );
    const by = severityByMax(max);
    if (status === 'confirmed' && severity !== by)
      refuse(
        'severity-mismatch',
        `Khoản ${clause}: theo mức cao nhất của khung hình phạt, đây là ${severityLabels[by].toLowerCase()}.`,
        `clauses.${i}.severity`,
      );
  }
  const rows = offenceRows(given.own.offences, row.article);
  const same = rows.find(({ validFrom }) => validFrom === row.validFrom);
  if (same && canonicalJson(same) === canonicalJson(row)) return { facts: [], row };
  const placed = placeAmong(row, rows, given, { at: '', what: `Điều ${row.article}`, article: ARTICLE });
  return { facts: [{ type: 'OffenceDefined', data: { on: enactedOn(on, given), ...row } }], row, ...placed };
};
