import type { Finding } from '#engine';
import type { Clock } from '#law';
import { viDay } from '../authority.js';
import { lateBy, overADay } from '../due.js';
import { clockOf } from '../spells.js';
import { ruleFor, type CaseGiven, type CaseRule } from './rule.js';

/** Whether something done was later than a term that runs from a day. */
const beyond = (
  term: string,
  from: string | undefined,
  done: string | undefined,
  { reference }: CaseGiven,
  choice: Partial<Pick<Clock, 'kind'>> = {},
): Finding | undefined => (from === undefined ? undefined : lateBy(clockOf(term, from, choice), done, reference.law));

const sentToProcuracyLate: CaseRule = ruleFor(
  ['CaseInitiated', 'InitiationChanged', 'InitiationSupplemented', 'AccusedCharged', 'ChargeChanged', 'ChargeAdded'],
  'initiation-sent-late',
  'Gửi quyết định khởi tố, thay đổi, bổ sung cho Viện kiểm sát trong 24 giờ',
  'BLTTHS Điều 154 khoản 2, Điều 156 khoản 2, Điều 179 khoản 3, Điều 180 khoản 3',
  ({ on, sentOn }, { fact }) =>
    // What began as reports is found late in them: one decision isn't counted against the law twice.
    fact.type === 'CaseInitiated' && fact.data.sourceReportIds.length > 0 ? undefined : overADay(on, sentOn),
);

const chargeDecidedLate: CaseRule = ruleFor(
  ['AccusedChargeApproved', 'AccusedChargeRefused', 'AccusedChargeEvidenceRequested'],
  'charge-decided-late',
  'Xét phê chuẩn quyết định khởi tố bị can trong 03 ngày',
  'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3',
  ({ on, receivedOn }, given) => beyond('case.decideCharge', receivedOn, on, given),
);

const conclusionDeliveredLate: CaseRule = ruleFor(
  ['InvestigationConcluded'],
  'conclusion-delivered-late',
  'Giao kết luận điều tra và hồ sơ cho Viện kiểm sát trong 02 ngày',
  'BLTTHS Điều 232 khoản 4',
  ({ on, deliveredOn }, given) => beyond('case.deliverConclusion', on, deliveredOn, given),
);

const investigationDecisionSentLate: CaseRule = ruleFor(
  ['InvestigationSuspended', 'InvestigationResumed', 'InvestigationTerminated'],
  'investigation-decision-sent-late',
  'Gửi quyết định tạm đình chỉ, phục hồi, đình chỉ điều tra trong 02 ngày',
  'BLTTHS Điều 229 khoản 3, Điều 232 khoản 4, Điều 235 khoản 2',
  ({ on, sentOn }, given) => {
    const term =
      given.fact.type === 'InvestigationSuspended'
        ? 'case.sendSuspension'
        : given.fact.type === 'InvestigationResumed'
          ? 'case.sendResumption'
          : 'case.deliverConclusion';
    return beyond(term, on, sentOn, given);
  },
);

const terminationReviewedLate: CaseRule = ruleFor(
  ['InvestigationTerminationReviewed'],
  'termination-reviewed-late',
  'Kiểm sát quyết định đình chỉ điều tra trong 15 ngày',
  'BLTTHS Điều 230 khoản 3',
  ({ on, receivedOn }, given) => beyond('case.reviewTermination', receivedOn, on, given),
);

const procuracyNotifiedLate: CaseRule = ruleFor(
  ['CaseFileReturned', 'CaseSuspendedByProcuracy', 'CaseTerminatedByProcuracy'],
  'decision-notified-late',
  'Thông báo, giao quyết định của Viện kiểm sát trong 03 ngày, vụ án phức tạp không quá 10 ngày',
  'BLTTHS Điều 240 khoản 2',
  (data, given) => {
    if ('by' in data && data.by !== 'procuracy') return undefined;
    const complex = 'complex' in data && data.complex === true;
    return beyond('case.notifyDecision', data.on, data.notifiedOn, given, complex ? { kind: 'complex' } : {});
  },
);

/** The terms by the decision that is notified; a transfer to investigate has its own hours. */
const noticeTerms: Readonly<Record<string, string>> = {
  CaseFileReturned: 'case.notifyDecision',
  CaseSuspendedByProcuracy: 'case.notifyDecision',
  CaseTerminatedByProcuracy: 'case.notifyDecision',
  CaseResumedByProcuracy: 'case.notifyResumption',
  CaseTransferred: 'case.notifyTransfer',
};

const noticeGivenLate: CaseRule = ruleFor(
  ['ProcuracyDecisionNotified'],
  'notice-given-late',
  'Thông báo, giao quyết định của Viện kiểm sát trong thời hạn',
  'BLTTHS Điều 169 khoản 3, Điều 239 khoản 2, Điều 240 khoản 2, Điều 249 khoản 3',
  ({ on, decisionNo }, given) => {
    const decision = given.state.trail?.find(
      ({ fact }) => fact.type in noticeTerms && 'decisionNo' in fact.data && fact.data.decisionNo === decisionNo,
    )?.fact;
    // Told with the decision itself, it was judged then.
    if (decision === undefined || 'notifiedOn' in decision.data) return undefined;
    const { ground, complex } = { ground: undefined, complex: undefined, ...decision.data };
    if (ground === 'investigation') return overADay(decision.data.on, on);
    return beyond(
      noticeTerms[decision.type] ?? '',
      decision.data.on,
      on,
      given,
      complex === true ? { kind: 'complex' } : {},
    );
  },
);

const resumptionNotifiedLate: CaseRule = ruleFor(
  ['CaseResumedByProcuracy'],
  'resumption-notified-late',
  'Giao quyết định phục hồi vụ án trong 03 ngày',
  'BLTTHS Điều 249 khoản 3',
  ({ on, notifiedOn }, given) => beyond('case.notifyResumption', on, notifiedOn, given),
);

const indictmentDeliveredLate: CaseRule = ruleFor(
  ['IndictmentDelivered'],
  'indictment-delivered-late',
  'Giao cáo trạng cho bị can trong 03 ngày, vụ án phức tạp không quá 10 ngày',
  'BLTTHS Điều 240 khoản 2',
  ({ on, accusedId, complex }, given) => {
    const no = given.state.accused.find(({ id }) => id === accusedId)?.indictmentNo;
    const issued = given.state.indictments.find((one) => one.no === no)?.on;
    return beyond('case.notifyDecision', issued, on, given, complex === true ? { kind: 'complex' } : {});
  },
);

const transferNotifiedLate: CaseRule = ruleFor(
  ['CaseTransferred'],
  'transfer-notified-late',
  'Thông báo việc chuyển vụ án: 24 giờ khi chuyển để điều tra, 03 ngày khi chuyển để truy tố',
  'BLTTHS Điều 169 khoản 3, Điều 239 khoản 2',
  ({ on, ground, notifiedOn }, given) => {
    if (ground === 'investigation') return overADay(on, notifiedOn);
    return ground === 'prosecution' ? beyond('case.notifyTransfer', on, notifiedOn, given) : undefined;
  },
);

const courtReturnSentLate: CaseRule = ruleFor(
  ['CaseFileReturned'],
  'court-return-sent-late',
  'Tòa án gửi quyết định trả hồ sơ kèm hồ sơ trong 03 ngày',
  'BLTTHS Điều 280 khoản 3',
  ({ by, on, deliveredOn }, given) =>
    by === 'procuracy' ? undefined : beyond('case.sendCourtReturn', on, deliveredOn, given),
);

const courtDecisionSentLate: CaseRule = ruleFor(
  ['TrialScheduled', 'CourtCaseSuspended', 'CourtCaseTerminated'],
  'court-decision-sent-late',
  'Tòa án gửi quyết định cho Viện kiểm sát trong 02 ngày',
  'BLTTHS Điều 286 khoản 3',
  ({ on, sentOn }, given) => beyond('case.sendCourtDecision', on, sentOn, given),
);

const limits = { procuracy: 2, presidingJudge: 1, panel: 1 } as const;
const whoReturns = { procuracy: 'Viện kiểm sát', presidingJudge: 'Thẩm phán chủ tọa', panel: 'Hội đồng xét xử' };

const returnedTooOften: CaseRule = ruleFor(
  ['CaseFileReturned'],
  'returned-too-often',
  'Viện kiểm sát chỉ trả hồ sơ hai lần, Thẩm phán chủ tọa một lần, Hội đồng xét xử một lần',
  'BLTTHS Điều 174 khoản 2',
  ({ by, returnNo, onCourtReturnId, on }, { state }) => {
    // Passed on for the court it is the court's return, not one of the procuracy's own (TTLT 02/2017 Điều 14(3)(d)).
    if (onCourtReturnId !== undefined) return undefined;
    const earlier = state.returns.filter((one) => one.by === by && one.onCourtReturnId === undefined).length;
    const nth = Math.max(earlier + 1, returnNo);
    return nth > limits[by] ? { detail: `${whoReturns[by]} trả hồ sơ lần thứ ${nth} ngày ${viDay(on)}.` } : undefined;
  },
);

export const unlawfulNotices: readonly CaseRule[] = [
  sentToProcuracyLate,
  chargeDecidedLate,
  conclusionDeliveredLate,
  investigationDecisionSentLate,
  terminationReviewedLate,
  procuracyNotifiedLate,
  noticeGivenLate,
  resumptionNotifiedLate,
  indictmentDeliveredLate,
  transferNotifiedLate,
  courtReturnSentLate,
  courtDecisionSentLate,
  returnedTooOften,
];
