import type { Setting } from './settings.js';

/** Points whose two readings are both counted, so that a derivation can show the other date. */
export const COUNTED_POINTS: readonly string[] = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A16',
  'A16.2',
  'A16.3',
  'A17',
  'A22',
];

/** Points that matter only where the facts of a file raise them (`Clock.otherwise`), or to the calendar as a whole. */
export const CONTINGENT_POINTS: readonly string[] = ['A13', 'A14', 'A15', 'A20', 'A21', 'A23'];

const row = { reading: 1, validFrom: '2012-07-01' } as const;

/** The open points of the law that come with a release, each with the reading followed until settled otherwise. */
// prettier-ignore
export const openPoints: readonly Setting[] = [
  { point: 'A1',  question: 'Thời hạn tính theo ngày hết vào ngày nghỉ có lùi không', readings: ['lùi sang ngày làm việc tiếp theo, như thời hạn theo tháng', 'không lùi, chỉ thời hạn theo tháng mới lùi'], source: 'BLTTHS Điều 134 khoản 1; Bộ luật Dân sự Điều 148 khoản 5', ...row },
  { point: 'A2',  question: 'Ngày phát sinh có tính vào thời hạn "kể từ ngày" không', readings: ['không tính ngày phát sinh', 'tính cả ngày phát sinh'], source: 'Bộ luật Dân sự Điều 147; NQ 06/2012/NQ-HĐTP Điều 4 khoản 2', ...row },
  { point: 'A3',  question: 'Gia hạn sau một thời hạn hết vào ngày nghỉ tính từ ngày nào', readings: ['từ ngày hết hạn danh nghĩa', 'từ ngày làm việc đã lùi tới'], source: 'BLTTHS Điều 134 khoản 1; TTLT 01/2017 Điều 11 khoản 2', ...row },
  { point: 'A4',  question: 'Gia hạn theo tháng sau một tháng thiếu ngày', readings: ['từ ngày đã hết thực tế', 'cộng số tháng từ ngày bắt đầu'], source: 'BLTTHS Điều 134 khoản 1', ...row },
  { point: 'A5',  question: 'Hạn đề nghị "chậm nhất … ngày trước khi hết thời hạn" rơi vào ngày nghỉ', readings: ['đúng ngày đó', 'ngày làm việc liền trước'], source: 'BLTTHS Điều 147 khoản 2, Điều 172 khoản 2', ...row },
  { point: 'A6',  question: 'Viện kiểm sát có được gia hạn ngay sau 20 ngày giải quyết nguồn tin không', readings: ['không, chỉ gia hạn thời hạn 02 tháng', 'được, gia hạn cả thời hạn 20 ngày'], source: 'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 2', ...row },
  { point: 'A7',  question: 'Thời hạn thông báo việc tiếp nhận nguồn tin cho Viện kiểm sát', readings: ['03 ngày', '03 ngày làm việc'], source: 'BLTTHS Điều 146 khoản 5; TTLT 01/2017 Điều 14 khoản 1', ...row },
  { point: 'A8',  question: 'Tạm giữ hết vào lúc nào', readings: ['theo giờ, đủ 24 giờ mỗi ngày', '24 giờ của ngày cuối'], source: 'BLTTHS Điều 117 khoản 2, Điều 118 khoản 1, Điều 134 khoản 1', ...row },
  { point: 'A9',  question: 'Ngày làm bù, ngày nghỉ hoán đổi có là ngày làm việc, ngày nghỉ không', readings: ['có, theo lịch thực tế', 'không, chỉ kể ngày cuối tuần và ngày lễ'], source: 'BLTTHS Điều 134 khoản 1; Bộ luật Dân sự Điều 148 khoản 5', ...row },
  { point: 'A10', question: 'Luật không quy định cách tính thì tính theo Bộ luật Dân sự hay tính thẳng', readings: ['theo Bộ luật Dân sự: lùi khi hết vào ngày nghỉ', 'tính thẳng, không lùi'], source: 'Bộ luật Dân sự Điều 145, 147, 148', ...row },
  { point: 'A11', question: 'Tạm giam tính theo ngày ở giai đoạn sau có tính ngày đầu không', readings: ['tính ngày đầu', 'không tính ngày đầu'], source: 'TTLT 04/2018/TTLT-VKSNDTC-BCA-BQP Điều 17', ...row },
  { point: 'A12', question: 'Đổi loại tội phạm giữa chừng thì thời hạn tính thế nào', readings: ['thời hạn đầu của loại mới, tính từ khi khởi tố', 'thời hạn đang chạy giữ đến hết'], source: 'BLTTHS Điều 172 khoản 4', ...row },
  { point: 'A13', question: 'Vụ án nhập thì tính từ lần khởi tố nào', readings: ['lần khởi tố đầu tiên', 'lần khởi tố của từng tội'], source: 'BLTTHS Điều 172 khoản 4', ...row },
  { point: 'A14', question: 'Chuyển vụ án: thời gian hồ sơ đi đường có tính không', readings: ['có, thời hạn không dừng', 'không tính'], source: 'BLTTHS Điều 169 khoản 5', ...row },
  { point: 'A15', question: 'Thời hạn quyết định việc truy tố sau điều tra bổ sung', readings: ['đủ thời hạn của Điều 240 khoản 1', 'số ngày còn lại'], source: 'BLTTHS Điều 240 khoản 1, Điều 245 khoản 3, Điều 246', ...row },
  { point: 'A16', question: 'Thời hạn với người chưa thành niên không tròn thì làm tròn thế nào', readings: ['làm tròn xuống: 22,5 ngày là 22 ngày; 1,5 tháng là 45 ngày', 'làm tròn lên: 22,5 ngày là 23 ngày; 1,5 tháng là 01 tháng 15 ngày'], source: 'BLTTHS Điều 419 khoản 1; Luật Tư pháp người chưa thành niên 59/2024/QH15', ...row, validFrom: '2018-01-01' },
  { point: 'A16.2', question: 'Thời hạn gia hạn với người chưa thành niên có giảm một nửa không', readings: ['có', 'không, chỉ giảm thời hạn đầu'], source: 'Luật Tư pháp người chưa thành niên 59/2024/QH15', ...row, validFrom: '2026-01-01' },
  { point: 'A16.3', question: 'Vụ án có bị can dưới 18 tuổi theo thời hạn một phần hai hay thời hạn chung (vụ án đặc biệt phức tạp, xử lý chuyển hướng)', readings: ['thời hạn một phần hai', 'thời hạn chung'], source: 'Luật Tư pháp người chưa thành niên 59/2024/QH15', ...row, validFrom: '2026-01-01' },
  { point: 'A17', question: 'Số ngày của một lần tạm đình chỉ hoặc trở ngại', readings: ['tố cáo: hiệu số hai ngày; khiếu nại: mọi ngày có trở ngại', 'tố cáo: cả hai ngày đầu, cuối; khiếu nại: hiệu số hai ngày'], source: 'Luật Tố cáo Điều 34 khoản 2; BLTTHS Điều 471 khoản 2', ...row },
  { point: 'A18', question: 'Cách tính thời hạn tố tụng dân sự, hành chính', readings: ['theo Bộ luật Dân sự', 'theo quy định riêng của luật tố tụng'], source: 'BLTTDS Điều 183; Bộ luật Dân sự Điều 147, 148', ...row },
  { point: 'A19', question: 'Các luật sửa đổi từ 01/7/2025 có đổi thời hạn này không', readings: ['không đổi', 'có đổi, phải đối chiếu'], source: 'Luật 85/2025/QH15, 99/2025/QH15, 136/2025/QH15', ...row, validFrom: '2025-07-01' },
  { point: 'A20', question: 'Năm chưa công bố đủ lịch nghỉ', readings: ['tính theo ngày nghỉ đã biết và ghi tạm tính', 'chờ công bố'], source: 'Bộ luật Lao động 45/2019/QH14 Điều 112', ...row },
  { point: 'A21', question: 'Hủy bỏ thủ tục rút gọn thì thời hạn tính tiếp từ đâu', readings: ['thời hạn chung tính từ khi khởi tố', 'thời hạn chung tính từ quyết định hủy bỏ'], source: 'BLTTHS Điều 458', ...row },
  { point: 'A22', question: 'Gia hạn của tội xâm phạm an ninh quốc gia có cộng thêm vào lần gia hạn đặc biệt không', readings: ['không, tối đa 20 tháng', 'có, tối đa 24 tháng'], source: 'BLTTHS Điều 172 khoản 3', ...row },
  { point: 'A23', question: 'Bản án sơ thẩm không bị kháng cáo, kháng nghị có hiệu lực khi nào', readings: ['sau 30 ngày, hết thời hạn kháng nghị của cấp trên', 'sau 15 ngày'], source: 'BLTTHS Điều 337, 343', ...row },
];
