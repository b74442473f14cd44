import type { TermRow } from '../term.js';
import { WITH_THE_FILE } from './with-the-file.js';

const row = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;

/** The procuracy had the court's decision in hand when it answered it, or stood at the trial. */
const ANSWERED = [
  'CaseFileReceived',
  'ReturnGroundsAssessed',
  'CourtReturnRefused',
  'IndictmentMaintained',
  'IndictmentReplaced',
];
const TRIED = ['TrialHeld', 'FirstInstanceJudgmentRecorded'];

/** Approvals, deliveries and notices in a criminal case: BLTTHS Điều 179, 229–249, 274, 280, 286. */
// prettier-ignore
export const caseStepTerms: readonly TermRow[] = [
  { code: 'case.decideCharge',          label: 'Xét phê chuẩn quyết định khởi tố bị can',                   basis: 'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3', runsFrom: 'ngày nhận được quyết định hoặc chứng cứ, tài liệu bổ sung', lengths: { days: 3 }, ...row, starts: [{ register: 'criminalCase', fact: 'AccusedCharged', when: { by: 'investigator' }, from: 'sentOn', same: 'accusedId', told: { from: 'receivedOn' } }, { register: 'criminalCase', fact: 'ChargeChanged', from: 'sentOn', same: 'accusedId', told: { from: 'receivedOn' } }, { register: 'criminalCase', fact: 'ChargeAdded', from: 'sentOn', same: 'accusedId', told: { from: 'receivedOn' } }], ends: ['AccusedChargeApproved', 'AccusedChargeRefused', 'AccusedChargeEvidenceRequested'] },
  { code: 'case.deliverConclusion',     label: 'Giao kết luận điều tra và hồ sơ vụ án cho Viện kiểm sát',   basis: 'BLTTHS Điều 232 khoản 4', runsFrom: 'ngày ra bản kết luận điều tra', lengths: { days: 2 }, ...row, starts: { register: 'criminalCase', fact: 'InvestigationConcluded', doneIn: 'deliveredOn' }, ends: ['CaseFileReceived'] },
  { code: 'case.sendSuspension',        label: 'Gửi quyết định tạm đình chỉ điều tra',                      basis: 'BLTTHS Điều 229 khoản 3', runsFrom: 'ngày ra quyết định tạm đình chỉ điều tra', lengths: { days: 2 }, ...row, starts: { register: 'criminalCase', fact: 'InvestigationSuspended', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: WITH_THE_FILE }, ends: ['DecisionReceived'] },
  { code: 'case.sendResumption',        label: 'Gửi quyết định phục hồi điều tra',                          basis: 'BLTTHS Điều 235 khoản 2', runsFrom: 'ngày ra quyết định phục hồi điều tra', lengths: { days: 2 }, ...row, starts: { register: 'criminalCase', fact: 'InvestigationResumed', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: WITH_THE_FILE }, ends: ['DecisionReceived'] },
  { code: 'case.reviewTermination',     label: 'Kiểm sát quyết định đình chỉ điều tra',                     basis: 'BLTTHS Điều 230 khoản 3', runsFrom: 'ngày nhận được quyết định đình chỉ điều tra kèm theo hồ sơ vụ án', lengths: { days: 15 }, ...row, starts: { register: 'criminalCase', fact: 'InvestigationTerminated', from: 'sentOn', told: { from: 'receivedOn' } }, ends: ['InvestigationTerminationReviewed'] },
  { code: 'case.notifyDecision',        label: 'Thông báo, giao quyết định của Viện kiểm sát',              basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 3 }, ...row, starts: [{ register: 'criminalCase', fact: 'CaseFileReturned', when: { by: 'procuracy' }, doneIn: 'notifiedOn', same: 'decisionNo' }, { register: 'criminalCase', fact: 'CaseSuspendedByProcuracy', when: { complex: false }, doneIn: 'notifiedOn', same: 'decisionNo' }, { register: 'criminalCase', fact: 'CaseTerminatedByProcuracy', when: { complex: false }, doneIn: 'notifiedOn', same: 'decisionNo' }, { register: 'criminalCase', fact: 'IndictmentIssued', same: 'accusedId', ends: ['IndictmentDelivered'], told: { kinds: { complex: 'complex' } } }, { register: 'criminalCase', fact: 'IndictmentReplaced', same: 'accusedId', ends: ['IndictmentDelivered'], told: { kinds: { complex: 'complex' } } }], ends: ['ProcuracyDecisionNotified'] },
  { code: 'case.notifyDecision', kind: 'complex', label: 'Giao cáo trạng, quyết định trong vụ án phức tạp', basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 10 }, ...row, starts: [{ register: 'criminalCase', fact: 'CaseSuspendedByProcuracy', when: { complex: true }, doneIn: 'notifiedOn', same: 'decisionNo' }, { register: 'criminalCase', fact: 'CaseTerminatedByProcuracy', when: { complex: true }, doneIn: 'notifiedOn', same: 'decisionNo' }], ends: ['ProcuracyDecisionNotified'] },
  { code: 'case.notifyResumption',      label: 'Giao quyết định phục hồi vụ án',                            basis: 'BLTTHS Điều 249 khoản 3', runsFrom: 'ngày ra quyết định phục hồi vụ án', lengths: { days: 3 }, ...row, starts: { register: 'criminalCase', fact: 'CaseResumedByProcuracy', doneIn: 'notifiedOn', same: 'decisionNo' }, ends: ['ProcuracyDecisionNotified'] },
  { code: 'case.notifyTransfer',        label: 'Thông báo việc chuyển vụ án để truy tố',                    basis: 'BLTTHS Điều 239 khoản 2', runsFrom: 'ngày ra quyết định chuyển vụ án', lengths: { days: 3 }, ...row, starts: { register: 'criminalCase', fact: 'CaseTransferred', when: { ground: 'prosecution' }, doneIn: 'notifiedOn', same: 'decisionNo' }, ends: ['ProcuracyDecisionNotified'] },
  { code: 'case.sendCourtReturn',       label: 'Tòa án gửi quyết định trả hồ sơ cho Viện kiểm sát',         basis: 'BLTTHS Điều 280 khoản 3', runsFrom: 'ngày ra quyết định trả hồ sơ', lengths: { days: 3 }, ...row, starts: [{ register: 'criminalCase', fact: 'CaseFileReturned', when: { by: 'presidingJudge' }, doneIn: 'deliveredOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: ANSWERED }, { register: 'criminalCase', fact: 'CaseFileReturned', when: { by: 'panel' }, doneIn: 'deliveredOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: ANSWERED }], ends: ['DecisionReceived'] },
  { code: 'case.sendCourtDecision',     label: 'Tòa án gửi quyết định cho Viện kiểm sát',                   basis: 'BLTTHS Điều 286 khoản 3', runsFrom: 'ngày ra quyết định', lengths: { days: 2 }, ...row, starts: [{ register: 'criminalCase', fact: 'TrialScheduled', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: TRIED }, { register: 'criminalCase', fact: 'CourtCaseSuspended', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: TRIED }, { register: 'criminalCase', fact: 'CourtCaseTerminated', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: TRIED }], ends: ['DecisionReceived'] },
  { code: 'case.notifyTermination',     label: 'Thông báo cho Tòa án việc đình chỉ vụ án sau điều tra bổ sung',  basis: 'BLTTHS Điều 280 khoản 3', runsFrom: 'ngày ra quyết định đình chỉ vụ án', lengths: { days: 3 }, ...row, note: 'không tự phát sinh việc phải làm: mốc đình chỉ không cho biết có theo lần trả hồ sơ của Tòa án hay không' },
  { code: 'case.transferAtTrial',       label: 'Quyết định chuyển hồ sơ đến Viện kiểm sát có thẩm quyền truy tố', basis: 'BLTTHS Điều 274 khoản 1', runsFrom: 'ngày nhận lại hồ sơ vụ án', lengths: { days: 3 }, ...row, note: 'không tự phát sinh việc phải làm: không mốc nào ghi việc nhận lại hồ sơ để chuyển thẩm quyền' },
];
