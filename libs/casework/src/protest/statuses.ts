/** Where a protest stands. The names are the storage format of catalogues and read models: add, never rename. */
export const protestStatuses = {
  new: 'Chưa đề xuất',
  proposed: 'Đã đề xuất kháng nghị',
  approved: 'Lãnh đạo đã duyệt',
  declined: 'Không ban hành',
  issued: 'Đã ban hành',
  heard: 'Đã mở phiên tòa, phiên họp',
  resolved: 'Đã có kết quả',
  withdrawn: 'Đã rút',
} as const;

export type ProtestStatus = keyof typeof protestStatuses;
