import type { TermRow } from '../term.js';
import { carriedOn } from './carried-on.js';

const days = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const hours = { ...days, counting: 'hours' } satisfies Partial<TermRow>;
const detention = {
  ...days,
  openPoints: ['A10', 'A19'],
  readings: [{ point: 'A10', reading: 2, rolls: false }],
} satisfies Partial<TermRow>;

const complaint = { code: 'petition.complaint.criminal', runsFrom: 'ngày nhận được khiếu nại' } as const;
const denunciation = { code: 'petition.denunciation.criminal', runsFrom: 'ngày nhận được tố cáo' } as const;
const detained = { ...detention, code: 'petition.complaint.detention', runsFrom: 'ngày thụ lý khiếu nại' } as const;
const lodge = {
  ...days,
  code: 'petition.lodge.criminal',
  runsFrom: 'ngày nhận được quyết định giải quyết khiếu nại',
} as const;
const complex = (days_: number) => [
  {
    max: { days: days_ },
    grantedBy: 'Người giải quyết khiếu nại',
    basis: 'Luật Thi hành tạm giữ, tạm giam Điều 50 khoản 3',
  },
];
const hindered = { basis: 'BLTTHS Điều 471 khoản 2', count: 'everyDay' } as const;
const [CUSTODY, SECOND] = ['về giữ người, bắt, tạm giữ, tạm giam', 'lần hai'];
const LAW = 'Luật Thi hành tạm giữ, tạm giam';

// prettier-ignore
const terms: readonly TermRow[] = [
  { ...days, ...complaint, label: 'Giải quyết khiếu nại đối với Kiểm sát viên, Kiểm tra viên, Phó Viện trưởng', basis: 'BLTTHS Điều 476 khoản 1', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'second', label: `Viện kiểm sát cấp trên giải quyết khiếu nại ${SECOND}`, basis: 'BLTTHS Điều 476 khoản 1', lengths: { days: 15 } },
  { ...days, ...complaint, kind: 'head', label: 'Giải quyết khiếu nại đối với Viện trưởng Viện kiểm sát', basis: 'BLTTHS Điều 476 khoản 2', lengths: { days: 15 } },
  { ...days, ...complaint, kind: 'supreme', label: 'Giải quyết khiếu nại tại Viện kiểm sát nhân dân tối cao', basis: 'BLTTHS Điều 476 khoản 4', lengths: { days: 15 } },
  { ...days, ...complaint, kind: 'investigator', label: 'Giải quyết khiếu nại đối với Điều tra viên, Cán bộ điều tra', basis: 'BLTTHS Điều 475 khoản 1', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'investigatorSecond', label: `Viện trưởng Viện kiểm sát giải quyết khiếu nại ${SECOND} đối với Điều tra viên`, basis: 'BLTTHS Điều 475 khoản 1', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'investigationHead', label: 'Giải quyết khiếu nại đối với Thủ trưởng Cơ quan điều tra, quyết định đã được phê chuẩn', basis: 'BLTTHS Điều 475 khoản 1', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'investigationHeadSecond', label: `Viện kiểm sát cấp trên giải quyết khiếu nại ${SECOND} đối với Thủ trưởng Cơ quan điều tra`, basis: 'BLTTHS Điều 475 khoản 1', lengths: { days: 15 } },
  { ...days, ...complaint, kind: 'assignedBody', label: 'Giải quyết khiếu nại đối với cơ quan được giao một số hoạt động điều tra', basis: 'BLTTHS Điều 475 khoản 2', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'assignedBodySecond', label: `Viện kiểm sát giải quyết khiếu nại ${SECOND} đối với cơ quan được giao một số hoạt động điều tra`, basis: 'BLTTHS Điều 475 khoản 2', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'judge', label: 'Chánh án giải quyết khiếu nại đối với Thẩm phán, Thẩm tra viên, Phó Chánh án', basis: 'BLTTHS Điều 477', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'judgeSecond', label: `Tòa án cấp trên giải quyết khiếu nại ${SECOND} đối với Thẩm phán, khiếu nại đối với Chánh án`, basis: 'BLTTHS Điều 477', lengths: { days: 15 } },
  { ...hours, ...complaint, kind: 'custody', label: `Giải quyết khiếu nại ${CUSTODY}`, basis: 'BLTTHS Điều 474 khoản 1', runsFrom: 'khi nhận được khiếu nại', lengths: { hours: 24 } },
  { ...days, ...complaint, kind: 'custodyVerified', label: `Giải quyết khiếu nại ${CUSTODY}, phải xác minh thêm`, basis: 'BLTTHS Điều 474 khoản 1', lengths: { days: 3 } },
  { ...days, ...complaint, kind: 'custodySecond', label: `Viện kiểm sát cấp trên giải quyết khiếu nại ${SECOND} ${CUSTODY}`, basis: 'BLTTHS Điều 474 khoản 2', lengths: { days: 7 } },
  { ...days, ...complaint, kind: 'summary', label: 'Giải quyết khiếu nại quyết định áp dụng thủ tục rút gọn', basis: 'BLTTHS Điều 457 khoản 5', lengths: { days: 3 } },
  { ...hours, code: 'petition.forward', kind: 'custodyComplaint', label: `Chuyển khiếu nại ${CUSTODY} cho Viện kiểm sát`, basis: 'BLTTHS Điều 474 khoản 2', runsFrom: 'khi nhận được khiếu nại', lengths: { hours: 24 } },
  { ...days, ...denunciation, label: 'Giải quyết tố cáo trong tố tụng hình sự', basis: 'BLTTHS Điều 481 khoản 3', lengths: { days: 30 } },
  { ...days, ...denunciation, kind: 'complex', label: 'Giải quyết tố cáo trong tố tụng hình sự, vụ việc phức tạp', basis: 'BLTTHS Điều 481 khoản 3', lengths: { days: 60 } },
  { ...hours, ...denunciation, kind: 'custody', label: `Giải quyết tố cáo ${CUSTODY}`, basis: 'BLTTHS Điều 481 khoản 4', runsFrom: 'khi nhận được tố cáo', lengths: { hours: 24 } },
  { ...days, ...denunciation, kind: 'custodyVerified', label: `Giải quyết tố cáo ${CUSTODY}, phải xác minh thêm`, basis: 'BLTTHS Điều 481 khoản 4', lengths: { days: 3 } },
  { ...lodge, kind: 'first', label: 'Thời hiệu khiếu nại trong tố tụng hình sự', basis: 'BLTTHS Điều 471 khoản 1', runsFrom: 'ngày nhận được hoặc biết được quyết định, hành vi tố tụng', lengths: { days: 15 }, suspension: hindered },
  { ...lodge, kind: 'second', label: `Khiếu nại ${SECOND} trong tố tụng hình sự`, basis: 'BLTTHS Điều 474 khoản 2, Điều 475, Điều 476 khoản 1', lengths: { days: 3 } },
  { ...lodge, kind: 'summary', label: 'Thời hiệu khiếu nại quyết định áp dụng thủ tục rút gọn', basis: 'BLTTHS Điều 457 khoản 5', runsFrom: 'ngày nhận được quyết định', lengths: { days: 5 } },
  { ...detained, kind: 'custodyFirst', label: 'Giải quyết khiếu nại lần đầu về quản lý, thi hành tạm giữ', basis: `${LAW} Điều 50 khoản 1`, lengths: { days: 2 }, extensions: complex(5) },
  { ...detained, kind: 'detentionFirst', label: 'Giải quyết khiếu nại lần đầu về quản lý, thi hành tạm giam', basis: `${LAW} Điều 50 khoản 1`, lengths: { days: 5 }, extensions: complex(20) },
  { ...detained, kind: 'custodySecond', label: 'Giải quyết khiếu nại lần hai về quản lý, thi hành tạm giữ', basis: `${LAW} Điều 50 khoản 2`, lengths: { days: 3 }, extensions: complex(5) },
  { ...detained, kind: 'detentionSecond', label: 'Giải quyết khiếu nại lần hai về quản lý, thi hành tạm giam', basis: `${LAW} Điều 50 khoản 2`, lengths: { days: 10 }, extensions: complex(20) },
  { ...hours, code: 'petition.complaint.detention', kind: 'decisionSent', label: 'Gửi quyết định giải quyết khiếu nại về tạm giữ, tạm giam', basis: `${LAW} Điều 50 khoản 4`, runsFrom: 'khi ra quyết định giải quyết', lengths: { hours: 24 } },
  { ...hours, code: 'petition.forward', kind: 'detentionComplaint', label: 'Cơ sở giam giữ chuyển khiếu nại cho Viện kiểm sát', basis: `${LAW} Điều 46 khoản 2`, runsFrom: 'khi nhận được khiếu nại', lengths: { hours: 24 } },
  { ...hours, code: 'petition.forward', kind: 'detentionDenunciation', label: 'Cơ sở giam giữ chuyển tố cáo cho Viện kiểm sát', basis: `${LAW} Điều 56 khoản 2`, runsFrom: 'khi nhận được tố cáo', lengths: { hours: 24 } },
  { ...detention, code: 'petition.lodge.detention', kind: 'first', label: 'Thời hiệu khiếu nại lần đầu về tạm giữ, tạm giam', basis: `${LAW} Điều 44 khoản 2`, runsFrom: 'ngày nhận hoặc biết được quyết định, hành vi', lengths: { days: 30 }, suspension: { ...hindered, basis: `${LAW} Điều 44 khoản 2` } },
  { ...detention, code: 'petition.lodge.detention', kind: 'second', label: 'Thời hiệu khiếu nại lần tiếp theo về tạm giữ, tạm giam', basis: `${LAW} Điều 44 khoản 2`, runsFrom: 'ngày nhận được quyết định giải quyết khiếu nại', lengths: { days: 15 } },
  { ...detention, code: 'petition.denunciation.detention', label: 'Giải quyết tố cáo về tạm giữ, tạm giam', basis: `${LAW} Điều 60 khoản 2`, runsFrom: 'ngày thụ lý', lengths: { days: 60 } },
  { ...detention, code: 'petition.denunciation.detention', kind: 'complex', label: 'Giải quyết tố cáo về tạm giữ, tạm giam, vụ việc phức tạp', basis: `${LAW} Điều 60 khoản 2`, runsFrom: 'ngày thụ lý', lengths: { days: 90 } },
];

/**
 * Complaints and denunciations in judicial activity: BLTTHS Điều 471–481, 457; Luật Thi hành tạm giữ, tạm giam Điều 44–60,
 * the latter replaced on 1 July 2026.
 */
export const judicialPetitionTerms: readonly TermRow[] = terms.flatMap((row) =>
  row.basis.startsWith(LAW) ? carriedOn([row]) : [row],
);
