/** A complaint received on a day. */
export const petitionReceived = (on: string) => ({
  type: 'PetitionReceived',
  data: {
    on,
    petitionNo: 'Đ-1',
    kind: 'complaint',
    field: 'administrative',
    sender: 'Nguyễn Thị Gửi',
    summary: 'Khiếu nại quyết định hành chính',
  },
});
