import { notAfterItsDay, notBeforeItsDay, prosecutorIsKnown, recorderHasAuthority } from '../authority.js';
import type { Charge } from '../fields.js';
import { severityFinding, severityFitsCharges } from '../severity.js';
import { inScope, isActive, toResume } from './accused.js';
import { impossibleAboutAccused } from './impossible-accused.js';
import { ruleFor, type CaseGiven, type CaseRule } from './rule.js';
import type { Accused } from './state.js';

const TTLT_RETURNS = 'TTLT 02/2017 Điều 9, 10';

const returnIsNew: CaseRule = ruleFor(
  ['CaseFileReturned'],
  'return-already-recorded',
  'Mỗi lần trả hồ sơ có một mã riêng',
  TTLT_RETURNS,
  ({ returnId }, { state }) =>
    state.returns.some(({ id }) => id === returnId)
      ? { detail: `Lần trả hồ sơ “${returnId}” đã được ghi nhận.`, field: 'data.returnId' }
      : undefined,
);

const returnedByWhoHadIt: CaseRule = ruleFor(
  ['CaseFileReturned'],
  'return-by-who-has-not-the-file',
  'Chỉ cơ quan đang giữ hồ sơ mới trả hồ sơ',
  'BLTTHS Điều 245, 280',
  ({ by }, { state }) => {
    const atCourt = state.status === 'atCourt';
    return (by === 'procuracy') === atCourt
      ? { detail: `Hồ sơ đang ở ${atCourt ? 'Tòa án' : 'Viện kiểm sát'}.`, field: 'data.by' }
      : undefined;
  },
);

const passesOnCourtReturn: CaseRule = ruleFor(
  ['CaseFileReturned'],
  'unknown-court-return',
  'Lần trả hồ sơ theo yêu cầu của Tòa án phải dẫn đến lần trả hồ sơ của Tòa án',
  'TTLT 02/2017 Điều 14 khoản 3 điểm d',
  ({ by, onCourtReturnId }, { state }) => {
    if (onCourtReturnId === undefined) return undefined;
    const courts = state.returns.some((one) => one.id === onCourtReturnId && one.by !== 'procuracy');
    return by === 'procuracy' && courts
      ? undefined
      : { detail: `Không có lần Tòa án trả hồ sơ “${onCourtReturnId}”.`, field: 'data.onCourtReturnId' };
  },
);

const returnIsKnown: CaseRule = ruleFor(
  ['ReturnGroundsAssessed', 'CourtReturnRefused', 'SupplementaryInvestigationCompleted', 'ReturnedFileDelivered'],
  'unknown-return',
  'Việc trả lời phải dẫn đến một lần trả hồ sơ đã ghi nhận',
  TTLT_RETURNS,
  ({ returnId }, { state }) =>
    state.returns.some(({ id }) => id === returnId)
      ? undefined
      : { detail: `Vụ án không có lần trả hồ sơ “${returnId}”.`, field: 'data.returnId' },
);

const refusesTheCourt: CaseRule = ruleFor(
  ['CourtReturnRefused'],
  'not-the-courts-return',
  'Chỉ không chấp nhận lần trả hồ sơ mà Tòa án vừa quyết định',
  'BLTTHS Điều 246 khoản 2',
  ({ returnId }, { state }) =>
    state.status === 'courtReturned' && state.current.returnId !== '' && state.current.returnId !== returnId
      ? { detail: `Tòa án đang trả hồ sơ theo lần “${state.current.returnId}”.`, field: 'data.returnId' }
      : undefined,
);

const repliesOnce: CaseRule = ruleFor(
  ['ReturnGroundsAssessed', 'CourtReturnRefused'],
  'return-already-assessed',
  'Căn cứ của một lần trả hồ sơ chỉ đánh giá một lần; ghi nhầm thì đính chính',
  TTLT_RETURNS,
  ({ returnId }, { state }) => {
    const one = state.returns.find(({ id }) => id === returnId);
    return one?.accepted === undefined
      ? undefined
      : { detail: `Lần trả hồ sơ này đã được đánh giá là ${one.accepted ? 'có' : 'không có'} căn cứ.` };
  },
);

const completesOnce: CaseRule = ruleFor(
  ['SupplementaryInvestigationCompleted'],
  'return-already-completed',
  'Mỗi lần trả hồ sơ chỉ kết thúc điều tra bổ sung một lần',
  'BLTTHS Điều 245 khoản 3',
  ({ returnId }, { state }) => {
    const one = state.returns.find(({ id }) => id === returnId);
    if (one?.completedOn !== undefined) return { detail: 'Lần trả hồ sơ này đã kết thúc điều tra bổ sung.' };
    return one && one.by !== 'procuracy'
      ? { detail: 'Lần trả hồ sơ này không gửi đến Cơ quan điều tra.', field: 'data.returnId' }
      : undefined;
  },
);

const replacesKnown: CaseRule = ruleFor(
  ['IndictmentReplaced'],
  'unknown-indictment',
  'Cáo trạng mới phải thay thế cáo trạng đang có hiệu lực',
  'TTLT 02/2017 Điều 10 khoản 4',
  ({ replaces }, { state }) =>
    state.indictments.some(({ no, replacedBy }) => no === replaces && replacedBy === undefined)
      ? undefined
      : { detail: `Không có cáo trạng số “${replaces}” đang có hiệu lực.`, field: 'data.replaces' },
);

const keepsKnown: CaseRule = ruleFor(
  ['IndictmentMaintained'],
  'no-indictment',
  'Chỉ giữ nguyên quyết định truy tố đã ban hành',
  'TTLT 02/2017 Điều 10 khoản 4',
  (_, { state }) => (state.indictments.length > 0 ? undefined : { detail: 'Vụ án chưa có cáo trạng.' }),
);

const standsAs = {
  indictment: ['prosecuted'],
  return: ['supplementary'],
  suspension: ['prosecutionSuspended'],
  termination: ['terminated', 'prosecuted'],
} as const;

const overrulesWhatStands: CaseRule = ruleFor(
  ['ProcuracyDecisionOverruled'],
  'nothing-to-overrule',
  'Chỉ rút, hủy bỏ quyết định của Viện kiểm sát đang có hiệu lực',
  'BLTTHS Điều 240 khoản 3',
  ({ overruled }, { state }) => {
    const ended = overruled !== 'termination' || state.accused.some(({ stoppedBy }) => stoppedBy === 'procuracy');
    return ended && standsAs[overruled].some((status) => status === state.status)
      ? undefined
      : { detail: 'Vụ án không có quyết định như vậy đang có hiệu lực.', field: 'data.overruled' };
  },
);

const isSummary: CaseRule = ruleFor(
  ['SummaryProsecutionDecided'],
  'not-summary-procedure',
  'Quyết định truy tố theo Điều 461 chỉ dùng trong thủ tục rút gọn',
  'BLTTHS Điều 461',
  (_, { state }) =>
    state.status === 'prosecution' && state.current.procedure !== 'summary'
      ? { detail: 'Hồ sơ được nhận theo thủ tục thông thường.' }
      : undefined,
);

const transfersElsewhere: CaseRule = ruleFor(
  ['CaseTransferred'],
  'transfer-to-unknown-unit',
  'Vụ án chuyển đến một Viện kiểm sát khác đã có trong danh mục',
  'BLTTHS Điều 169, 239',
  ({ toUnit }, { state, reference }) => {
    if (toUnit === state.unit) return { detail: 'Vụ án đang ở chính đơn vị này.', field: 'data.toUnit' };
    return reference.units.size > 0 && !reference.units.has(toUnit)
      ? { detail: `Không có đơn vị “${toUnit}”.`, field: 'data.toUnit' }
      : undefined;
  },
);

const verdictIsWhole: CaseRule = ruleFor(
  ['FirstInstanceJudgmentRecorded', 'AppellateJudgmentRecorded', 'CassationDecisionRecorded'],
  'verdict-incomplete',
  'Kết án theo điều luật khác phải ghi tội đó nặng hơn, nhẹ hơn hay bằng; tuyên không phạm tội thì không ghi tội danh',
  'BLTTHS Điều 298',
  ({ accused = [] }) => {
    for (const [i, { verdicts }] of accused.entries())
      for (const [j, { charged, result, convictedOf, relation }] of verdicts.entries()) {
        const field = `data.accused.${i}.verdicts.${j}`;
        if (result === 'acquitted' && convictedOf)
          return { detail: 'Tuyên không phạm tội mà vẫn ghi tội danh bị kết án.', field };
        const other = convictedOf !== undefined && convictedOf.article !== charged.article;
        if (other && (relation === undefined || relation === 'same'))
          return { detail: 'Chưa ghi tội danh bị kết án nặng hơn, nhẹ hơn hay bằng.', field: `${field}.relation` };
      }
    return undefined;
  },
);

const judgesWhatWasCharged: CaseRule = ruleFor(
  ['FirstInstanceJudgmentRecorded'],
  'verdict-on-uncharged-offence',
  'Tòa án chỉ xét xử theo tội danh mà Viện kiểm sát truy tố',
  'BLTTHS Điều 298 khoản 1',
  ({ accused }, { state }) => {
    for (const [i, { accusedId, verdicts }] of accused.entries()) {
      const indictedFor = state.accused.find(({ id }) => id === accusedId)?.indictedFor;
      const strange = verdicts.findIndex(
        ({ charged }) => indictedFor?.every(({ article }) => article !== charged.article) === true,
      );
      if (strange >= 0)
        return {
          detail: `Cáo trạng không truy tố bị cáo theo Điều ${verdicts[strange]?.charged.article ?? ''}.`,
          field: `data.accused.${i}.verdicts.${strange}.charged`,
        };
    }
    return undefined;
  },
);

/** What the class of the offence is judged by when a later stage states it anew: the gravest charge still at hand. */
const chargesNow = ({ state, fact }: CaseGiven): readonly Charge[] => {
  const of = (accused: readonly Accused[]) => {
    const all = accused.flatMap(({ status, indictedFor, proposed, charges }) =>
      status === 'indicted' && indictedFor ? indictedFor : (proposed ?? charges),
    );
    return all.length > 0 ? all : state.charges;
  };
  const named = (ids: readonly string[]) => of(state.accused.filter(({ id }) => ids.includes(id)));
  if (fact.type === 'InitiationChanged') return fact.data.charges;
  if (fact.type === 'InitiationSupplemented') return [...state.charges, ...fact.data.charges];
  if (fact.type === 'InvestigationResumed')
    return named([...inScope(state, undefined), ...toResume(state, fact.data.accusedIds, 'investigator')]);
  if (fact.type === 'CaseResumedByProcuracy')
    return named([...inScope(state, undefined), ...toResume(state, fact.data.accusedIds, 'procuracy')]);
  if (fact.type === 'ReinvestigationStarted') return of(state.accused.filter(({ verdicts }) => verdicts.length > 0));
  return of(state.accused.filter(isActive));
};

const statesItsClass: CaseRule = ruleFor(
  [
    'InitiationChanged',
    'InitiationSupplemented',
    'InvestigationResumed',
    'ReinvestigationStarted',
    'CaseFileReceived',
    'CaseResumedByProcuracy',
    'CourtCaseDocketed',
  ],
  severityFitsCharges.code,
  severityFitsCharges.text,
  severityFitsCharges.basis,
  ({ severity }, given) => severityFinding(chargesNow(given), severity, given),
);

const keepsItsPeriod: CaseRule = ruleFor(
  ['PreventiveMeasureApplied', 'PreventiveMeasureChanged'],
  'period-reversed',
  'Ngày kết thúc không trước ngày bắt đầu',
  'BLTTHS Điều 109',
  ({ startsOn, endsOn }) =>
    endsOn !== undefined && endsOn < startsOn
      ? { detail: 'Ngày kết thúc trước ngày bắt đầu.', field: 'data.endsOn' }
      : undefined,
);

/** A broken one refuses the fact: it can't have happened so. */
export const impossible: readonly CaseRule[] = [
  recorderHasAuthority,
  prosecutorIsKnown,
  severityFitsCharges,
  statesItsClass,
  ...impossibleAboutAccused,
  returnIsNew,
  returnedByWhoHadIt,
  passesOnCourtReturn,
  returnIsKnown,
  refusesTheCourt,
  repliesOnce,
  completesOnce,
  replacesKnown,
  keepsKnown,
  overrulesWhatStands,
  isSummary,
  transfersElsewhere,
  verdictIsWhole,
  judgesWhatWasCharged,
  keepsItsPeriod,
  notAfterItsDay(['receivedOn', 'requestedOn']),
  notBeforeItsDay(['sentOn', 'deliveredOn', 'notifiedOn']),
];
