import type { TermRow } from '../term.js';

const row = { counting: 'ordinary', validFrom: '2018-01-01', status: 'confirmed' } as const;
const REQUEST = { requestDaysBefore: 10 } as const;

const investigationExtensions = [
  {
    max: { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } },
    grantedBy: 'Viện kiểm sát có thẩm quyền (Điều 172 khoản 5)',
    basis: 'BLTTHS Điều 172 khoản 2',
    ...REQUEST,
  },
  {
    max: { N: { months: 2 }, R: { months: 4 }, D: { months: 4 } },
    grantedBy: 'Viện kiểm sát có thẩm quyền (Điều 172 khoản 5)',
    basis: 'BLTTHS Điều 172 khoản 2',
    ...REQUEST,
  },
  {
    max: { D: { months: 4 } },
    grantedBy: 'Viện kiểm sát nhân dân tối cao, Viện kiểm sát quân sự trung ương',
    basis: 'BLTTHS Điều 172 khoản 2, khoản 5',
    ...REQUEST,
  },
] as const;
const byChief = {
  grantedBy: 'Viện trưởng Viện kiểm sát nhân dân tối cao',
  basis: 'BLTTHS Điều 172 khoản 3',
  ...REQUEST,
} as const;
const special = { max: { D: { months: 4 } }, ...byChief } as const;
const security = { max: { months: 4 }, ...byChief } as const;
const first = { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } } as const;

/** Investigation: BLTTHS Điều 169, 172, 174, 179, 229–235. */
// prettier-ignore
export const investigationTerms: readonly TermRow[] = [
  { code: 'investigation',                          label: 'Điều tra vụ án hình sự',              basis: 'BLTTHS Điều 172 khoản 1', runsFrom: 'khi khởi tố vụ án', lengths: first, extensions: [...investigationExtensions, special], openPoints: ['A13', 'A14', 'A19'], ...row },
  { code: 'investigation', kind: 'nationalSecurity', label: 'Điều tra tội xâm phạm an ninh quốc gia', basis: 'BLTTHS Điều 172 khoản 1', runsFrom: 'khi khởi tố vụ án', lengths: first, extensions: [...investigationExtensions, security], openPoints: ['A13', 'A14', 'A19', 'A22'], readings: [{ point: 'A22', reading: 2, extensions: [...investigationExtensions, special, security] }], ...row },
  { code: 'investigation.resumed',                  label: 'Phục hồi điều tra',                   basis: 'BLTTHS Điều 174 khoản 1', runsFrom: 'khi có quyết định phục hồi điều tra', lengths: { I: { months: 2 }, N: { months: 2 }, R: { months: 3 }, D: { months: 3 } }, extensions: [{ max: { I: { months: 1 }, N: { months: 2 }, R: { months: 2 }, D: { months: 3 } }, grantedBy: 'Viện kiểm sát có thẩm quyền (Điều 172 khoản 5)', basis: 'BLTTHS Điều 174 khoản 1', ...REQUEST }], ...row },
  { code: 'investigation.supplementaryByProcuracy', label: 'Điều tra bổ sung theo yêu cầu của Viện kiểm sát', basis: 'BLTTHS Điều 174 khoản 2', runsFrom: 'ngày Cơ quan điều tra nhận lại hồ sơ và yêu cầu điều tra bổ sung', lengths: { months: 2 }, ...row },
  { code: 'investigation.supplementaryByCourt',     label: 'Điều tra bổ sung theo yêu cầu của Tòa án', basis: 'BLTTHS Điều 174 khoản 2', runsFrom: 'ngày Cơ quan điều tra nhận lại hồ sơ và yêu cầu điều tra bổ sung', lengths: { months: 1 }, ...row },
];
