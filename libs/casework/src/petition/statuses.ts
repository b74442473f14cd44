/** Where a petition stands. The names are the storage format of catalogues and read models: add, never rename. */
export const petitionStatuses = {
  new: 'Chưa tiếp nhận',
  received: 'Đã tiếp nhận',
  accepted: 'Đã thụ lý',
  suspended: 'Tạm đình chỉ',
  decided: 'Đã giải quyết',
  secondInstance: 'Đang giải quyết lần hai',
  secondDecided: 'Đã giải quyết lần hai',
  forwarded: 'Đã chuyển',
  filed: 'Lưu, không xử lý',
  duplicate: 'Đơn trùng',
  withdrawn: 'Đã rút',
  closed: 'Đã kết thúc',
} as const;

export type PetitionStatus = keyof typeof petitionStatuses;
