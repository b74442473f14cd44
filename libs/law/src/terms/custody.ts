import type { TermRow } from '../term.js';

const row = { validFrom: '2018-01-01', status: 'confirmed', openPoints: ['A19'] } satisfies Partial<TermRow>;
const procuracy = {
  grantedBy: 'Viện kiểm sát có thẩm quyền theo Điều 173 khoản 3',
  requestDaysBefore: 10,
  basis: 'BLTTHS Điều 173 khoản 2',
};
const head = { grantedBy: 'Viện trưởng Viện kiểm sát nhân dân tối cao' };
const ordinary = [
  { ...procuracy, max: { I: { months: 1 }, N: { months: 2 }, R: { months: 3 }, D: { months: 4 } } },
  { ...procuracy, max: { D: { months: 4 } } },
];
const special = { ...head, max: { D: { months: 4 } }, basis: 'BLTTHS Điều 173 khoản 6' };
const security = { ...head, max: { months: 4 }, basis: 'BLTTHS Điều 173 khoản 5' };
const furtherSecurity = { ...security, max: { N: { months: 1 }, R: { months: 2 }, D: { months: 4 } } };
const first = { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } };
const detention = { ...row, counting: 'detention', runsFrom: 'ngày bắt đầu tạm giam, đã trừ ngày tạm giữ' } as const;
const held = {
  max: { days: 3 },
  grantedBy: 'Người ra quyết định tạm giữ, Viện kiểm sát phê chuẩn',
  basis: 'BLTTHS Điều 118 khoản 2',
};
const inDays = { ...detention, openPoints: ['A11', 'A19'] };

/** Custody and detention: BLTTHS Điều 118, 119, 173, 329, 347, 459. They end with their order and never roll. */
// prettier-ignore
export const custodyTerms: readonly TermRow[] = [
  { ...row, code: 'custody', label: 'Tạm giữ', basis: 'BLTTHS Điều 118 khoản 1', runsFrom: 'khi nhận người bị giữ, bị bắt hoặc ra quyết định tạm giữ người tự thú, đầu thú', lengths: { days: 3 }, counting: 'custody', extensions: [held, held], openPoints: ['A8', 'A19'] },
  { ...row, code: 'custody', kind: 'summary', label: 'Tạm giữ theo thủ tục rút gọn', basis: 'BLTTHS Điều 459 khoản 2', runsFrom: 'khi Cơ quan điều tra nhận người bị bắt', lengths: { days: 3 }, counting: 'custody', openPoints: ['A8', 'A19'] },
  { ...row, code: 'custody.extensionDecision', label: 'Viện kiểm sát xét phê chuẩn gia hạn tạm giữ', basis: 'BLTTHS Điều 118 khoản 2', runsFrom: 'khi nhận hồ sơ đề nghị', lengths: { hours: 12 }, counting: 'hours' },
  { ...row, code: 'detention.approval', label: 'Viện kiểm sát xét phê chuẩn lệnh tạm giam', basis: 'BLTTHS Điều 119 khoản 5', runsFrom: 'ngày nhận được lệnh tạm giam và hồ sơ', lengths: { days: 3 }, counting: 'ordinary' },
  { ...detention, code: 'detention.investigation', label: 'Tạm giam để điều tra', basis: 'BLTTHS Điều 173 khoản 1', lengths: first, extensions: [...ordinary, special] },
  { ...detention, code: 'detention.investigation', kind: 'nationalSecurity', label: 'Tạm giam để điều tra tội xâm phạm an ninh quốc gia', basis: 'BLTTHS Điều 173 khoản 1', lengths: first, extensions: [...ordinary, security, furtherSecurity] },
  { ...inDays, code: 'detention.investigation', kind: 'summary', label: 'Tạm giam trong giai đoạn điều tra theo thủ tục rút gọn', basis: 'BLTTHS Điều 459 khoản 3', lengths: { days: 20 } },
  { ...inDays, code: 'detention.afterSentence', label: 'Tạm giam bị cáo sau khi tuyên án', basis: 'BLTTHS Điều 329 khoản 3, Điều 347 khoản 3', runsFrom: 'ngày tuyên án', lengths: { days: 45 } },
];
