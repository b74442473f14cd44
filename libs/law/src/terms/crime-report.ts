import type { TermRow } from '../term.js';

const row = { validFrom: '2018-01-01', status: 'confirmed' } as const;
const circular = { validFrom: '2018-03-01', status: 'confirmed' } as const;
const RECEIVED = 'ngày nhận được tố giác, tin báo về tội phạm, kiến nghị khởi tố';

const chiefProcurator = 'Viện trưởng Viện kiểm sát cùng cấp hoặc có thẩm quyền';
const once = {
  max: { months: 2 },
  grantedBy: chiefProcurator,
  requestDaysBefore: 5,
  basis: 'BLTTHS Điều 147 khoản 2',
} as const;

/** Sources of information on crime: BLTTHS Điều 145–149, 154, 158; TTLT 01/2017. */
// prettier-ignore
export const crimeReportTerms: readonly TermRow[] = [
  { code: 'crimeReport.classify',             label: 'Phân loại nguồn tin về tội phạm',                                  basis: 'TTLT 01/2017 Điều 8 khoản 1', runsFrom: 'khi tiếp nhận', lengths: { hours: 24 }, counting: 'hours', ...circular },
  { code: 'crimeReport.forward',              label: 'Chuyển nguồn tin đến cơ quan có thẩm quyền',                        basis: 'TTLT 01/2017 Điều 8', runsFrom: 'khi xác định không thuộc thẩm quyền', lengths: { hours: 24 }, counting: 'hours', ...circular },
  { code: 'crimeReport.notifyProcuracy',      label: 'Thông báo việc tiếp nhận cho Viện kiểm sát',                        basis: 'BLTTHS Điều 146 khoản 5', runsFrom: 'ngày tiếp nhận', lengths: { days: 3 }, counting: 'ordinary', openPoints: ['A7'], readings: [{ point: 'A7', reading: 2, lengths: { workingDays: 3 }, counting: 'workingDays' }], ...row },
  { code: 'crimeReport.notifyReporter',       label: 'Thông báo việc tiếp nhận cho người tố giác, báo tin',               basis: 'TTLT 01/2017 Điều 14 khoản 1', runsFrom: 'ngày tiếp nhận', lengths: { workingDays: 3 }, counting: 'workingDays', ...circular },
  { code: 'crimeReport.assignProsecutor',     label: 'Phân công Kiểm sát viên kiểm sát việc giải quyết',                  basis: 'TTLT 01/2017 Điều 10 khoản 2', runsFrom: 'ngày nhận được văn bản phân công hoặc thông báo', lengths: { workingDays: 3 }, counting: 'workingDays', ...circular },
  { code: 'crimeReport.assignInvestigator',   label: 'Phân công Điều tra viên, Cán bộ điều tra và thông báo Viện kiểm sát', basis: 'TTLT 01/2017 Điều 9 khoản 1', runsFrom: 'ngày nhận được nguồn tin', lengths: { days: 3 }, counting: 'ordinary', ...circular },
  { code: 'crimeReport.resolve',              label: 'Giải quyết nguồn tin về tội phạm',                                  basis: 'BLTTHS Điều 147 khoản 1', runsFrom: RECEIVED, lengths: { days: 20 }, counting: 'ordinary', openPoints: ['A6'], readings: [{ point: 'A6', reading: 2, extensions: [{ ...once, basis: 'TTLT 01/2017 Điều 11 khoản 2' }] }], ...row },
  { code: 'crimeReport.prolonged',            label: 'Giải quyết nguồn tin có nhiều tình tiết phức tạp hoặc phải kiểm tra, xác minh tại nhiều địa điểm', basis: 'BLTTHS Điều 147 khoản 2', runsFrom: RECEIVED, lengths: { months: 2 }, counting: 'ordinary', extensions: [once], ...row },
  { code: 'crimeReport.extensionDecision',    label: 'Viện kiểm sát quyết định việc gia hạn giải quyết nguồn tin',         basis: 'TTLT 01/2017 Điều 11 khoản 2', runsFrom: 'ngày nhận được văn bản đề nghị gia hạn', lengths: { days: 3 }, counting: 'ordinary', ...circular },
  { code: 'crimeReport.suspensionToProcuracy', label: 'Gửi quyết định tạm đình chỉ giải quyết nguồn tin cho Viện kiểm sát', basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'khi ra quyết định tạm đình chỉ', lengths: { hours: 24 }, counting: 'hours', ...row },
  { code: 'crimeReport.annulmentSent',        label: 'Viện kiểm sát gửi quyết định hủy bỏ quyết định tạm đình chỉ',        basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'khi ra quyết định hủy bỏ', lengths: { hours: 24 }, counting: 'hours', ...row },
  { code: 'crimeReport.afterAnnulment',       label: 'Giải quyết tiếp sau khi quyết định tạm đình chỉ bị hủy bỏ',          basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'ngày nhận được quyết định hủy bỏ quyết định tạm đình chỉ', lengths: { months: 1 }, counting: 'ordinary', ...row },
  { code: 'crimeReport.afterResumption',      label: 'Giải quyết tiếp sau khi phục hồi',                                  basis: 'BLTTHS Điều 149 khoản 1', runsFrom: 'ngày ra quyết định phục hồi', lengths: { months: 1 }, counting: 'ordinary', ...row },
  { code: 'crimeReport.resumptionSent',       label: 'Gửi quyết định phục hồi cho Viện kiểm sát',                         basis: 'BLTTHS Điều 149 khoản 2', runsFrom: 'ngày ra quyết định phục hồi', lengths: { days: 3 }, counting: 'ordinary', ...row },
  { code: 'crimeReport.decisionToProcuracy',  label: 'Gửi quyết định khởi tố hoặc không khởi tố vụ án cho Viện kiểm sát',  basis: 'BLTTHS Điều 154, 158', runsFrom: 'khi ra quyết định', lengths: { hours: 24 }, counting: 'hours', ...row },
  { code: 'crimeReport.notifyResult',         label: 'Thông báo kết quả giải quyết cho người tố giác, báo tin',            basis: 'TTLT 01/2017 Điều 14 khoản 3', runsFrom: 'ngày kết thúc việc giải quyết', lengths: { days: 3 }, counting: 'ordinary', ...circular },
  { code: 'crimeReport.fileToProcuracy',      label: 'Chuyển hồ sơ cho Viện kiểm sát trực tiếp giải quyết',                basis: 'TTLT 01/2017 Điều 13 khoản 2', runsFrom: 'ngày nhận được văn bản yêu cầu', lengths: { days: 5 }, counting: 'ordinary', ...circular },
];
