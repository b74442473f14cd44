import { dayOf } from '#engine';
import { grantorsOf, type Clock, type Extension, type JudgedExtension, type ProcuracyLevel } from '#law';
import { dueOf } from '../due.js';
import type { UnitLevel } from '../reference/units.js';
import { extended, openSpell } from '../spells.js';
import { ruleFor, type CaseGiven, type CaseRule } from './rule.js';

/** The verdict of the law on an extension, were it added to a running clock. */
const verdictOn = (clock: Clock | undefined, extension: Extension, given: CaseGiven): JudgedExtension | undefined =>
  clock && dueOf(extended(clock, extension), given.reference.law)?.extensions.at(-1);

const granted = (given: CaseGiven): JudgedExtension | undefined => {
  const { fact, state } = given;
  const decided = { fact: '', decidedOn: dayOf(fact) };
  if (fact.type === 'InvestigationExtensionGranted') {
    const asked = fact.data.requestedOn === undefined ? {} : { requestedOn: fact.data.requestedOn };
    const extension = { ...decided, ...asked, length: { months: fact.data.months } };
    return verdictOn(openSpell(state.spells, 'investigation')?.clock, extension, given);
  }
  if (fact.type === 'ProsecutionDeadlineExtended')
    return verdictOn(
      openSpell(state.spells, 'prosecution')?.clock,
      { ...decided, length: { days: fact.data.days } },
      given,
    );
  if (fact.type === 'TrialPreparationExtended' && state.status === 'atCourt')
    return verdictOn(state.current.preparation, { ...decided, length: { days: fact.data.days } }, given);
  return undefined;
};

const extensions = [
  'InvestigationExtensionGranted',
  'ProsecutionDeadlineExtended',
  'TrialPreparationExtended',
] as const;
const BASIS = 'BLTTHS Điều 172, 174, 240, 277';

const decidedLate: CaseRule = ruleFor(
  extensions,
  'extension-late',
  'Gia hạn khi thời hạn chưa hết',
  BASIS,
  (_, given) =>
    granted(given)?.late === true ? { detail: 'Quyết định gia hạn được ban hành khi thời hạn đã hết.' } : undefined,
);

const notProvided: CaseRule = ruleFor(
  extensions,
  'extension-not-provided',
  'Không gia hạn quá số lần luật cho phép',
  BASIS,
  (_, given) => {
    const verdict = granted(given);
    return verdict !== undefined && verdict.basis === undefined
      ? { detail: 'Thời hạn này không được gia hạn, hoặc đã hết số lần gia hạn.' }
      : undefined;
  },
);

const tooLong: CaseRule = ruleFor(
  extensions,
  'extension-too-long',
  'Mỗi lần gia hạn không quá mức tối đa',
  BASIS,
  (_, given) => {
    const verdict = granted(given);
    return verdict?.basis !== undefined && verdict.overCeilingBy > 0
      ? { detail: `Phần gia hạn vượt mức tối đa ${verdict.overCeilingBy} ngày.` }
      : undefined;
  },
);

const requestedLate: CaseRule = ruleFor(
  ['InvestigationExtensionRequested', 'InvestigationExtensionGranted'],
  'extension-requested-late',
  'Đề nghị gia hạn điều tra chậm nhất 10 ngày trước khi hết thời hạn',
  'BLTTHS Điều 172 khoản 2, Điều 174 khoản 1',
  (data, given) => {
    const { fact, state } = given;
    const clock = openSpell(state.spells, 'investigation')?.clock;
    const isRequest = fact.type === 'InvestigationExtensionRequested';
    // The request, where it stands in the file, has been judged on its own day.
    if (!isRequest && state.extensionRequest) return undefined;
    const requestedOn = isRequest ? data.on : 'requestedOn' in data ? data.requestedOn : undefined;
    if (requestedOn === undefined) return undefined;
    const asked = { fact: '', decidedOn: requestedOn, requestedOn, length: { months: data.months } };
    const verdict = verdictOn(clock, asked, given);
    return verdict !== undefined && (verdict.requestedTooLate || verdict.late)
      ? { detail: 'Đề nghị gia hạn chưa đủ 10 ngày trước khi hết thời hạn điều tra.' }
      : undefined;
  },
);

const levelNames: Readonly<Record<ProcuracyLevel, string>> = {
  district: 'cấp huyện',
  regional: 'khu vực',
  provincial: 'cấp tỉnh',
  supreme: 'tối cao',
};

const levelOf = (level: UnitLevel): ProcuracyLevel | undefined => {
  if (level === 'supreme' || level === 'department') return 'supreme';
  return level === 'provincial' || level === 'district' || level === 'regional' ? level : undefined;
};

/** Judged only where the law as data says who may, and the text that says so has been read. */
const grantedByWrongUnit: CaseRule = ruleFor(
  ['InvestigationExtensionGranted'],
  'extension-by-wrong-unit',
  'Viện kiểm sát gia hạn phải đúng cấp (đến 30/6/2025; từ 01/7/2025 cần xác nhận)',
  'BLTTHS Điều 172 khoản 5, 6',
  ({ on, nth, grantedBy }, { state, reference }) => {
    const clock = openSpell(state.spells, 'investigation')?.clock;
    const level = grantedBy === undefined ? undefined : reference.units.get(grantedBy)?.level;
    const as = level && levelOf(level);
    if (clock === undefined || as === undefined) return undefined;
    const severity = clock.reclassifications?.at(-1)?.severity ?? clock.severity;
    const right = grantorsOf(reference.law, clock, nth, severity, on).find(({ body }) => body === state.bodyLevel);
    if (right === undefined || !right.confirmed || as === right.level) return undefined;
    return { detail: `Lần gia hạn này thuộc thẩm quyền VKSND ${levelNames[right.level]}.` };
  },
);

export const unlawfulExtensions: readonly CaseRule[] = [
  decidedLate,
  notProvided,
  tooLong,
  requestedLate,
  grantedByWrongUnit,
];
