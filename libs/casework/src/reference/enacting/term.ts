import { canonicalJson, Rejection } from '#engine';
import type { DutyStart, Length, Lengths, TermRow } from '#law';
import { isRegisterName, registerNamed, type RegisterName } from '../../registers.js';
import { demandBasis, enactedOn, placeAmong, type Enacted, type Given } from './given.js';

export interface TermAsked {
  readonly on?: string | undefined;
  readonly term: TermRow;
}

const ARTICLE = 'BLTTHS Điều 134';
const CODE = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const KIND = /^[a-z][A-Za-z0-9]*$/;

const refuse = (code: string, detail: string, field: string): never => {
  throw new Rejection(code, { detail, field, basis: ARTICLE });
};

const keepsItsNames = ({ code, kind }: TermRow): void => {
  if (!CODE.test(code))
    refuse(
      'invalid-code',
      `Mã “${code}” chưa đúng; mã gồm chữ không dấu và số, các phần cách nhau bằng dấu chấm, ví dụ prosecution.decide.`,
      'term.code',
    );
  if (kind !== undefined && !KIND.test(kind))
    refuse('invalid-code', `Loại “${kind}” chưa đúng; chỉ gồm chữ không dấu và số, ví dụ summary.`, 'term.kind');
};

const isOneForAll = (lengths: Lengths): boolean => !['I', 'N', 'R', 'D'].some((one) => one in lengths);

const lengthsIn = (lengths: Lengths): readonly Length[] =>
  (isOneForAll(lengths) ? [lengths] : Object.values(lengths)).filter(
    (length) => length !== undefined && Object.keys(length).length > 0,
  ) as Length[];

const fitsItsCounting = ({ counting, lengths, extensions = [] }: TermRow): void => {
  const all = [
    [lengths, 'term.lengths'],
    ...extensions.map(({ max }, i) => [max, `term.extensions.${i}.max`]),
  ] as const;
  for (const [some, field] of all as readonly (readonly [Lengths, string])[]) {
    const known = lengthsIn(some);
    if (known.length === 0)
      refuse('length-missing', 'Phải nêu độ dài của thời hạn cho ít nhất một loại tội phạm.', field);
    for (const length of known) {
      if (length.workingDays !== undefined && counting !== 'workingDays' && counting !== 'before')
        refuse('counting-mismatch', 'Độ dài tính bằng ngày làm việc thì cách tính phải là “ngày làm việc”.', field);
      if (length.workingDays === undefined && counting === 'workingDays')
        refuse('counting-mismatch', 'Cách tính là “ngày làm việc” thì độ dài phải tính bằng ngày làm việc.', field);
      if (length.hours !== undefined && counting !== 'hours' && counting !== 'custody')
        refuse('counting-mismatch', 'Độ dài tính bằng giờ thì cách tính phải là “theo giờ”.', field);
    }
  }
};

const namesKnownPoints = ({ openPoints = [], readings = [] }: TermRow, { reference }: Given): void => {
  const known = new Set(reference.law.settings.all.map(({ point }) => point));
  for (const [i, point] of openPoints.entries())
    if (!known.has(point))
      refuse(
        'unknown-point',
        `Không có điểm “${point}” trong danh sách các điểm luật chưa thống nhất.`,
        `term.openPoints.${i}`,
      );
  for (const [i, { point }] of readings.entries())
    if (!known.has(point))
      refuse(
        'unknown-point',
        `Không có điểm “${point}” trong danh sách các điểm luật chưa thống nhất.`,
        `term.readings.${i}.point`,
      );
};

/** The registers that the duty opens in, each start checked against its own. */
const registersOf = (starts: readonly DutyStart[], at: (i: number) => string): readonly RegisterName[] =>
  starts.map(({ register, fact, when = {}, from, same, doneIn, until, ends = [], mootBy = [] }, i) => {
    if (!isRegisterName(register)) return refuse('unknown-register', `Không có sổ “${register}”.`, `${at(i)}.register`);
    const fields = registerNamed(register).catalogue[fact]?.data.shape;
    if (!fields) return refuse('unknown-fact', `Sổ “${register}” không có mốc “${fact}”.`, `${at(i)}.fact`);
    // Whose duty it is, a fact may say of several accused at once.
    const own = same === 'accusedId' ? undefined : same;
    const asked = Object.entries({ from, same: own, doneIn, until }).map(([role, name]) => [role, name] as const);
    const named = [...Object.keys(when).map((name) => [`when.${name}`, name] as const), ...asked];
    for (const [role, name] of named)
      if (name !== undefined && !(name in fields))
        refuse('unknown-field', `Mốc “${fact}” không có ô “${name}”.`, `${at(i)}.${role}`);
    for (const [role, types] of Object.entries({ ends, mootBy }))
      for (const [nth, type] of types.entries())
        if (!(type in registerNamed(register).catalogue))
          refuse('unknown-fact', `Sổ “${register}” không có mốc “${type}”.`, `${at(i)}.${role}.${nth}`);
    return register;
  });

/** A duty opens with a fact of a register that is there, on a field that the fact has, and can be done. */
const startsAndEnds = ({ starts, ends }: TermRow): void => {
  if (starts === undefined && ends === undefined) return;
  if (starts === undefined)
    return refuse('start-missing', 'Đã nêu mốc hoàn thành thì phải nêu mốc làm phát sinh thời hạn.', 'term.starts');
  const several = Array.isArray(starts);
  const all = several ? starts : [starts];
  if (ends === undefined && all.some((start) => start.ends === undefined))
    return refuse('end-missing', 'Phải nêu mốc hoàn thành, nếu không việc không bao giờ xong.', 'term.ends');
  const registers = registersOf(all, (i) => (several ? `term.starts.${i}` : 'term.starts'));
  for (const [i, type] of (ends ?? []).entries())
    if (!registers.some((register) => type in registerNamed(register).catalogue))
      refuse('unknown-fact', `Sổ “${registers.join('”, “')}” không có mốc “${type}”.`, `term.ends.${i}`);
};

/** A code that nothing starts would never give a date: most likely one that is misspelt. */
const isUsed = ({ code, starts }: TermRow, { reference }: Given): void => {
  if (starts === undefined && !reference.law.terms.has(code))
    refuse(
      'start-missing',
      `Mã “${code}” chưa có trong bảng. Thời hạn mới phải nêu mốc làm phát sinh và mốc hoàn thành.`,
      'term.starts',
    );
};

/**
 * Enacts a row of the table of terms with effect from a day.
 * @throws {Rejection} naming the field; see `placeAmong` for how rows follow one another
 */
export const enactTerm = ({ on, term }: TermAsked, given: Given): Enacted<TermRow> => {
  keepsItsNames(term);
  demandBasis(term.basis, 'term.basis', ARTICLE);
  for (const [i, { basis }] of (term.extensions ?? []).entries())
    demandBasis(basis, `term.extensions.${i}.basis`, ARTICLE);
  fitsItsCounting(term);
  namesKnownPoints(term, given);
  startsAndEnds(term);
  isUsed(term, given);
  const day = enactedOn(on, given);
  const rows = (given.own.terms.get(term.code) ?? []).filter(({ kind }) => kind === term.kind);
  const same = rows.find(({ validFrom }) => validFrom === term.validFrom);
  if (same && canonicalJson(same) === canonicalJson(term)) return { facts: [], row: term };
  const placed = placeAmong(term, rows, given, { at: 'term.', what: 'Thời hạn này', article: term.basis });
  return { facts: [{ type: 'TermEnacted', data: { on: day, term } as { on: string } }], row: term, ...placed };
};
