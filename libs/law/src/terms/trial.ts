import type { TermRow } from '../term.js';

const days = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const hours = { ...days, counting: 'hours' } satisfies Partial<TermRow>;
const before = { ...days, counting: 'before', openPoints: ['A5', 'A19'] } satisfies Partial<TermRow>;

/** The law bounds the days, not how often the court's head extends: in parts up to the maximum. */
const byChiefJudge = {
  max: { I: { days: 15 }, N: { days: 15 }, R: { days: 30 }, D: { days: 30 } },
  inParts: true,
  grantedBy: 'Chánh án Tòa án',
  basis: 'BLTTHS Điều 277 khoản 1',
} as const;
const preparation = {
  lengths: { I: { days: 30 }, N: { days: 45 }, R: { months: 2 }, D: { months: 3 } },
  extensions: [byChiefJudge],
};
const DECIDED = 'ngày ra quyết định';
const SCHEDULED = 'ngày có quyết định đưa vụ án ra xét xử';

/** First instance in criminal matters and the summary procedure: BLTTHS Điều 276–297, 457, 460, 462. */
// prettier-ignore
export const trialTerms: readonly TermRow[] = [
  { ...days, code: 'trial.assignJudge', label: 'Phân công Thẩm phán chủ tọa phiên tòa', basis: 'BLTTHS Điều 276 khoản 2', runsFrom: 'ngày thụ lý vụ án', lengths: { days: 3 } },
  { ...days, ...preparation, code: 'trial.prepare', label: 'Chuẩn bị xét xử', basis: 'BLTTHS Điều 277 khoản 1', runsFrom: 'ngày thụ lý vụ án' },
  { ...days, code: 'trial.prepare', kind: 'again', label: 'Chuẩn bị xét xử vụ án được trả lại để điều tra bổ sung', basis: 'BLTTHS Điều 277 khoản 2', runsFrom: 'ngày nhận lại hồ sơ', lengths: { days: 15 } },
  { ...days, ...preparation, code: 'trial.prepare', kind: 'resumed', label: 'Chuẩn bị xét xử sau khi phục hồi vụ án', basis: 'BLTTHS Điều 277 khoản 2, khoản 1', runsFrom: 'ngày Tòa án ra quyết định phục hồi vụ án' },
  { ...days, code: 'trial.prepare', kind: 'summary', label: 'Chuẩn bị xét xử sơ thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 462 khoản 1', runsFrom: 'ngày thụ lý vụ án', lengths: { days: 10 }, openPoints: ['A19', 'A21'] },
  { ...days, code: 'trial.open', label: 'Mở phiên tòa sơ thẩm', basis: 'BLTTHS Điều 277 khoản 3', runsFrom: SCHEDULED, lengths: { days: 15 }, starts: { register: 'criminalCase', fact: 'TrialScheduled' }, ends: ['TrialHeld', 'TrialPostponed', 'FirstInstanceJudgmentRecorded', 'CaseFileReturned', 'CourtCaseSuspended', 'CourtCaseTerminated'] },
  { ...days, code: 'trial.open', kind: 'hindered', label: 'Mở phiên tòa sơ thẩm khi có trở ngại khách quan', basis: 'BLTTHS Điều 277 khoản 3', runsFrom: SCHEDULED, lengths: { days: 30 } },
  { ...days, code: 'trial.open', kind: 'summary', label: 'Mở phiên tòa theo thủ tục rút gọn', basis: 'BLTTHS Điều 462 khoản 2', runsFrom: 'ngày ra quyết định đưa vụ án ra xét xử', lengths: { days: 7 } },
  { ...before, code: 'trial.summons', label: 'Giao, gửi quyết định đưa vụ án ra xét xử', basis: 'BLTTHS Điều 286 khoản 1', runsFrom: 'ngày mở phiên tòa', lengths: { days: 10 } },
  { ...hours, code: 'trial.summons', kind: 'summary', label: 'Gửi, giao quyết định đưa vụ án ra xét xử theo thủ tục rút gọn', basis: 'BLTTHS Điều 462 khoản 3', runsFrom: 'khi ra quyết định', lengths: { hours: 24 } },
  { ...days, code: 'trial.decisionDelivered', label: 'Giao quyết định tạm đình chỉ, đình chỉ, phục hồi vụ án của Tòa án', basis: 'BLTTHS Điều 286 khoản 2', runsFrom: DECIDED, lengths: { days: 3 } },
  { ...hours, code: 'trial.measureSent', label: 'Tòa án giao quyết định về biện pháp ngăn chặn, cưỡng chế', basis: 'BLTTHS Điều 286 khoản 4', runsFrom: 'khi ra quyết định', lengths: { hours: 24 } },
  { ...days, code: 'trial.postponed', label: 'Hoãn phiên tòa sơ thẩm', basis: 'BLTTHS Điều 297 khoản 2', runsFrom: 'ngày ra quyết định hoãn phiên tòa', lengths: { days: 30 } },
  { ...days, code: 'trial.postponementSent', label: 'Gửi quyết định hoãn phiên tòa', basis: 'BLTTHS Điều 297 khoản 4', runsFrom: 'ngày ra quyết định hoãn phiên tòa', lengths: { days: 2 } },
  { ...hours, code: 'summary.decide', label: 'Ra quyết định áp dụng thủ tục rút gọn', basis: 'BLTTHS Điều 457 khoản 1', runsFrom: 'khi vụ án có đủ điều kiện', lengths: { hours: 24 } },
  { ...hours, code: 'summary.sent', label: 'Giao, gửi quyết định áp dụng thủ tục rút gọn', basis: 'BLTTHS Điều 457 khoản 2', runsFrom: 'khi ra quyết định', lengths: { hours: 24 } },
  { ...hours, code: 'summary.annul', label: 'Viện kiểm sát hủy bỏ quyết định áp dụng thủ tục rút gọn của Cơ quan điều tra', basis: 'BLTTHS Điều 457 khoản 3', runsFrom: 'khi nhận được quyết định', lengths: { hours: 24 } },
  { ...hours, code: 'summary.fileToProcuracy', label: 'Chuyển quyết định đề nghị truy tố và hồ sơ cho Viện kiểm sát', basis: 'BLTTHS Điều 460 khoản 3', runsFrom: 'khi ra quyết định đề nghị truy tố', lengths: { hours: 24 } },
];
