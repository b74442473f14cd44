/** Where a recommendation stands. The names are the storage format of catalogues and read models: add, never rename. */
export const recommendationStatuses = {
  new: 'Chưa ban hành',
  issued: 'Đã ban hành, chờ trả lời',
  answered: 'Đã trả lời',
  verified: 'Đã kiểm tra việc khắc phục',
  withdrawn: 'Đã rút',
  closed: 'Đã kết thúc',
} as const;

export type RecommendationStatus = keyof typeof recommendationStatuses;
