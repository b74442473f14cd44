import type { TermRow } from '../term.js';

const criminal = { counting: 'ordinary', validFrom: '2018-01-01', status: 'confirmed' } as const;
const civil = { counting: 'ordinary', validFrom: '2016-07-01', status: 'confirmed', openPoints: ['A18'] } as const;
const PRONOUNCED = 'ngày tuyên án';

/** Protests: BLTTHS Điều 337, 379, 401; BLTTDS Điều 280, 334, 355; LTTHC Điều 213, 263, 284. */
// prettier-ignore
export const protestTerms: readonly TermRow[] = [
  { code: 'protest.judgment.criminal', kind: 'sameLevel',  label: 'Kháng nghị phúc thẩm bản án hình sự của Viện kiểm sát cùng cấp',            basis: 'BLTTHS Điều 337 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 15 }, ...criminal },
  { code: 'protest.judgment.criminal', kind: 'upperLevel', label: 'Kháng nghị phúc thẩm bản án hình sự của Viện kiểm sát cấp trên trực tiếp',  basis: 'BLTTHS Điều 337 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 30 }, ...criminal },
  { code: 'protest.decision.criminal', kind: 'sameLevel',  label: 'Kháng nghị quyết định sơ thẩm hình sự của Viện kiểm sát cùng cấp',           basis: 'BLTTHS Điều 337 khoản 2', runsFrom: 'ngày Tòa án ra quyết định', lengths: { days: 7 }, ...criminal },
  { code: 'protest.decision.criminal', kind: 'upperLevel', label: 'Kháng nghị quyết định sơ thẩm hình sự của Viện kiểm sát cấp trên trực tiếp', basis: 'BLTTHS Điều 337 khoản 2', runsFrom: 'ngày Tòa án ra quyết định', lengths: { days: 15 }, ...criminal },
  { code: 'protest.judgment.civil', kind: 'sameLevel',     label: 'Kháng nghị phúc thẩm bản án dân sự của Viện kiểm sát cùng cấp',              basis: 'BLTTDS Điều 280 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 15 }, ...civil },
  { code: 'protest.judgment.civil', kind: 'upperLevel',    label: 'Kháng nghị phúc thẩm bản án dân sự của Viện kiểm sát cấp trên trực tiếp',    basis: 'BLTTDS Điều 280 khoản 1', runsFrom: PRONOUNCED, lengths: { months: 1 }, ...civil },
  { code: 'protest.decision.civil', kind: 'sameLevel',     label: 'Kháng nghị quyết định tạm đình chỉ, đình chỉ của Viện kiểm sát cùng cấp (dân sự)', basis: 'BLTTDS Điều 280 khoản 2', runsFrom: 'ngày Viện kiểm sát cùng cấp nhận được quyết định', lengths: { days: 7 }, ...civil },
  { code: 'protest.decision.civil', kind: 'upperLevel',    label: 'Kháng nghị quyết định tạm đình chỉ, đình chỉ của Viện kiểm sát cấp trên trực tiếp (dân sự)', basis: 'BLTTDS Điều 280 khoản 2', runsFrom: 'ngày Viện kiểm sát cùng cấp nhận được quyết định', lengths: { days: 10 }, ...civil },
  { code: 'protest.judgment.administrative', kind: 'sameLevel',  label: 'Kháng nghị phúc thẩm bản án hành chính của Viện kiểm sát cùng cấp',     basis: 'LTTHC Điều 213 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 15 }, ...civil },
  { code: 'protest.judgment.administrative', kind: 'upperLevel', label: 'Kháng nghị phúc thẩm bản án hành chính của Viện kiểm sát cấp trên trực tiếp', basis: 'LTTHC Điều 213 khoản 1', runsFrom: PRONOUNCED, lengths: { days: 30 }, ...civil },
  { code: 'protest.decision.administrative', kind: 'sameLevel',  label: 'Kháng nghị quyết định tạm đình chỉ, đình chỉ của Viện kiểm sát cùng cấp (hành chính)', basis: 'LTTHC Điều 213 khoản 2', runsFrom: 'ngày Viện kiểm sát cùng cấp nhận được quyết định', lengths: { days: 7 }, ...civil },
  { code: 'protest.decision.administrative', kind: 'upperLevel', label: 'Kháng nghị quyết định tạm đình chỉ, đình chỉ của Viện kiểm sát cấp trên trực tiếp (hành chính)', basis: 'LTTHC Điều 213 khoản 2', runsFrom: 'ngày Viện kiểm sát cùng cấp nhận được quyết định', lengths: { days: 10 }, ...civil },
  { code: 'protest.send',                     label: 'Gửi kháng nghị phúc thẩm hình sự cho Tòa án', basis: 'BLTTHS Điều 338 khoản 2', runsFrom: 'ngày ra quyết định kháng nghị', lengths: { days: 2 }, ...criminal },
  { code: 'protest.cassation.criminal',       label: 'Kháng nghị giám đốc thẩm không có lợi cho người bị kết án', basis: 'BLTTHS Điều 379 khoản 1', runsFrom: 'ngày bản án, quyết định có hiệu lực pháp luật', lengths: { years: 1 }, ...criminal },
  { code: 'protest.cassation.civil',          label: 'Kháng nghị giám đốc thẩm dân sự',      basis: 'BLTTDS Điều 334 khoản 1', runsFrom: 'ngày bản án, quyết định có hiệu lực pháp luật', lengths: { years: 3 }, ...civil },
  { code: 'protest.cassation.administrative', label: 'Kháng nghị giám đốc thẩm hành chính',  basis: 'LTTHC Điều 263 khoản 1', runsFrom: 'ngày bản án, quyết định có hiệu lực pháp luật', lengths: { years: 3 }, ...civil },
  { code: 'protest.reopening.criminal',       label: 'Kháng nghị tái thẩm không có lợi cho người bị kết án', basis: 'BLTTHS Điều 401 khoản 1', runsFrom: 'ngày Viện kiểm sát nhận được tin báo về tình tiết mới được phát hiện', lengths: { years: 1 }, ...criminal },
  { code: 'protest.reopening.civil',          label: 'Kháng nghị tái thẩm dân sự',           basis: 'BLTTDS Điều 355', runsFrom: 'ngày người có thẩm quyền biết được căn cứ kháng nghị', lengths: { years: 1 }, ...civil },
  { code: 'protest.reopening.administrative', label: 'Kháng nghị tái thẩm hành chính',       basis: 'LTTHC Điều 284', runsFrom: 'ngày người có thẩm quyền biết được căn cứ kháng nghị', lengths: { years: 1 }, ...civil },
];
