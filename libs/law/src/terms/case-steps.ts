import type { TermRow } from '../term.js';

const row = { counting: 'ordinary', validFrom: '2018-01-01', status: 'confirmed' } as const;
const byChiefJudge = {
  max: { I: { days: 15 }, N: { days: 15 }, R: { days: 30 }, D: { days: 30 } },
  grantedBy: 'Chánh án Tòa án',
  basis: 'BLTTHS Điều 277 khoản 1',
} as const;

/** Approvals, deliveries, notices and trial steps in a criminal case: BLTTHS Điều 179, 229–249, 277–286. */
// prettier-ignore
export const caseStepTerms: readonly TermRow[] = [
  { code: 'case.decideCharge',          label: 'Xét phê chuẩn quyết định khởi tố bị can',                   basis: 'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3', runsFrom: 'ngày nhận được quyết định hoặc chứng cứ, tài liệu bổ sung', lengths: { days: 3 }, ...row },
  { code: 'case.deliverConclusion',     label: 'Giao kết luận điều tra và hồ sơ vụ án cho Viện kiểm sát',   basis: 'BLTTHS Điều 232 khoản 4', runsFrom: 'ngày ra bản kết luận điều tra', lengths: { days: 2 }, ...row },
  { code: 'case.sendSuspension',        label: 'Gửi quyết định tạm đình chỉ điều tra',                      basis: 'BLTTHS Điều 229 khoản 3', runsFrom: 'ngày ra quyết định tạm đình chỉ điều tra', lengths: { days: 2 }, ...row },
  { code: 'case.sendResumption',        label: 'Gửi quyết định phục hồi điều tra',                          basis: 'BLTTHS Điều 235 khoản 2', runsFrom: 'ngày ra quyết định phục hồi điều tra', lengths: { days: 2 }, ...row },
  { code: 'case.reviewTermination',     label: 'Kiểm sát quyết định đình chỉ điều tra',                     basis: 'BLTTHS Điều 230 khoản 3', runsFrom: 'ngày nhận được quyết định đình chỉ điều tra kèm theo hồ sơ vụ án', lengths: { days: 15 }, ...row },
  { code: 'case.notifyDecision',        label: 'Thông báo, giao quyết định của Viện kiểm sát',              basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 3 }, ...row },
  { code: 'case.notifyDecision', kind: 'complex', label: 'Giao cáo trạng, quyết định trong vụ án phức tạp', basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 10 }, ...row },
  { code: 'case.notifyResumption',      label: 'Giao quyết định phục hồi vụ án',                            basis: 'BLTTHS Điều 249 khoản 3', runsFrom: 'ngày ra quyết định phục hồi vụ án', lengths: { days: 3 }, ...row },
  { code: 'case.notifyTransfer',        label: 'Thông báo việc chuyển vụ án để truy tố',                    basis: 'BLTTHS Điều 239 khoản 2', runsFrom: 'ngày ra quyết định chuyển vụ án', lengths: { days: 3 }, ...row },
  { code: 'case.sendCourtReturn',       label: 'Tòa án gửi quyết định trả hồ sơ cho Viện kiểm sát',         basis: 'BLTTHS Điều 280 khoản 3', runsFrom: 'ngày ra quyết định trả hồ sơ', lengths: { days: 3 }, ...row },
  { code: 'case.sendCourtDecision',     label: 'Tòa án gửi quyết định cho Viện kiểm sát',                   basis: 'BLTTHS Điều 286', runsFrom: 'ngày ra quyết định', lengths: { days: 2 }, ...row },
  { code: 'trial.prepare',              label: 'Chuẩn bị xét xử',                                           basis: 'BLTTHS Điều 277 khoản 1', runsFrom: 'ngày thụ lý vụ án', lengths: { I: { days: 30 }, N: { days: 45 }, R: { months: 2 }, D: { months: 3 } }, extensions: [byChiefJudge], ...row },
  { code: 'trial.prepare', kind: 'again', label: 'Chuẩn bị xét xử vụ án được trả lại để điều tra bổ sung',  basis: 'BLTTHS Điều 277 khoản 2', runsFrom: 'ngày nhận lại hồ sơ', lengths: { days: 15 }, ...row },
  { code: 'trial.open',                 label: 'Mở phiên tòa sơ thẩm',                                      basis: 'BLTTHS Điều 277 khoản 3', runsFrom: 'ngày có quyết định đưa vụ án ra xét xử', lengths: { days: 15 }, ...row },
  { code: 'trial.open', kind: 'hindered', label: 'Mở phiên tòa sơ thẩm khi có trở ngại khách quan',         basis: 'BLTTHS Điều 277 khoản 3', runsFrom: 'ngày có quyết định đưa vụ án ra xét xử', lengths: { days: 30 }, ...row },
];
