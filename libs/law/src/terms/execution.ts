import type { TermRow } from '../term.js';
import { FROM_JULY_2026 } from './carried-on.js';

type Row = Omit<TermRow, 'validFrom' | 'status' | 'counting'>;

const inForce = { validFrom: '2020-01-01', status: 'confirmed' } as const;
const counted =
  (counting: TermRow['counting'], more: Partial<TermRow>) =>
  (row: Row): TermRow[] => [
    { ...more, ...row, counting, ...inForce },
    { ...more, ...row, counting, ...FROM_JULY_2026 },
  ];
const days = counted('ordinary', { openPoints: ['A10'], readings: [{ point: 'A10', reading: 2, rolls: false }] });
const workingDays = counted('workingDays', { openPoints: ['A10'] });
const before = counted('before', { openPoints: ['A5', 'A10'] });
const criminal = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const LAW = 'Luật Thi hành án hình sự';
const [ORDER, DECIDED] = ['ngày nhận được quyết định thi hành án', 'ngày ra quyết định'];

/** Execution of criminal judgments: BLTTHS Điều 364; Luật Thi hành án hình sự 41/2019 Điều 22–25, 84–97. */
// prettier-ignore
export const executionTerms: readonly TermRow[] = [
  { ...criminal, code: 'execution.decide', label: 'Ra quyết định thi hành án', basis: 'BLTTHS Điều 364 khoản 2', runsFrom: 'ngày bản án sơ thẩm có hiệu lực pháp luật hoặc ngày nhận được bản án, quyết định phúc thẩm, giám đốc thẩm, tái thẩm', lengths: { days: 7 }, openPoints: ['A19', 'A23'] },
  { ...criminal, code: 'execution.decide', kind: 'delegated', label: 'Tòa án được ủy thác ra quyết định thi hành án', basis: 'BLTTHS Điều 364 khoản 2', runsFrom: 'ngày nhận được quyết định ủy thác', lengths: { days: 7 } },
  { ...criminal, code: 'execution.appear', label: 'Người bị kết án tại ngoại có mặt để chấp hành án phạt tù', basis: 'BLTTHS Điều 364 khoản 3; Luật Thi hành án hình sự Điều 23 khoản 4', runsFrom: ORDER, lengths: { days: 7 } },
  ...workingDays({ code: 'execution.orderSent', label: 'Tòa án gửi quyết định thi hành án phạt tù', basis: `${LAW} Điều 22 khoản 2`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...workingDays({ code: 'execution.orderServed', label: 'Tống đạt quyết định thi hành án cho người đang bị tạm giam', basis: `${LAW} Điều 23 khoản 1, khoản 2`, runsFrom: ORDER, lengths: { workingDays: 3 } }),
  ...days({ code: 'execution.postponement', label: 'Xét đơn, văn bản đề nghị hoãn chấp hành án phạt tù', basis: `${LAW} Điều 24 khoản 2`, runsFrom: 'ngày nhận được đơn hoặc văn bản đề nghị', lengths: { days: 7 } }),
  ...workingDays({ code: 'execution.postponementSent', label: 'Gửi quyết định hoãn chấp hành án phạt tù', basis: `${LAW} Điều 24 khoản 3`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...before({ code: 'execution.postponementEnd', label: 'Thông báo hết thời hạn hoãn chấp hành án phạt tù', basis: `${LAW} Điều 25 khoản 6`, runsFrom: 'ngày hết thời hạn hoãn', lengths: { days: 7 } }),
  ...days({ code: 'execution.afterPostponement', label: 'Người được hoãn có mặt để chấp hành án', basis: `${LAW} Điều 25 khoản 6`, runsFrom: 'ngày hết thời hạn hoãn', lengths: { days: 7 } }),
  ...workingDays({ code: 'execution.suspendedSentence', kind: 'orderSent', label: 'Gửi quyết định thi hành án treo', basis: `${LAW} Điều 84 khoản 2`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...workingDays({ code: 'execution.suspendedSentence', kind: 'summons', label: 'Triệu tập người được hưởng án treo để cam kết', basis: `${LAW} Điều 85 khoản 1`, runsFrom: 'ngày nhận được quyết định thi hành án treo', lengths: { workingDays: 3 } }),
  ...days({ code: 'execution.suspendedSentence', kind: 'file', label: 'Lập hồ sơ giám sát, giáo dục người được hưởng án treo', basis: `${LAW} Điều 85 khoản 3`, runsFrom: 'ngày triệu tập', lengths: { days: 7 } }),
  ...before({ code: 'execution.suspendedSentence', kind: 'handOver', label: 'Bàn giao hồ sơ giám sát trước khi hết thời gian thử thách', basis: `${LAW} Điều 85 khoản 4`, runsFrom: 'ngày hết thời gian thử thách', lengths: { days: 3 } }),
  ...workingDays({ code: 'execution.suspendedSentence', kind: 'death', label: 'Ra quyết định đình chỉ thi hành án treo khi người được hưởng án treo chết', basis: `${LAW} Điều 85 khoản 5`, runsFrom: 'ngày nhận được thông báo', lengths: { workingDays: 3 } }),
  ...days({ code: 'execution.shortening', kind: 'propose', label: 'Lập hồ sơ đề nghị rút ngắn thời gian thử thách', basis: `${LAW} Điều 90 khoản 2`, runsFrom: 'ngày nhận được báo cáo', lengths: { days: 7 } }),
  ...days({ code: 'execution.shortening', kind: 'hearing', label: 'Mở phiên họp xét rút ngắn thời gian thử thách', basis: `${LAW} Điều 90 khoản 4`, runsFrom: 'ngày nhận được hồ sơ đề nghị hoặc hồ sơ bổ sung', lengths: { days: 7 } }),
  ...workingDays({ code: 'execution.shortening', kind: 'sent', label: 'Gửi quyết định về rút ngắn thời gian thử thách', basis: `${LAW} Điều 90 khoản 5`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...days({ code: 'execution.enforcing', kind: 'appear', label: 'Người được hưởng án treo vi phạm nghĩa vụ có mặt theo yêu cầu', basis: `${LAW} Điều 93 khoản 1`, runsFrom: 'ngày lập biên bản vi phạm', lengths: { days: 7 } }),
  ...workingDays({ code: 'execution.enforcing', kind: 'propose', label: 'Lập hồ sơ đề nghị buộc chấp hành hình phạt tù của bản án đã cho hưởng án treo', basis: `${LAW} Điều 93 khoản 3`, runsFrom: 'ngày nhận được báo cáo', lengths: { workingDays: 5 } }),
  ...workingDays({ code: 'execution.enforcing', kind: 'hearing', label: 'Mở phiên họp xét buộc chấp hành hình phạt tù', basis: `${LAW} Điều 93 khoản 5`, runsFrom: 'ngày nhận được hồ sơ đề nghị hoặc hồ sơ bổ sung', lengths: { workingDays: 5 } }),
  ...workingDays({ code: 'execution.enforcing', kind: 'sent', label: 'Gửi quyết định buộc chấp hành hình phạt tù', basis: `${LAW} Điều 93 khoản 5`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...workingDays({ code: 'execution.enforcing', kind: 'carryOut', label: 'Đưa người bị buộc chấp hành hình phạt tù đi chấp hành án', basis: `${LAW} Điều 93 khoản 6`, runsFrom: 'ngày quyết định có hiệu lực pháp luật', lengths: { workingDays: 3 } }),
  ...workingDays({ code: 'execution.nonCustodial', kind: 'orderSent', label: 'Gửi quyết định thi hành án phạt cải tạo không giam giữ', basis: `${LAW} Điều 96 khoản 2`, runsFrom: DECIDED, lengths: { workingDays: 3 } }),
  ...workingDays({ code: 'execution.nonCustodial', kind: 'summons', label: 'Triệu tập người chấp hành án cải tạo không giam giữ để cam kết', basis: `${LAW} Điều 97 khoản 1`, runsFrom: ORDER, lengths: { workingDays: 3 } }),
  ...days({ code: 'execution.nonCustodial', kind: 'file', label: 'Lập hồ sơ giám sát, giáo dục người chấp hành án', basis: `${LAW} Điều 97 khoản 3`, runsFrom: 'ngày triệu tập', lengths: { days: 7 } }),
  ...before({ code: 'execution.nonCustodial', kind: 'handOver', label: 'Bàn giao hồ sơ giám sát trước khi hết thời gian chấp hành án', basis: `${LAW} Điều 97 khoản 4`, runsFrom: 'ngày hết thời gian chấp hành án', lengths: { days: 3 } }),
];
