import type { TermRow } from '../term.js';
import { WITH_THE_FILE } from './with-the-file.js';

const row = { validFrom: '2018-01-01', status: 'confirmed', openPoints: ['A19'] } satisfies Partial<TermRow>;
const circular = { ...row, validFrom: '2018-03-01' } satisfies Partial<TermRow>;
const days = { counting: 'ordinary', ...row } as const;
const hours = { counting: 'hours', ...row } as const;
const RECEIVED = 'ngày nhận được tố giác, tin báo về tội phạm, kiến nghị khởi tố';

const extension = {
  max: { months: 2 },
  grantedBy: 'Viện trưởng Viện kiểm sát cùng cấp hoặc Viện trưởng Viện kiểm sát có thẩm quyền',
  requestDaysBefore: 5,
  basis: 'BLTTHS Điều 147 khoản 2',
} as const;
/** The circular lets the 20 days be extended as well (open point A6). */
const byCircular = [
  { point: 'A6', reading: 2 as const, extensions: [{ ...extension, basis: 'TTLT 01/2017 Điều 11 khoản 2' }] },
];
const workingDaysByCircular = [
  { point: 'A7', reading: 2 as const, lengths: { workingDays: 3 }, counting: 'workingDays' as const },
];

/** Why such a row opens no duty. */
const UNTOLD = 'không tự phát sinh việc phải làm: khi mốc không ghi ngày gửi thì không mốc nào sau đó cho biết đã gửi';

/** Sources of information on crime: BLTTHS Điều 146–149, 154, 158; TTLT 01/2017 Điều 8–16. */
// prettier-ignore
export const crimeReportTerms: readonly TermRow[] = [
  { ...hours, ...circular, code: 'crimeReport.classify', label: 'Phân loại nguồn tin về tội phạm', basis: 'TTLT 01/2017 Điều 8 khoản 1, khoản 2', runsFrom: 'khi tiếp nhận', lengths: { hours: 24 }, starts: { register: 'crimeReport', fact: 'CrimeReportReceived', from: 'receivedAt' }, ends: ['CrimeReportClassified', 'CrimeReportForwarded', 'CrimeReportDocketed'] },
  { ...hours, ...circular, code: 'crimeReport.forward', label: 'Chuyển nguồn tin đến Cơ quan điều tra có thẩm quyền', basis: 'TTLT 01/2017 Điều 8 khoản 1, khoản 2', runsFrom: 'khi có căn cứ xác định không thuộc thẩm quyền', lengths: { hours: 24 }, starts: { register: 'crimeReport', fact: 'CrimeReportClassified', when: { competent: false }, from: 'classifiedAt' }, ends: ['CrimeReportForwarded'] },
  { ...hours, ...circular, code: 'crimeReport.forward', kind: 'procuracy', label: 'Viện kiểm sát chuyển nguồn tin đến Cơ quan điều tra có thẩm quyền', basis: 'TTLT 01/2017 Điều 8 khoản 3', runsFrom: 'khi tiếp nhận', lengths: { hours: 24 } },
  { ...hours, ...circular, code: 'crimeReport.forward', kind: 'communeUrgent', label: 'Công an xã chuyển nguồn tin thuộc trường hợp phải chuyển gấp', basis: 'TTLT 01/2017 Điều 8 khoản 5 điểm a', runsFrom: 'khi tiếp nhận', lengths: { hours: 24 } },
  { ...hours, ...circular, code: 'crimeReport.forward', kind: 'communeRemote', label: 'Công an xã ở vùng đi lại khó khăn chuyển nguồn tin thuộc trường hợp phải chuyển gấp', basis: 'TTLT 01/2017 Điều 8 khoản 5 điểm a', runsFrom: 'khi tiếp nhận', lengths: { hours: 48 } },
  { ...days, ...circular, code: 'crimeReport.forward', kind: 'commune', label: 'Công an xã chuyển nguồn tin', basis: 'TTLT 01/2017 Điều 8 khoản 5 điểm b', runsFrom: 'ngày tiếp nhận', lengths: { days: 7 } },
  { ...days, code: 'crimeReport.notifyProcuracy', label: 'Thông báo việc tiếp nhận nguồn tin cho Viện kiểm sát', basis: 'BLTTHS Điều 146 khoản 5', runsFrom: 'ngày tiếp nhận', lengths: { days: 3 }, openPoints: ['A7', 'A19'], readings: workingDaysByCircular },
  { ...circular, counting: 'workingDays', code: 'crimeReport.notifyReporter', label: 'Thông báo việc tiếp nhận cho người tố giác, báo tin, kiến nghị', basis: 'TTLT 01/2017 Điều 14 khoản 1', runsFrom: 'ngày tiếp nhận', lengths: { workingDays: 3 } },
  { ...circular, counting: 'workingDays', code: 'crimeReport.assignProsecutor', label: 'Viện trưởng phân công kiểm sát việc giải quyết nguồn tin', basis: 'TTLT 01/2017 Điều 10 khoản 2', runsFrom: 'ngày nhận được Quyết định phân công giải quyết nguồn tin', lengths: { workingDays: 3 }, starts: { register: 'crimeReport', fact: 'CrimeReportDocketed', once: true }, ends: ['ProsecutorAssigned'] },
  { ...days, ...circular, code: 'crimeReport.assignInvestigator', label: 'Phân công giải quyết nguồn tin và thông báo cho Viện kiểm sát', basis: 'TTLT 01/2017 Điều 9 khoản 1, khoản 2', runsFrom: RECEIVED, lengths: { days: 3 }, starts: { register: 'crimeReport', fact: 'CrimeReportReceived' }, ends: ['CrimeReportDocketed', 'CrimeReportForwarded'] },
  { ...days, code: 'crimeReport.resolve', label: 'Giải quyết nguồn tin về tội phạm', basis: 'BLTTHS Điều 147 khoản 1', runsFrom: RECEIVED, lengths: { days: 20 }, openPoints: ['A6', 'A19'], readings: byCircular },
  { ...days, code: 'crimeReport.prolonged', label: 'Giải quyết nguồn tin phức tạp hoặc phải xác minh tại nhiều địa điểm', basis: 'BLTTHS Điều 147 khoản 2', runsFrom: RECEIVED, lengths: { months: 2 }, extensions: [extension] },
  { ...days, ...circular, code: 'crimeReport.extensionDecision', label: 'Viện kiểm sát xem xét đề nghị gia hạn giải quyết nguồn tin', basis: 'TTLT 01/2017 Điều 11 khoản 2', runsFrom: 'ngày nhận được văn bản đề nghị', lengths: { days: 3 }, starts: { register: 'crimeReport', fact: 'CrimeReportExtensionRequested', from: 'receivedOn' }, ends: ['CrimeReportExtensionGranted', 'CrimeReportExtensionRefused'] },
  { ...hours, code: 'crimeReport.suspensionSent', label: 'Gửi quyết định tạm đình chỉ giải quyết nguồn tin cho Viện kiểm sát', basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'khi ra quyết định tạm đình chỉ', lengths: { hours: 24 }, note: UNTOLD },
  { ...hours, code: 'crimeReport.annulmentSent', label: 'Viện kiểm sát gửi quyết định hủy bỏ quyết định tạm đình chỉ', basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'khi ra quyết định hủy bỏ', lengths: { hours: 24 }, note: UNTOLD },
  { ...days, code: 'crimeReport.afterAnnulment', label: 'Giải quyết tiếp nguồn tin sau khi quyết định tạm đình chỉ bị hủy bỏ', basis: 'BLTTHS Điều 148 khoản 2', runsFrom: 'ngày nhận được quyết định hủy bỏ quyết định tạm đình chỉ', lengths: { months: 1 } },
  { ...days, code: 'crimeReport.afterResumption', label: 'Giải quyết tiếp nguồn tin sau khi phục hồi', basis: 'BLTTHS Điều 149 khoản 1', runsFrom: 'ngày ra quyết định phục hồi', lengths: { months: 1 } },
  { ...days, code: 'crimeReport.resumptionSent', label: 'Gửi quyết định phục hồi giải quyết nguồn tin cho Viện kiểm sát', basis: 'BLTTHS Điều 149 khoản 2', runsFrom: 'ngày ra quyết định phục hồi', lengths: { days: 3 }, note: UNTOLD },
  { ...hours, code: 'crimeReport.initiationSent', label: 'Gửi quyết định khởi tố vụ án hình sự cho Viện kiểm sát', basis: 'BLTTHS Điều 154 khoản 2', runsFrom: 'khi ra quyết định khởi tố', lengths: { hours: 24 }, starts: { register: 'criminalCase', fact: 'CaseInitiated', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: WITH_THE_FILE }, ends: ['DecisionReceived'] },
  { ...hours, code: 'crimeReport.nonInitiationSent', label: 'Gửi quyết định không khởi tố vụ án hình sự cho Viện kiểm sát', basis: 'BLTTHS Điều 158 khoản 1', runsFrom: 'khi ra quyết định không khởi tố', lengths: { hours: 24 }, note: UNTOLD },
  { ...days, ...circular, code: 'crimeReport.notifyResult', label: 'Thông báo kết quả giải quyết cho người tố giác, báo tin, kiến nghị', basis: 'TTLT 01/2017 Điều 14 khoản 3', runsFrom: 'ngày kết thúc việc giải quyết', lengths: { days: 3 }, starts: [{ register: 'crimeReport', fact: 'CaseInitiationDecided', endWhen: { about: 'result' } }, { register: 'crimeReport', fact: 'NonInitiationDecided', endWhen: { about: 'result' } }], ends: ['ReporterNotified'] },
  { ...days, ...circular, code: 'crimeReport.administrativeFile', label: 'Chuyển hồ sơ để xử phạt vi phạm hành chính', basis: 'TTLT 01/2017 Điều 16 khoản 1', runsFrom: 'ngày ra Quyết định không khởi tố vụ án hình sự', lengths: { days: 3 } },
  { ...days, ...circular, code: 'crimeReport.remedyBeforeTakeOver', label: 'Khắc phục vi phạm theo yêu cầu trước khi Viện kiểm sát trực tiếp giải quyết', basis: 'TTLT 01/2017 Điều 5 khoản 2 điểm b, Điều 6 khoản 2', runsFrom: 'ngày nhận văn bản yêu cầu', lengths: { days: 15 } },
  { ...days, code: 'crimeReport.fileToProcuracy', label: 'Chuyển hồ sơ nguồn tin cho Viện kiểm sát trực tiếp giải quyết', basis: 'BLTTHS Điều 146 khoản 2; TTLT 01/2017 Điều 13 khoản 2', runsFrom: 'ngày Viện kiểm sát có yêu cầu', lengths: { days: 5 } },
  { ...days, ...circular, code: 'crimeReport.objection', label: 'Viện kiểm sát cấp trên giải quyết kiến nghị về yêu cầu chuyển hồ sơ', basis: 'TTLT 01/2017 Điều 13 khoản 2', runsFrom: 'ngày nhận được kiến nghị', lengths: { days: 10 } },
];
