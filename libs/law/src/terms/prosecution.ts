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

/** Prosecution: BLTTHS Điều 239–249, 461. */
// prettier-ignore
export const prosecutionTerms: readonly TermRow[] = [
  { ...days, code: 'prosecution.decide', label: 'Quyết định việc truy tố', basis: 'BLTTHS Điều 240 khoản 1', runsFrom: 'ngày nhận hồ sơ vụ án và bản kết luận điều tra', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension], openPoints: ['A15', 'A19'] },
  { ...days, code: 'prosecution.decide', kind: 'resumed', label: 'Quyết định việc truy tố sau khi phục hồi vụ án', basis: 'BLTTHS Điều 249 khoản 4, Điều 240 khoản 1', runsFrom: 'ngày ra quyết định phục hồi vụ án', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension] },
  { ...days, code: 'prosecution.decide', kind: 'transferred', label: 'Quyết định việc truy tố sau khi nhận vụ án chuyển đến', basis: 'BLTTHS Điều 239 khoản 2, Điều 240 khoản 1', runsFrom: 'ngày Viện kiểm sát có thẩm quyền truy tố nhận được hồ sơ vụ án', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension] },
  { ...days, code: 'prosecution.decide', kind: 'courtReturn', label: 'Viện kiểm sát tự bổ sung theo yêu cầu điều tra bổ sung của Tòa án', basis: 'BLTTHS Điều 246 khoản 1, Điều 240 khoản 1', runsFrom: 'ngày nhận lại hồ sơ từ Tòa án', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [extension], openPoints: ['A15', 'A19'], readings: [{ point: 'A15', reading: 2, lengths: { months: 1 }, extensions: [] }], status: 'toBeConfirmed', note: 'Điều 246 khoản 1 không ghi thời hạn', starts: [{ register: 'criminalCase', fact: 'CaseFileReturned', when: { by: 'presidingJudge' }, from: 'deliveredOn' }, { register: 'criminalCase', fact: 'CaseFileReturned', when: { by: 'panel' }, from: 'deliveredOn' }], ends: ['IndictmentReplaced', 'IndictmentMaintained', 'CourtReturnRefused', 'CaseFileReturned', 'CaseSuspendedByProcuracy', 'CaseTerminatedByProcuracy'] },
  { ...days, code: 'prosecution.summary', label: 'Quyết định truy tố theo thủ tục rút gọn', basis: 'BLTTHS Điều 461 khoản 1', runsFrom: 'ngày nhận được quyết định đề nghị truy tố và hồ sơ vụ án', lengths: { days: 5 }, openPoints: ['A19', 'A21'] },
  { ...days, code: 'prosecution.fileToCourt', label: 'Chuyển hồ sơ vụ án và bản cáo trạng đến Tòa án', basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 3 }, starts: [{ register: 'criminalCase', fact: 'IndictmentIssued', told: { kinds: { complex: 'complex' } } }, { register: 'criminalCase', fact: 'IndictmentReplaced', told: { kinds: { complex: 'complex' } } }], ends: ['CaseFileTransferredToCourt'] },
  { ...days, code: 'prosecution.fileToCourt', kind: 'complex', label: 'Chuyển hồ sơ vụ án phức tạp và bản cáo trạng đến Tòa án', basis: 'BLTTHS Điều 244', runsFrom: 'ngày ra bản cáo trạng', lengths: { days: 10 } },
  { ...hours, code: 'prosecution.fileToCourt', kind: 'summary', label: 'Chuyển hồ sơ và quyết định truy tố theo thủ tục rút gọn đến Tòa án', basis: 'BLTTHS Điều 461 khoản 3', runsFrom: 'khi ra quyết định truy tố', lengths: { hours: 24 }, starts: { register: 'criminalCase', fact: 'SummaryProsecutionDecided' }, ends: ['CaseFileTransferredToCourt'] },
];
