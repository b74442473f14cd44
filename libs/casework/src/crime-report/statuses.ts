/** Where a crime report stands. The names are the storage format of catalogues and read models: add, never rename. */
export const crimeReportStatuses = {
  new: 'Chưa tiếp nhận',
  received: 'Đã tiếp nhận',
  docketed: 'Đang giải quyết',
  suspended: 'Tạm đình chỉ',
  initiated: 'Đã khởi tố vụ án',
  notInitiated: 'Không khởi tố vụ án',
  forwarded: 'Đã chuyển nơi khác',
} as const;

export type CrimeReportStatus = keyof typeof crimeReportStatuses;

type Statuses = readonly CrimeReportStatus[];

/** Somebody is still to resolve it. */
export const unresolved = ['received', 'docketed', 'suspended'] as const satisfies Statuses;

/** Anything once it was received. */
export const everReceived = [...unresolved, 'initiated', 'notInitiated', 'forwarded'] as const satisfies Statuses;
