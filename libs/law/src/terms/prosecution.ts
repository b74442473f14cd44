import type { TermRow } from '../term.js';

const days = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const hours = { ...days, counting: 'hours' } satisfies Partial<TermRow>;

/** The law bounds the days, not how often the head extends: in parts up to the maximum. */
const extension = {
  max: { I: { days: 10 }, N: { days: 10 }, R: { days: 15 }, D: { days: 30 } },
  inParts: true,
  grantedBy: 'Viện trưởng Viện kiểm sát',
  basis: 'BLTTHS Điều 240 khoản 1',
};
const preparation = {
  max: { I: { days: 15 }, N: { days: 15 }, R: { days: 30 }, D: { days: 30 } },
  inParts: true,
  grantedBy: 'Chánh án Tòa án',
  basis: 'BLTTHS Điều 277 khoản 1',
};

/** Prosecution and the court's preparation: BLTTHS Điều 239–249, 276–280, 461. */
// prettier-ignore
export const prosecutionTerms: readonly TermRow[] = [
  { ...days, code: 'prosecution.decide', label: 'Quyết định việc truy tố', basis: 'BLTTHS Điều 240 khoản 1', runsFrom: 'ngày nhận hồ sơ vụ án và bản kết luận điều tra', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension], openPoints: ['A15', 'A19'] },
  { ...days, code: 'prosecution.decide', kind: 'resumed', label: 'Quyết định việc truy tố sau khi phục hồi vụ án', basis: 'BLTTHS Điều 249 khoản 4, Điều 240 khoản 1', runsFrom: 'ngày ra quyết định phục hồi vụ án', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension] },
  { ...days, code: 'prosecution.decide', kind: 'transferred', label: 'Quyết định việc truy tố sau khi nhận vụ án chuyển đến', basis: 'BLTTHS Điều 239 khoản 2, Điều 240 khoản 1', runsFrom: 'ngày Viện kiểm sát có thẩm quyền truy tố nhận được hồ sơ vụ án', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension] },
  { ...days, code: 'prosecution.summary', label: 'Quyết định truy tố theo thủ tục rút gọn', basis: 'BLTTHS Điều 461 khoản 1', runsFrom: 'ngày nhận được quyết định đề nghị truy tố và hồ sơ vụ án', lengths: { days: 5 }, openPoints: ['A19', 'A21'] },
  { ...days, code: 'prosecution.notify', label: 'Thông báo, giao quyết định của giai đoạn truy tố', basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 3 } },
  { ...days, code: 'prosecution.notify', kind: 'complex', label: 'Giao bản cáo trạng, quyết định đình chỉ, tạm đình chỉ trong vụ án phức tạp', basis: 'BLTTHS Điều 240 khoản 2', runsFrom: 'ngày ra quyết định', lengths: { days: 10 } },
  { ...days, code: 'prosecution.transferNotice', label: 'Thông báo việc chuyển vụ án cho Viện kiểm sát có thẩm quyền', basis: 'BLTTHS Điều 239 khoản 2', runsFrom: 'ngày ra quyết định chuyển vụ án', lengths: { days: 3 } },
  { ...days, code: 'prosecution.resumptionSent', label: 'Giao, gửi quyết định phục hồi vụ án', basis: 'BLTTHS Điều 249 khoản 3', runsFrom: 'ngày ra quyết định phục hồi vụ án', lengths: { days: 3 } },
  { ...days, code: 'prosecution.fileToCourt', label: 'Chuyển hồ sơ vụ án và bản cáo trạng đến Tòa án', basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 3 } },
  { ...days, code: 'prosecution.fileToCourt', kind: 'complex', label: 'Chuyển hồ sơ vụ án phức tạp và bản cáo trạng đến Tòa án', basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 10 } },
  { ...hours, code: 'prosecution.fileToCourt', kind: 'summary', label: 'Chuyển hồ sơ và quyết định truy tố theo thủ tục rút gọn đến Tòa án', basis: 'BLTTHS Điều 461 khoản 3', runsFrom: 'khi ra quyết định truy tố', lengths: { hours: 24 } },
  { ...days, code: 'court.assignJudge', label: 'Phân công Thẩm phán chủ tọa phiên tòa', basis: 'BLTTHS Điều 276 khoản 2', runsFrom: 'ngày thụ lý vụ án', lengths: { days: 3 } },
  { ...days, code: 'court.prepare', label: 'Chuẩn bị xét xử sơ thẩm', basis: 'BLTTHS Điều 277 khoản 1', runsFrom: 'ngày thụ lý vụ án', lengths: { I: { days: 30 }, N: { days: 45 }, R: { months: 2 }, D: { months: 3 } }, extensions: [preparation] },
  { ...days, code: 'court.prepare', kind: 'afterReturn', label: 'Quyết định đưa vụ án ra xét xử sau khi nhận lại hồ sơ', basis: 'BLTTHS Điều 277 khoản 2', runsFrom: 'ngày nhận lại hồ sơ', lengths: { days: 15 } },
  { ...days, code: 'court.prepare', kind: 'summary', label: 'Chuẩn bị xét xử sơ thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 462 khoản 1', runsFrom: 'ngày thụ lý vụ án', lengths: { days: 10 } },
  { ...days, code: 'court.open', label: 'Mở phiên tòa', basis: 'BLTTHS Điều 277 khoản 3', runsFrom: 'ngày có quyết định đưa vụ án ra xét xử', lengths: { days: 15 } },
  { ...days, code: 'court.open', kind: 'obstacle', label: 'Mở phiên tòa khi có lý do bất khả kháng, trở ngại khách quan', basis: 'BLTTHS Điều 277 khoản 3', runsFrom: 'ngày có quyết định đưa vụ án ra xét xử', lengths: { days: 30 } },
  { ...days, code: 'court.open', kind: 'summary', label: 'Mở phiên tòa theo thủ tục rút gọn', basis: 'BLTTHS Điều 462 khoản 2', runsFrom: 'ngày ra quyết định đưa vụ án ra xét xử', lengths: { days: 7 } },
  { ...days, code: 'court.returnSent', label: 'Tòa án gửi quyết định trả hồ sơ để điều tra bổ sung', basis: 'BLTTHS Điều 280 khoản 3', runsFrom: 'ngày ra quyết định', lengths: { days: 3 } },
];
