import { CellProblem } from './cell.js';
import { splitList, unquoted } from './lists.js';

/** 173, 173/1 or 173/1/a: article, clause, point. @throws {CellProblem} */
export const chargeFrom = (written: string) => {
  const [, article, clause, point] =
    /^(\d{1,3}[a-zđ]?)(?:\/(\d{1,2}))?(?:\/([a-zđ]\d?))?$/.exec(written.trim().toLowerCase()) ?? [];
  if (!article) throw new CellProblem(`“${written.trim()}” không phải là tội danh (điều/khoản/điểm, ví dụ 173/1/a)`);
  return { article, ...(clause ? { clause: Number(clause) } : {}), ...(point ? { point } : {}) };
};

const RELATIONS = { 'nhẹ hơn': 'lighter', 'nặng hơn': 'heavier', 'tội khác': 'equal', 'cùng tội': 'same' } as const;
const isRelation = (word: string): word is keyof typeof RELATIONS => Object.hasOwn(RELATIONS, word);

/**
 * A charge and how the court decided it: `173/1 = 173/1 "24 tháng tù" (án treo)`, `173/1 = không phạm tội`,
 * `134/2 = 128/1 (nhẹ hơn) "01 năm tù"`.
 * @throws {CellProblem}
 */
export const verdictFrom = (written: string) => {
  const equals = written.indexOf('=');
  const [from, to] = [written.slice(0, equals).trim(), written.slice(equals + 1).trim()];
  if (equals < 1 || to === '')
    throw new CellProblem(`“${written}” thiếu kết quả (ví dụ 173/1 = 173/1, hoặc 173/1 = không phạm tội)`);
  const charged = chargeFrom(from);
  if (to.toLowerCase() === 'không phạm tội') return { charged, result: 'acquitted' };
  const [, offence, named, penalty, not, suspended] =
    /^([^\s("]+)(?:\s*\((nhẹ hơn|nặng hơn|tội khác|cùng tội)\))?(?:\s*("(?:[^"]|"")*"))?(?:\s*\((không )?(án treo)\))?$/i.exec(
      to,
    ) ?? [];
  if (offence === undefined)
    throw new CellProblem(`“${written}”: ghi tội danh Tòa án kết luận, ví dụ 173/1 = 173/1 "24 tháng tù" (án treo)`);
  const convictedOf = chargeFrom(offence);
  const word = named?.toLowerCase() ?? '';
  if (!isRelation(word) && convictedOf.article !== charged.article)
    throw new CellProblem(`“${written}”: ghi rõ (nhẹ hơn), (nặng hơn) hoặc (tội khác)`);
  return {
    charged,
    result: 'convicted',
    convictedOf,
    relation: isRelation(word) ? RELATIONS[word] : 'same',
    ...(penalty === undefined ? {} : { penalty: unquoted(penalty) }),
    ...(suspended === undefined ? {} : { suspended: not === undefined }),
  };
};

/** `bc1: 173/1, 134/2; bc2: 173/1`: each accused and what belongs to it. @throws {CellProblem} */
export const accusedFrom = <T>(written: string, inner: (part: string) => T) =>
  splitList(written, ';\n').map((part) => {
    const colon = part.indexOf(':');
    if (colon < 1) throw new CellProblem(`“${part}” thiếu mã bị can (ví dụ bc1: 173/1)`);
    return { accusedId: part.slice(0, colon).trim(), of: splitList(part.slice(colon + 1), ',').map(inner) };
  });
