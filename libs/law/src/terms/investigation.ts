import type { TermRow } from '../term.js';
import { WITH_THE_FILE } from './with-the-file.js';
import { headOfTheSupreme, investigationGrantors } from './grantors.js';

const days = {
  counting: 'ordinary',
  validFrom: '2018-01-01',
  status: 'confirmed',
  openPoints: ['A19'],
} satisfies Partial<TermRow>;
const hours = { ...days, counting: 'hours' } satisfies Partial<TermRow>;

const first = { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } };
const asked = { requestDaysBefore: 10, basis: 'BLTTHS Điều 172 khoản 2, khoản 5' } as const;
const PROCURACY = 'Viện kiểm sát có thẩm quyền theo Điều 172 khoản 5';
const SUPREME = 'Viện kiểm sát nhân dân tối cao, Viện kiểm sát quân sự trung ương';
const HEAD = {
  grantedBy: 'Viện trưởng Viện kiểm sát nhân dân tối cao',
  grantors: headOfTheSupreme,
  basis: 'BLTTHS Điều 172 khoản 3',
};

const [firstBy, secondBy, thirdBy] = investigationGrantors;
const ordinary = [
  {
    ...asked,
    max: { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } },
    grantedBy: PROCURACY,
    grantors: firstBy,
  },
  { ...asked, max: { N: { months: 2 }, R: { months: 4 }, D: { months: 4 } }, grantedBy: PROCURACY, grantors: secondBy },
  { ...asked, max: { D: { months: 4 } }, grantedBy: SUPREME, grantors: thirdBy },
];
const special = { ...HEAD, max: { D: { months: 4 } } };
const security = { ...HEAD, max: { months: 4 } };
/** Whether the head's two extensions add up for a particularly serious offence (open point A22). */
const bothOfTheHead = [{ point: 'A22', reading: 2 as const, extensions: [...ordinary, special, security] }];
const investigation = {
  ...days,
  lengths: first,
  extensions: [...ordinary, special],
  openPoints: ['A13', 'A14', 'A19'],
};
const nationalSecurity = {
  ...investigation,
  extensions: [...ordinary, security],
  openPoints: ['A13', 'A14', 'A19', 'A22'],
  readings: bothOfTheHead,
};

const resumedExtension = {
  max: { I: { months: 1 }, N: { months: 2 }, R: { months: 2 }, D: { months: 3 } },
  grantedBy: PROCURACY,
  grantors: firstBy,
  requestDaysBefore: 10,
  basis: 'BLTTHS Điều 174 khoản 1',
};
const RETURNED = 'ngày Cơ quan điều tra nhận lại hồ sơ vụ án và yêu cầu điều tra bổ sung';

/** Investigation: BLTTHS Điều 156, 167–174, 179, 180, 239, 460; TTLT 02/2017 Điều 11. */
// prettier-ignore
export const investigationTerms: readonly TermRow[] = [
  { ...investigation, code: 'investigation', label: 'Điều tra vụ án hình sự', basis: 'BLTTHS Điều 172 khoản 1', runsFrom: 'khi khởi tố vụ án' },
  { ...nationalSecurity, code: 'investigation', kind: 'nationalSecurity', label: 'Điều tra vụ án xâm phạm an ninh quốc gia', basis: 'BLTTHS Điều 172 khoản 1', runsFrom: 'khi khởi tố vụ án' },
  { ...days, code: 'investigation', kind: 'summary', label: 'Điều tra theo thủ tục rút gọn', basis: 'BLTTHS Điều 460 khoản 1', runsFrom: 'ngày ra quyết định khởi tố vụ án', lengths: { days: 20 }, openPoints: ['A19', 'A21'] },
  { ...days, code: 'investigation.resumed', label: 'Điều tra tiếp sau khi phục hồi', basis: 'BLTTHS Điều 174 khoản 1', runsFrom: 'khi có quyết định phục hồi điều tra', lengths: { I: { months: 2 }, N: { months: 2 }, R: { months: 3 }, D: { months: 3 } }, extensions: [resumedExtension] },
  { ...days, code: 'investigation.supplementaryByProcuracy', label: 'Điều tra bổ sung do Viện kiểm sát trả hồ sơ', basis: 'BLTTHS Điều 174 khoản 2', runsFrom: RETURNED, lengths: { months: 2 } },
  { ...days, code: 'investigation.supplementaryByCourt', label: 'Điều tra bổ sung do Tòa án trả hồ sơ', basis: 'BLTTHS Điều 174 khoản 2', runsFrom: RETURNED, lengths: { months: 1 } },
  { ...investigation, code: 'investigation.reinvestigation', label: 'Điều tra lại', basis: 'BLTTHS Điều 174 khoản 3, Điều 172', runsFrom: 'khi Cơ quan điều tra nhận hồ sơ và yêu cầu điều tra lại' },
  { ...nationalSecurity, code: 'investigation.reinvestigation', kind: 'nationalSecurity', label: 'Điều tra lại vụ án xâm phạm an ninh quốc gia', basis: 'BLTTHS Điều 174 khoản 3, Điều 172', runsFrom: 'khi Cơ quan điều tra nhận hồ sơ và yêu cầu điều tra lại' },
  { ...days, code: 'investigation.objection', kind: 'investigatingBody', label: 'Viện kiểm sát cấp trên giải quyết kiến nghị của Cơ quan điều tra', basis: 'BLTTHS Điều 167 khoản 2', runsFrom: 'ngày nhận được kiến nghị', lengths: { days: 20 } },
  { ...days, code: 'investigation.objection', kind: 'assignedBody', label: 'Viện kiểm sát cấp trên giải quyết kiến nghị của cơ quan được giao một số hoạt động điều tra', basis: 'BLTTHS Điều 167 khoản 2', runsFrom: 'ngày nhận được kiến nghị', lengths: { days: 5 } },
  { ...days, code: 'investigation.transferDecision', label: 'Viện kiểm sát quyết định chuyển vụ án để điều tra', basis: 'BLTTHS Điều 169 khoản 3 điểm a', runsFrom: 'ngày nhận được đề nghị của Cơ quan điều tra', lengths: { days: 3 } },
  { ...hours, code: 'investigation.transferSent', label: 'Gửi quyết định chuyển vụ án', basis: 'BLTTHS Điều 169 khoản 3 điểm b', runsFrom: 'khi ra quyết định chuyển vụ án', lengths: { hours: 24 }, starts: { register: 'criminalCase', fact: 'CaseTransferred', when: { ground: 'investigation' }, doneIn: 'notifiedOn', same: 'decisionNo' }, ends: ['ProcuracyDecisionNotified'] },
  { ...days, code: 'investigation.transferFile', label: 'Chuyển hồ sơ vụ án cho Cơ quan điều tra có thẩm quyền', basis: 'BLTTHS Điều 169 khoản 4', runsFrom: 'ngày nhận được quyết định chuyển vụ án', lengths: { days: 3 } },
  { ...hours, code: 'investigation.joinOrSplitSent', label: 'Gửi quyết định nhập, tách vụ án cho Viện kiểm sát', basis: 'BLTTHS Điều 170 khoản 3', runsFrom: 'khi ra quyết định', lengths: { hours: 24 } },
  { ...hours, code: 'investigation.initiationChangedSent', label: 'Gửi quyết định thay đổi, bổ sung quyết định khởi tố vụ án', basis: 'BLTTHS Điều 156 khoản 2', runsFrom: 'khi ra quyết định thay đổi, bổ sung', lengths: { hours: 24 }, starts: [{ register: 'criminalCase', fact: 'InitiationChanged', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: WITH_THE_FILE }, { register: 'criminalCase', fact: 'InitiationSupplemented', doneIn: 'sentOn', same: 'decisionNo', told: { doneIn: 'sentOn' }, mootBy: WITH_THE_FILE }], ends: ['DecisionReceived'] },
  { ...hours, code: 'investigation.accusedSent', label: 'Gửi quyết định khởi tố bị can cho Viện kiểm sát xét phê chuẩn', basis: 'BLTTHS Điều 179 khoản 3', runsFrom: 'khi ra quyết định khởi tố bị can', lengths: { hours: 24 }, starts: { register: 'criminalCase', fact: 'AccusedCharged', when: { by: 'investigator' }, doneIn: 'sentOn', same: 'accusedId', told: { doneIn: 'receivedOn' } }, ends: ['AccusedChargeApproved', 'AccusedChargeRefused', 'AccusedChargeEvidenceRequested'] },
  { ...days, counting: 'before', code: 'investigation.jointReview', label: 'Điều tra viên, Kiểm sát viên phối hợp đánh giá chứng cứ trước khi kết thúc điều tra', basis: 'TTLT 02/2017 Điều 11 khoản 2', runsFrom: 'ngày kết thúc điều tra', lengths: { days: 10 }, validFrom: '2018-02-06', openPoints: ['A5', 'A19'] },
  { ...days, counting: 'before', code: 'investigation.lowerProcuracyNotice', label: 'Viện kiểm sát cấp trên thông báo để Viện kiểm sát cấp dưới cử Kiểm sát viên nghiên cứu hồ sơ', basis: 'BLTTHS Điều 239 khoản 1', runsFrom: 'ngày kết thúc điều tra', lengths: { months: 2 }, openPoints: ['A5', 'A19'] },
];
