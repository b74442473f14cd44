import type { TermRow } from '../term.js';

/** Both codes came into force on the same day. Civil terms are counted by the Civil Code (BLTTDS Điều 183). */
const days = {
  counting: 'ordinary',
  validFrom: '2016-07-01',
  status: 'confirmed',
  openPoints: ['A18', 'A19'],
} satisfies Partial<TermRow>;
const workingDays = { ...days, counting: 'workingDays' } satisfies Partial<TermRow>;
const DOCKETED = 'ngày thụ lý vụ án';
const SCHEDULED = 'ngày có quyết định đưa vụ án ra xét xử';
const [COURT, APPEAL_COURT] = ['Chánh án Tòa án', 'Chánh án Tòa án cấp phúc thẩm'];

const prolonged = (max: { months: number } | { days: number }, basis: string, grantedBy = COURT) => [
  { max, grantedBy, basis },
];
const civil = { ...days, code: 'civil.prepare', runsFrom: DOCKETED } as const;
const administrative = { ...days, code: 'administrative.prepare', runsFrom: DOCKETED } as const;
const HEARING = 'Mở phiên tòa sơ thẩm';
const HEARING_FOR_REASON = `${HEARING} khi có lý do chính đáng`;
const APPEAL = 'Mở phiên tòa phúc thẩm';
const FOR_REASON = 'khi có lý do chính đáng';

/** Courts' terms that the procuracy watches, and its own study of the file: BLTTDS Điều 196–327, 365; LTTHC Điều 126–231. */
// prettier-ignore
export const litigationTerms: readonly TermRow[] = [
  { ...workingDays, code: 'civil.docketNotice', label: 'Tòa án thông báo việc thụ lý vụ án dân sự cho Viện kiểm sát', basis: 'BLTTDS Điều 196 khoản 1', runsFrom: DOCKETED, lengths: { workingDays: 3 } },
  { ...workingDays, code: 'civil.docketNotice', kind: 'matter', label: 'Tòa án thông báo việc thụ lý việc dân sự cho Viện kiểm sát', basis: 'BLTTDS Điều 365 khoản 1', runsFrom: 'ngày thụ lý đơn yêu cầu', lengths: { workingDays: 3 } },
  { ...workingDays, code: 'civil.docketNotice', kind: 'appeal', label: 'Tòa án thông báo việc thụ lý vụ án dân sự để xét xử phúc thẩm', basis: 'BLTTDS Điều 285 khoản 1', runsFrom: DOCKETED, lengths: { workingDays: 3 } },
  { ...civil, kind: 'civilAndFamily', label: 'Chuẩn bị xét xử vụ án dân sự, hôn nhân và gia đình', basis: 'BLTTDS Điều 203 khoản 1 điểm a', lengths: { months: 4 }, extensions: prolonged({ months: 2 }, 'BLTTDS Điều 203 khoản 1') },
  { ...civil, kind: 'commercialAndLabour', label: 'Chuẩn bị xét xử vụ án kinh doanh, thương mại, lao động', basis: 'BLTTDS Điều 203 khoản 1 điểm b', lengths: { months: 2 }, extensions: prolonged({ months: 1 }, 'BLTTDS Điều 203 khoản 1') },
  { ...civil, kind: 'appeal', label: 'Chuẩn bị xét xử phúc thẩm vụ án dân sự', basis: 'BLTTDS Điều 286 khoản 1', lengths: { months: 2 }, extensions: prolonged({ months: 1 }, 'BLTTDS Điều 286 khoản 1', APPEAL_COURT) },
  { ...days, code: 'civil.open', label: `${HEARING} vụ án dân sự`, basis: 'BLTTDS Điều 203 khoản 4', runsFrom: SCHEDULED, lengths: { months: 1 } },
  { ...days, code: 'civil.open', kind: 'forReason', label: `${HEARING_FOR_REASON}, vụ án dân sự`, basis: 'BLTTDS Điều 203 khoản 4', runsFrom: SCHEDULED, lengths: { months: 2 } },
  { ...days, code: 'civil.open', kind: 'appeal', label: `${APPEAL} vụ án dân sự`, basis: 'BLTTDS Điều 286 khoản 2', runsFrom: SCHEDULED, lengths: { months: 1 } },
  { ...days, code: 'civil.open', kind: 'appealForReason', label: `${APPEAL} vụ án dân sự ${FOR_REASON}`, basis: 'BLTTDS Điều 286 khoản 2', runsFrom: SCHEDULED, lengths: { months: 2 } },
  { ...workingDays, code: 'civil.decisionSent', label: 'Tòa án gửi quyết định đưa vụ án dân sự ra xét xử cho Viện kiểm sát', basis: 'BLTTDS Điều 220 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { workingDays: 3 } },
  { ...days, code: 'civil.fileStudy', label: 'Viện kiểm sát nghiên cứu, trả hồ sơ vụ án dân sự sơ thẩm', basis: 'BLTTDS Điều 220 khoản 2', runsFrom: 'ngày nhận được hồ sơ', lengths: { days: 15 } },
  { ...days, code: 'civil.fileStudy', kind: 'appeal', label: 'Viện kiểm sát nghiên cứu, trả hồ sơ vụ án dân sự phúc thẩm', basis: 'BLTTDS Điều 292 khoản 2', runsFrom: 'ngày nhận được hồ sơ vụ án', lengths: { days: 15 } },
  { ...workingDays, code: 'civil.fileToAppeal', label: 'Tòa án cấp sơ thẩm gửi hồ sơ, kháng cáo, kháng nghị cho Tòa án cấp phúc thẩm', basis: 'BLTTDS Điều 283', runsFrom: 'ngày hết thời hạn kháng nghị, hoặc hết thời hạn kháng cáo và đã nộp biên lai', lengths: { workingDays: 5 } },
  { ...days, code: 'civil.cassationRequest', label: 'Đương sự đề nghị xem xét bản án dân sự theo thủ tục giám đốc thẩm', basis: 'BLTTDS Điều 327 khoản 1', runsFrom: 'ngày bản án, quyết định có hiệu lực pháp luật', lengths: { years: 1 } },
  { ...workingDays, code: 'administrative.docketNotice', label: 'Tòa án thông báo việc thụ lý vụ án hành chính cho Viện kiểm sát', basis: 'LTTHC Điều 126 khoản 1', runsFrom: DOCKETED, lengths: { workingDays: 3 } },
  { ...workingDays, code: 'administrative.docketNotice', kind: 'appeal', label: 'Tòa án thông báo việc thụ lý vụ án hành chính để xét xử phúc thẩm', basis: 'LTTHC Điều 217 khoản 1', runsFrom: DOCKETED, lengths: { workingDays: 3 } },
  { ...administrative, kind: 'pointA', label: 'Chuẩn bị xét xử vụ án hành chính (điểm a khoản 2 Điều 116)', basis: 'LTTHC Điều 130 khoản 1', lengths: { months: 4 }, extensions: prolonged({ months: 2 }, 'LTTHC Điều 130 khoản 3') },
  { ...administrative, kind: 'pointB', label: 'Chuẩn bị xét xử vụ án hành chính (điểm b khoản 2 Điều 116)', basis: 'LTTHC Điều 130 khoản 2', lengths: { months: 2 }, extensions: prolonged({ months: 1 }, 'LTTHC Điều 130 khoản 3') },
  { ...administrative, kind: 'appeal', label: 'Chuẩn bị xét xử phúc thẩm vụ án hành chính', basis: 'LTTHC Điều 221 khoản 1', lengths: { days: 60 }, extensions: prolonged({ days: 30 }, 'LTTHC Điều 221 khoản 2', APPEAL_COURT) },
  { ...days, code: 'administrative.open', label: `${HEARING} vụ án hành chính`, basis: 'LTTHC Điều 149', runsFrom: SCHEDULED, lengths: { days: 20 } },
  { ...days, code: 'administrative.open', kind: 'forReason', label: `${HEARING_FOR_REASON}, vụ án hành chính`, basis: 'LTTHC Điều 149', runsFrom: SCHEDULED, lengths: { days: 30 } },
  { ...days, code: 'administrative.open', kind: 'appeal', label: `${APPEAL} vụ án hành chính`, basis: 'LTTHC Điều 221 khoản 3', runsFrom: SCHEDULED, lengths: { days: 30 } },
  { ...days, code: 'administrative.open', kind: 'appealForReason', label: `${APPEAL} vụ án hành chính ${FOR_REASON}`, basis: 'LTTHC Điều 221 khoản 3', runsFrom: SCHEDULED, lengths: { days: 60 } },
  { ...days, code: 'administrative.fileStudy', label: 'Viện kiểm sát nghiên cứu, trả hồ sơ vụ án hành chính phúc thẩm', basis: 'LTTHC Điều 231 khoản 2', runsFrom: 'ngày nhận được hồ sơ vụ án', lengths: { days: 15 } },
];
