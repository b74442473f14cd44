import type { TermRow } from '../term.js';
import { FROM_JULY_2026 } from './carried-on.js';

const criminal = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const civilCode = {
  counting: 'ordinary',
  status: 'confirmed',
  openPoints: ['A10'],
  readings: [{ point: 'A10', reading: 2, rolls: false }],
} satisfies Partial<TermRow>;
/** Both laws on execution were replaced or amended. */
const since = (validFrom: string, row: Omit<TermRow, 'validFrom' | 'status' | 'counting'>): TermRow[] => [
  { ...civilCode, ...row, validFrom },
  { ...civilCode, ...row, ...FROM_JULY_2026 },
];

const reply = { code: 'recommendation.reply', runsFrom: 'ngày nhận được kiến nghị' } as const;
const protest = { code: 'protest.reply', runsFrom: 'ngày nhận được kháng nghị' } as const;
const objection = { code: 'protest.objection', runsFrom: 'ngày nhận được khiếu nại' } as const;
const request = { code: 'request.reply', runsFrom: 'ngày nhận được yêu cầu' } as const;

/** Answers to what the procuracy issues. A recommendation of another kind has no legal term. */
// prettier-ignore
export const replyTerms: readonly TermRow[] = [
  ...since('2018-01-01', { ...reply, kind: 'custody', label: 'Trả lời kiến nghị về quản lý, thi hành tạm giữ, tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 4', lengths: { days: 30 } }),
  ...since('2020-01-01', { ...reply, kind: 'execution', label: 'Trả lời kiến nghị về thi hành án hình sự', basis: 'Luật Thi hành án hình sự Điều 169 khoản 5', lengths: { days: 30 } }),
  { ...criminal, ...reply, kind: 'prevention', label: 'Trả lời kiến nghị áp dụng biện pháp phòng ngừa trong giai đoạn truy tố', basis: 'BLTTHS Điều 237 khoản 2', lengths: { days: 10 } },
  { ...criminal, ...reply, kind: 'officer', label: 'Trả lời kiến nghị tạm đình chỉ chức vụ bị can', basis: 'BLTTHS Điều 181', lengths: { days: 7 } },
  { ...criminal, ...reply, kind: 'summary', label: 'Chánh án trả lời kiến nghị về áp dụng thủ tục rút gọn', basis: 'BLTTHS Điều 457 khoản 4', runsFrom: 'khi nhận được kiến nghị', lengths: { hours: 24 }, counting: 'hours' },
  ...since('2018-01-01', { ...protest, kind: 'custody', label: 'Giải quyết kháng nghị về quản lý, thi hành tạm giữ, tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 3', lengths: { days: 15 } }),
  ...since('2020-01-01', { ...protest, kind: 'execution', label: 'Trả lời kháng nghị về thi hành án hình sự', basis: 'Luật Thi hành án hình sự Điều 169 khoản 4', lengths: { days: 15 } }),
  ...since('2018-01-01', { ...objection, kind: 'custody', label: 'Viện kiểm sát cấp trên giải quyết khiếu nại kháng nghị về tạm giữ, tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 3', lengths: { days: 15 } }),
  ...since('2020-01-01', { ...objection, kind: 'execution', label: 'Viện kiểm sát cấp trên giải quyết khiếu nại kháng nghị về thi hành án hình sự', basis: 'Luật Thi hành án hình sự Điều 169 khoản 4', lengths: { days: 15 } }),
  ...since('2018-01-01', { ...objection, kind: 'release', label: 'Viện kiểm sát cấp trên giải quyết khiếu nại quyết định trả tự do', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 2', lengths: { days: 10 } }),
  ...since('2020-01-01', { ...objection, kind: 'executionRelease', label: 'Viện kiểm sát cấp trên giải quyết kiến nghị về quyết định trả tự do trong thi hành án hình sự', basis: 'Luật Thi hành án hình sự Điều 169 khoản 2', lengths: { days: 10 } }),
  ...since('2018-01-01', { ...request, kind: 'custodyAnswer', label: 'Trả lời yêu cầu về vi phạm trong tạm giữ, tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 1', lengths: { days: 15 } }),
  ...since('2018-01-01', { ...request, kind: 'custodySelfCheck', label: 'Tự kiểm tra việc tạm giữ, tạm giam theo yêu cầu', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 43 khoản 1', lengths: { days: 30 } }),
  ...since('2020-01-01', { ...request, kind: 'executionSelfCheck', label: 'Tự kiểm tra việc thi hành án hình sự theo yêu cầu', basis: 'Luật Thi hành án hình sự Điều 169 khoản 1', lengths: { days: 30 } }),
  { ...civilCode, ...request, kind: 'civilExecutionSelfCheck', label: 'Tự kiểm tra việc thi hành án dân sự, hành chính theo yêu cầu', basis: 'Luật Tổ chức Viện kiểm sát nhân dân Điều 28 khoản 6', lengths: { days: 30 }, openPoints: ['A10', 'A19'], validFrom: '2015-06-01' },
  { ...criminal, ...request, code: 'request.reply', kind: 'prosecutionStage', label: 'Thông báo việc thực hiện yêu cầu, kiến nghị xử lý người tham gia tố tụng', basis: 'BLTTHS Điều 237 khoản 2', lengths: { days: 10 } },
];
