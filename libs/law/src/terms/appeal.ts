import type { TermRow } from '../term.js';

const days = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const hours = { ...days, counting: 'hours' } satisfies Partial<TermRow>;
/** The third level was abolished: what was the high-level court's is carried on until read. */
const AFTER_REFORM = {
  validFrom: '2025-07-01',
  status: 'toBeConfirmed',
  note: 'từ 01/7/2025 không còn Tòa án, Viện kiểm sát nhân dân cấp cao; chưa đối chiếu Luật 99/2025/QH15',
} satisfies Partial<TermRow>;
const highLevel = (row: Omit<TermRow, 'validFrom' | 'status' | 'counting' | 'kind'>, kind = 'highLevel'): TermRow[] => [
  { ...days, ...row, kind },
  { ...days, ...row, kind, ...AFTER_REFORM },
];
const DOCKETED = 'ngày thụ lý vụ án';
const RECEIVED = 'ngày nhận được hồ sơ vụ án';
const [PROVINCE, HIGH] = ['cấp tỉnh', 'cấp cao'];

const file = { code: 'appeal.file', runsFrom: RECEIVED } as const;
const open = { code: 'appeal.open', basis: 'BLTTHS Điều 346 khoản 1', runsFrom: RECEIVED } as const;
const prepare = { code: 'appeal.prepare', basis: 'BLTTHS Điều 346 khoản 2', runsFrom: DOCKETED } as const;

/** Appeal, cassation and re-opening in criminal matters: BLTTHS Điều 333–348, 362, 376–396, 464. */
// prettier-ignore
export const appealTerms: readonly TermRow[] = [
  { ...days, code: 'appeal.lodge', kind: 'judgment', label: 'Kháng cáo bản án sơ thẩm', basis: 'BLTTHS Điều 333 khoản 1', runsFrom: 'ngày tuyên án (vắng mặt: ngày nhận được bản án hoặc ngày niêm yết)', lengths: { days: 15 } },
  { ...days, code: 'appeal.lodge', kind: 'decision', label: 'Kháng cáo quyết định sơ thẩm', basis: 'BLTTHS Điều 333 khoản 2', runsFrom: 'ngày người có quyền kháng cáo nhận được quyết định', lengths: { days: 7 } },
  { ...days, code: 'appeal.notify', label: 'Tòa án thông báo việc kháng cáo cho Viện kiểm sát', basis: 'BLTTHS Điều 338 khoản 1', runsFrom: 'ngày hết thời hạn kháng cáo', lengths: { days: 7 } },
  { ...days, code: 'appeal.fileSent', label: 'Tòa án cấp sơ thẩm gửi hồ sơ cho Tòa án cấp phúc thẩm', basis: 'BLTTHS Điều 339', runsFrom: 'ngày hết thời hạn kháng cáo, kháng nghị', lengths: { days: 7 }, openPoints: ['A19', 'A23'] },
  { ...days, code: 'appeal.assignJudge', label: 'Phân công Thẩm phán chủ tọa phiên tòa phúc thẩm', basis: 'BLTTHS Điều 340 khoản 2', runsFrom: DOCKETED, lengths: { days: 3 } },
  { ...days, ...file, kind: 'provincial', label: `Viện kiểm sát ${PROVINCE} trả hồ sơ vụ án cho Tòa án cấp phúc thẩm`, basis: 'BLTTHS Điều 341 khoản 1', lengths: { days: 15 } },
  { ...days, ...file, kind: 'provincialComplex', label: `Viện kiểm sát ${PROVINCE} trả hồ sơ vụ án đặc biệt nghiêm trọng, phức tạp`, basis: 'BLTTHS Điều 341 khoản 1', lengths: { days: 25 } },
  ...highLevel({ ...file, label: `Viện kiểm sát ${HIGH} trả hồ sơ vụ án cho Tòa án cấp phúc thẩm`, basis: 'BLTTHS Điều 341 khoản 1', lengths: { days: 20 } }),
  ...highLevel({ ...file, label: `Viện kiểm sát ${HIGH} trả hồ sơ vụ án đặc biệt nghiêm trọng, phức tạp`, basis: 'BLTTHS Điều 341 khoản 1', lengths: { days: 30 } }, 'highLevelComplex'),
  { ...days, ...file, kind: 'newEvidence', label: 'Viện kiểm sát trả chứng cứ, tài liệu, đồ vật bổ sung cho Tòa án', basis: 'BLTTHS Điều 341 khoản 2', runsFrom: 'ngày nhận được chứng cứ, tài liệu, đồ vật bổ sung', lengths: { days: 3 } },
  { ...days, ...file, kind: 'decision', label: 'Viện kiểm sát trả hồ sơ phúc thẩm quyết định sơ thẩm', basis: 'BLTTHS Điều 362 khoản 2', lengths: { days: 5 } },
  { ...days, ...file, kind: 'summary', label: 'Viện kiểm sát trả hồ sơ phúc thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 464 khoản 1', lengths: { days: 5 } },
  { ...days, ...open, kind: 'provincial', label: `Tòa án ${PROVINCE} mở phiên tòa phúc thẩm`, lengths: { days: 60 } },
  ...highLevel({ ...open, label: `Tòa án ${HIGH} mở phiên tòa phúc thẩm`, lengths: { days: 90 } }),
  { ...days, ...prepare, kind: 'provincial', label: `Tòa án ${PROVINCE} chuẩn bị xét xử phúc thẩm`, lengths: { days: 45 } },
  ...highLevel({ ...prepare, label: `Tòa án ${HIGH} chuẩn bị xét xử phúc thẩm`, lengths: { days: 75 } }),
  { ...days, ...prepare, kind: 'summary', label: 'Chuẩn bị xét xử phúc thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 464 khoản 2', lengths: { days: 15 } },
  { ...days, code: 'appeal.openAfterDecision', label: 'Mở phiên tòa phúc thẩm sau quyết định đưa vụ án ra xét xử', basis: 'BLTTHS Điều 346 khoản 3', runsFrom: 'ngày ra quyết định đưa vụ án ra xét xử', lengths: { days: 15 } },
  { ...days, code: 'appeal.openAfterDecision', kind: 'summary', label: 'Mở phiên tòa phúc thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 464 khoản 3', runsFrom: 'ngày ra quyết định đưa vụ án ra xét xử', lengths: { days: 7 } },
  { ...days, counting: 'before', code: 'appeal.summons', label: 'Gửi quyết định đưa vụ án ra xét xử phúc thẩm', basis: 'BLTTHS Điều 346 khoản 4', runsFrom: 'ngày mở phiên tòa', lengths: { days: 10 }, openPoints: ['A5', 'A19'] },
  { ...hours, code: 'appeal.summons', kind: 'summary', label: 'Gửi quyết định đưa vụ án ra xét xử phúc thẩm theo thủ tục rút gọn', basis: 'BLTTHS Điều 464 khoản 4', runsFrom: 'khi ra quyết định', lengths: { hours: 24 } },
  { ...days, code: 'appeal.terminationSent', label: 'Gửi quyết định đình chỉ xét xử phúc thẩm', basis: 'BLTTHS Điều 348', runsFrom: 'ngày ra quyết định', lengths: { days: 3 } },
  { ...days, code: 'appeal.decision', kind: 'hearing', label: 'Mở phiên họp xem xét quyết định sơ thẩm bị kháng cáo, kháng nghị', basis: 'BLTTHS Điều 362 khoản 2', runsFrom: 'ngày thụ lý hồ sơ vụ án', lengths: { days: 15 } },
  { ...days, code: 'appeal.decision', kind: 'hearingAfterDecision', label: 'Mở phiên họp phúc thẩm quyết định sau quyết định mở phiên họp', basis: 'BLTTHS Điều 362 khoản 2', runsFrom: 'ngày ra quyết định mở phiên họp', lengths: { days: 10 } },
  { ...days, code: 'appeal.decision', kind: 'fileToProcuracy', label: 'Tòa án chuyển hồ sơ kèm quyết định mở phiên họp cho Viện kiểm sát', basis: 'BLTTHS Điều 362 khoản 2', runsFrom: 'ngày ra quyết định mở phiên họp', lengths: { days: 2 } },
  { ...days, code: 'cassation.fileHanded', label: 'Tòa án chuyển hồ sơ vụ án để xem xét kháng nghị giám đốc thẩm', basis: 'BLTTHS Điều 376 khoản 1', runsFrom: 'ngày nhận được văn bản yêu cầu', lengths: { days: 7 } },
  { ...days, code: 'cassation.file', label: 'Viện kiểm sát gửi lại hồ sơ vụ án giám đốc thẩm cho Tòa án', basis: 'BLTTHS Điều 380 khoản 2', runsFrom: RECEIVED, lengths: { days: 30 } },
  { ...days, code: 'cassation.terminationSent', label: 'Gửi quyết định đình chỉ xét xử giám đốc thẩm', basis: 'BLTTHS Điều 381 khoản 3', runsFrom: 'ngày ra quyết định', lengths: { days: 2 } },
  { ...days, code: 'cassation.open', label: 'Mở phiên tòa giám đốc thẩm', basis: 'BLTTHS Điều 385', runsFrom: 'ngày nhận được quyết định kháng nghị kèm theo hồ sơ vụ án', lengths: { months: 4 } },
  { ...days, code: 'cassation.fileForRetrial', label: 'Chuyển hồ sơ vụ án để điều tra lại, xét xử lại', basis: 'BLTTHS Điều 396', runsFrom: 'ngày ra quyết định giám đốc thẩm', lengths: { days: 15 } },
];
