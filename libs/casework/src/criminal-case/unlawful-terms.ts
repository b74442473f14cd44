import { viDay } from '../authority.js';
import { dueOf, lateBy } from '../due.js';
import { openSpell } from '../spells.js';
import { accusedById, inScope } from './accused.js';
import { ruleFor, type CaseGiven, type CaseRule } from './rule.js';

const clockIn = ({ state }: CaseGiven, docket: 'investigation' | 'prosecution') =>
  openSpell(state.spells, docket)?.clock;

const investigationLate: CaseRule = ruleFor(
  ['InvestigationConcluded', 'InvestigationTerminated', 'SupplementaryInvestigationCompleted'],
  'investigation-ended-late',
  'Kết thúc điều tra trong thời hạn điều tra',
  'BLTTHS Điều 172, 174',
  (data, given) =>
    // What can only be found when the term has run out is not late for that.
    'ground' in data && data.ground === '230.1.b'
      ? undefined
      : lateBy(clockIn(given, 'investigation'), data.on, given.reference.law),
);

const needsExpiry = ['229.1.a.unknown', '229.1.a.absconded', '229.1.c', '229.1.d', '247.1.b', '247.1.c', '247.1.d'];

const suspendedEarly: CaseRule = ruleFor(
  ['InvestigationSuspended', 'CaseSuspendedByProcuracy'],
  'suspended-before-term',
  'Chỉ tạm đình chỉ theo căn cứ này khi đã hết thời hạn',
  'BLTTHS Điều 229 khoản 1, Điều 247 khoản 1',
  ({ ground, on }, given) => {
    if (!needsExpiry.includes(ground)) return undefined;
    const docket = given.fact.type === 'InvestigationSuspended' ? 'investigation' : 'prosecution';
    const due = dueOf(clockIn(given, docket), given.reference.law);
    return due !== undefined && on < due.nominal.slice(0, 10)
      ? { detail: `Thời hạn đến ngày ${viDay(due.nominal)} mới hết; tạm đình chỉ ngày ${viDay(on)}.` }
      : undefined;
  },
);

const groundNotYetLaw: CaseRule = ruleFor(
  ['InvestigationSuspended', 'CaseSuspendedByProcuracy'],
  'ground-not-yet-law',
  'Căn cứ bất khả kháng do thiên tai, dịch bệnh chỉ có từ 01/12/2021',
  'BLTTHS Điều 229 khoản 1 điểm d, Điều 247 khoản 1 điểm d (Luật 02/2021/QH15)',
  ({ ground, on }) =>
    (ground === '229.1.d' || ground === '247.1.d') && on < '2021-12-01'
      ? { detail: `Ngày ${viDay(on)} luật chưa có căn cứ này.` }
      : undefined,
);

const notWanted: CaseRule = ruleFor(
  ['InvestigationSuspended', 'CaseSuspendedByProcuracy'],
  'suspended-without-wanted-notice',
  'Phải truy nã trước khi tạm đình chỉ vì không biết bị can ở đâu',
  'BLTTHS Điều 229 khoản 1 điểm a, Điều 247 khoản 1 điểm b',
  ({ ground, accusedIds }, { state }) => {
    if (ground !== '229.1.a.absconded' && ground !== '247.1.b') return undefined;
    const missing = inScope(state, accusedIds)
      .map((id) => accusedById(state, id))
      .find((one) => one?.wantedOn === undefined);
    return missing && { detail: `Chưa có quyết định truy nã ${missing.name}.` };
  },
);

const prosecutionLate: CaseRule = ruleFor(
  [
    'IndictmentIssued',
    'SummaryProsecutionDecided',
    'IndictmentReplaced',
    'IndictmentMaintained',
    'CaseFileReturned',
    'CaseTerminatedByProcuracy',
    'CaseSuspendedByProcuracy',
  ],
  'prosecution-decided-late',
  'Quyết định việc truy tố trong thời hạn',
  'BLTTHS Điều 240 khoản 1, Điều 461 khoản 1',
  (data, given) => {
    if (given.state.status !== 'prosecution') return undefined;
    if (given.fact.type === 'CaseSuspendedByProcuracy' && needsExpiry.includes(given.fact.data.ground))
      return undefined;
    return lateBy(clockIn(given, 'prosecution'), data.on, given.reference.law);
  },
);

const detentionTooLong: CaseRule = ruleFor(
  ['PreventiveMeasureApplied', 'PreventiveMeasureChanged', 'DetentionExtensionGranted'],
  'detention-beyond-investigation',
  'Thời hạn tạm giam không quá thời hạn điều tra',
  'BLTTHS Điều 173, Điều 174 khoản 4',
  (data, given) => {
    if ('kind' in data && data.kind !== 'detention') return undefined;
    const due = dueOf(clockIn(given, 'investigation'), given.reference.law)?.due;
    const { endsOn } = data;
    return due !== undefined && endsOn !== undefined && endsOn > due
      ? { detail: `Tạm giam đến ngày ${viDay(endsOn)}, thời hạn điều tra hết ngày ${viDay(due)}.` }
      : undefined;
  },
);

const toCourtLate: CaseRule = ruleFor(
  ['CaseFileTransferredToCourt'],
  'file-to-court-late',
  'Chuyển hồ sơ và cáo trạng đến Tòa án trong 03 ngày, vụ án phức tạp không quá 10 ngày',
  'BLTTHS Điều 244',
  ({ on, complex }, { state, reference }) => {
    const issued = state.indictments.at(-1)?.on;
    // Kept or confirmed after a return, the indictment is older than the decision; Điều 244 counts from a new one only.
    if (state.status !== 'prosecuted' || issued === undefined || issued !== state.current.on) return undefined;
    const clock = { term: 'prosecution.fileToCourt', trigger: issued, extensions: [], suspensions: [] };
    return lateBy(complex === true ? { ...clock, kind: 'complex' } : clock, on, reference.law);
  },
);

const scheduledLate: CaseRule = ruleFor(
  ['TrialScheduled'],
  'trial-scheduled-late',
  'Quyết định đưa vụ án ra xét xử trong thời hạn chuẩn bị xét xử',
  'BLTTHS Điều 277 khoản 1, 2',
  ({ on }, { state, reference }) =>
    state.status === 'atCourt' ? lateBy(state.current.preparation, on, reference.law) : undefined,
);

const openedLate: CaseRule = ruleFor(
  ['TrialHeld'],
  'trial-opened-late',
  'Mở phiên tòa trong 15 ngày kể từ ngày quyết định đưa vụ án ra xét xử, có trở ngại khách quan thì 30 ngày',
  'BLTTHS Điều 277 khoản 3',
  ({ on }, { state, reference }) => {
    if (state.status !== 'atCourt' || state.current.scheduledOn === undefined || state.current.heldOn !== undefined)
      return undefined;
    const { scheduledOn, postponed } = state.current;
    const clock = { term: 'trial.open', trigger: scheduledOn, extensions: [], suspensions: [] };
    return lateBy(postponed ? { ...clock, kind: 'hindered' } : clock, on, reference.law);
  },
);

const heavierWithoutReturn: CaseRule = ruleFor(
  ['FirstInstanceJudgmentRecorded'],
  'heavier-without-return',
  'Chỉ kết án về tội nặng hơn sau khi đã trả hồ sơ để truy tố lại',
  'BLTTHS Điều 298 khoản 3',
  ({ accused }, { state }) => {
    const heavier = accused.some(({ verdicts }) =>
      verdicts.some(({ charged, convictedOf, relation }) =>
        Boolean(relation === 'heavier' && convictedOf && convictedOf.article !== charged.article),
      ),
    );
    return heavier && !state.returns.some(({ reasons }) => reasons.includes('heavierOffence'))
      ? { detail: 'Tòa án kết án về tội nặng hơn mà chưa trả hồ sơ để truy tố lại.' }
      : undefined;
  },
);

export const unlawfulTerms: readonly CaseRule[] = [
  investigationLate,
  suspendedEarly,
  groundNotYetLaw,
  notWanted,
  prosecutionLate,
  detentionTooLong,
  toCourtLate,
  scheduledLate,
  openedLate,
  heavierWithoutReturn,
];
