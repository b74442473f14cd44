import type { TermRow } from '../term.js';

const row = { counting: 'ordinary', validFrom: '2018-01-01', status: 'confirmed' } as const;

/** Prosecution stage: BLTTHS Điều 239–249, 461. */
// prettier-ignore
export const prosecutionTerms: readonly TermRow[] = [
  { code: 'prosecution.decide',                     label: 'Quyết định việc truy tố',                    basis: 'BLTTHS Điều 240 khoản 1', runsFrom: 'ngày nhận hồ sơ vụ án và bản kết luận điều tra', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [{ max: { I: { days: 10 }, N: { days: 10 }, R: { days: 15 }, D: { days: 30 } }, inParts: true, grantedBy: 'Viện trưởng Viện kiểm sát', basis: 'BLTTHS Điều 240 khoản 1' }], ...row },
  { code: 'prosecution.summary',                    label: 'Quyết định truy tố theo thủ tục rút gọn',    basis: 'BLTTHS Điều 461 khoản 1', runsFrom: 'ngày nhận được quyết định đề nghị truy tố và hồ sơ vụ án', lengths: { days: 5 }, ...row },
  { code: 'prosecution.fileToCourt',                label: 'Chuyển hồ sơ và bản cáo trạng đến Tòa án',   basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 3 }, ...row },
  { code: 'prosecution.fileToCourt', kind: 'complex', label: 'Chuyển hồ sơ và bản cáo trạng vụ án phức tạp đến Tòa án', basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 10 }, ...row },
];
