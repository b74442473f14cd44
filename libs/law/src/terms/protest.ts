import type { TermRow } from '../term.js';

const criminal = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
/** The codes of civil and administrative procedure alike. */
const other = {
  counting: 'ordinary',
  validFrom: '2016-07-01',
  status: 'confirmed',
  openPoints: ['A18', 'A19'],
} satisfies Partial<TermRow>;
const PRONOUNCED = 'ngày Tòa án tuyên án';
const CIVIL_PRONOUNCED =
  'ngày tuyên án (Kiểm sát viên không dự phiên tòa: ngày Viện kiểm sát cùng cấp nhận được bản án)';
const DECIDED = 'ngày Tòa án ra quyết định';
const RECEIVED = 'ngày Viện kiểm sát cùng cấp nhận được quyết định';
const EFFECT = 'ngày bản án, quyết định có hiệu lực pháp luật';
const KNOWN = 'ngày người có thẩm quyền kháng nghị biết được căn cứ kháng nghị';
const [SAME, UPPER] = ['của Viện kiểm sát cùng cấp', 'của Viện kiểm sát cấp trên trực tiếp'];

/** The civil term of cassation may be prolonged when the party asked in time and goes on asking. */
const prolonged = { max: { years: 2 }, grantedBy: 'Theo luật, khi đủ điều kiện', basis: 'BLTTDS Điều 334 khoản 2' };

/** Protests: BLTTHS Điều 337, 379, 401; BLTTDS Điều 280, 334, 355; LTTHC Điều 213, 263, 284. */
// prettier-ignore
export const protestTerms: readonly TermRow[] = [
  { ...criminal, code: 'protest.judgment.criminal', kind: 'sameLevel', label: `Kháng nghị phúc thẩm bản án hình sự ${SAME}`, basis: 'BLTTHS Điều 337 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 15 }, starts: { register: 'criminalCase', fact: 'FirstInstanceJudgmentRecorded' }, ends: ['JudgmentReviewed', 'ProtestLinked'] },
  { ...criminal, code: 'protest.judgment.criminal', kind: 'upperLevel', label: `Kháng nghị phúc thẩm bản án hình sự ${UPPER}`, basis: 'BLTTHS Điều 337 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 30 } },
  { ...criminal, code: 'protest.decision.criminal', kind: 'sameLevel', label: `Kháng nghị quyết định sơ thẩm hình sự ${SAME}`, basis: 'BLTTHS Điều 337 khoản 2', runsFrom: DECIDED, lengths: { days: 7 } },
  { ...criminal, code: 'protest.decision.criminal', kind: 'upperLevel', label: `Kháng nghị quyết định sơ thẩm hình sự ${UPPER}`, basis: 'BLTTHS Điều 337 khoản 2', runsFrom: DECIDED, lengths: { days: 15 } },
  { ...other, code: 'protest.judgment.civil', kind: 'sameLevel', label: `Kháng nghị phúc thẩm bản án dân sự ${SAME}`, basis: 'BLTTDS Điều 280 khoản 1', runsFrom: CIVIL_PRONOUNCED, lengths: { days: 15 } },
  { ...other, code: 'protest.judgment.civil', kind: 'upperLevel', label: `Kháng nghị phúc thẩm bản án dân sự ${UPPER}`, basis: 'BLTTDS Điều 280 khoản 1', runsFrom: CIVIL_PRONOUNCED, lengths: { months: 1 } },
  { ...other, code: 'protest.decision.civil', kind: 'sameLevel', label: `Kháng nghị quyết định tạm đình chỉ, đình chỉ vụ án dân sự ${SAME}`, basis: 'BLTTDS Điều 280 khoản 2', runsFrom: RECEIVED, lengths: { days: 7 } },
  { ...other, code: 'protest.decision.civil', kind: 'upperLevel', label: `Kháng nghị quyết định tạm đình chỉ, đình chỉ vụ án dân sự ${UPPER}`, basis: 'BLTTDS Điều 280 khoản 2', runsFrom: RECEIVED, lengths: { days: 10 } },
  { ...other, code: 'protest.judgment.administrative', kind: 'sameLevel', label: `Kháng nghị phúc thẩm bản án hành chính ${SAME}`, basis: 'LTTHC Điều 213 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 15 } },
  { ...other, code: 'protest.judgment.administrative', kind: 'upperLevel', label: `Kháng nghị phúc thẩm bản án hành chính ${UPPER}`, basis: 'LTTHC Điều 213 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 30 } },
  { ...other, code: 'protest.decision.administrative', kind: 'sameLevel', label: `Kháng nghị quyết định tạm đình chỉ, đình chỉ vụ án hành chính ${SAME}`, basis: 'LTTHC Điều 213 khoản 2', runsFrom: RECEIVED, lengths: { days: 7 } },
  { ...other, code: 'protest.decision.administrative', kind: 'upperLevel', label: `Kháng nghị quyết định tạm đình chỉ, đình chỉ vụ án hành chính ${UPPER}`, basis: 'LTTHC Điều 213 khoản 2', runsFrom: RECEIVED, lengths: { days: 10 } },
  { ...criminal, code: 'protest.send', label: 'Gửi kháng nghị phúc thẩm hình sự cho Tòa án', basis: 'BLTTHS Điều 338 khoản 2', runsFrom: 'ngày ra quyết định kháng nghị', lengths: { days: 2 } },
  { ...criminal, code: 'protest.cassation.criminal', label: 'Kháng nghị giám đốc thẩm theo hướng không có lợi cho người bị kết án', basis: 'BLTTHS Điều 379 khoản 1', runsFrom: EFFECT, lengths: { years: 1 } },
  { ...other, code: 'protest.cassation.civil', label: 'Kháng nghị giám đốc thẩm dân sự', basis: 'BLTTDS Điều 334 khoản 1', runsFrom: EFFECT, lengths: { years: 3 }, extensions: [prolonged] },
  { ...other, code: 'protest.cassation.administrative', label: 'Kháng nghị giám đốc thẩm hành chính', basis: 'LTTHC Điều 263 khoản 1', runsFrom: EFFECT, lengths: { years: 3 } },
  { ...criminal, code: 'protest.reopening.criminal', label: 'Kháng nghị tái thẩm theo hướng không có lợi cho người bị kết án', basis: 'BLTTHS Điều 401 khoản 1', runsFrom: 'ngày Viện kiểm sát nhận được tin báo về tình tiết mới được phát hiện', lengths: { years: 1 } },
  { ...other, code: 'protest.reopening.civil', label: 'Kháng nghị tái thẩm dân sự', basis: 'BLTTDS Điều 355', runsFrom: KNOWN, lengths: { years: 1 } },
  { ...other, code: 'protest.reopening.administrative', label: 'Kháng nghị tái thẩm hành chính', basis: 'LTTHC Điều 284', runsFrom: KNOWN, lengths: { years: 1 } },
];
