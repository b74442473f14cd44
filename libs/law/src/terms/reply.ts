import type { TermRow } from '../term.js';

const row = { code: 'recommendation.reply', status: 'confirmed', counting: 'ordinary' } as const;
const RECEIVED = 'ngày nhận được kiến nghị';

/** Answers to recommendations: Luật THTGTG Điều 43, Luật THAHS Điều 169, BLTTHS Điều 181, 237, 457. Others have no legal term. */
// prettier-ignore
export const replyTerms: readonly TermRow[] = [
  { kind: 'custody',    label: 'Trả lời kiến nghị trong quản lý tạm giữ, tạm giam',      basis: 'Luật THTGTG 94/2015/QH13 Điều 43', runsFrom: RECEIVED, lengths: { days: 30 }, validFrom: '2018-01-01', ...row },
  { kind: 'execution',  label: 'Trả lời kiến nghị trong thi hành án hình sự',            basis: 'Luật THAHS 41/2019/QH14 Điều 169', runsFrom: RECEIVED, lengths: { days: 30 }, validFrom: '2020-01-01', ...row },
  { kind: 'prevention', label: 'Trả lời kiến nghị phòng ngừa tội phạm trong giai đoạn truy tố', basis: 'BLTTHS Điều 237 khoản 2', runsFrom: RECEIVED, lengths: { days: 10 }, validFrom: '2018-01-01', ...row },
  { kind: 'officer',    label: 'Trả lời kiến nghị tạm đình chỉ chức vụ bị can',           basis: 'BLTTHS Điều 181', runsFrom: RECEIVED, lengths: { days: 7 }, validFrom: '2018-01-01', ...row },
  { kind: 'summary',    label: 'Trả lời kiến nghị về áp dụng thủ tục rút gọn',            basis: 'BLTTHS Điều 457 khoản 4', runsFrom: 'khi nhận được kiến nghị', lengths: { hours: 24 }, validFrom: '2018-01-01', ...row, counting: 'hours' },
];
