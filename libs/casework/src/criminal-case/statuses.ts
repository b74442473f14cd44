/** Where a criminal case stands. The names are the storage format of catalogues and read models: add, never rename. */
export const criminalCaseStatuses = {
  new: 'Chưa khởi tố',
  investigating: 'Đang điều tra',
  investigationSuspended: 'Tạm đình chỉ điều tra',
  concluded: 'Đã có kết luận điều tra',
  prosecution: 'Đang ở giai đoạn truy tố',
  prosecutionSuspended: 'Viện kiểm sát tạm đình chỉ',
  supplementary: 'Đang điều tra bổ sung',
  courtReturned: 'Tòa án đã trả hồ sơ',
  prosecuted: 'Đã truy tố',
  atCourt: 'Tòa án đang thụ lý',
  courtSuspended: 'Tòa án tạm đình chỉ',
  tried: 'Đã xét xử sơ thẩm',
  appellateTried: 'Đã xét xử phúc thẩm, giám đốc thẩm',
  terminated: 'Đã đình chỉ',
  closed: 'Đã kết thúc',
} as const;

export type CriminalCaseStatus = keyof typeof criminalCaseStatuses;

type Statuses = readonly CriminalCaseStatus[];

/** Investigation is going on, for the first time or again. */
export const underInvestigation = ['investigating', 'supplementary'] as const satisfies Statuses;

/** Before a court has judged. */
export const beforeJudgment = [
  'investigating',
  'investigationSuspended',
  'concluded',
  'prosecution',
  'prosecutionSuspended',
  'supplementary',
  'courtReturned',
  'prosecuted',
  'atCourt',
  'courtSuspended',
] as const satisfies Statuses;

/** Anything once the case exists. */
export const everOpened = [
  ...beforeJudgment,
  'tried',
  'appellateTried',
  'terminated',
  'closed',
] as const satisfies Statuses;
