import type { Sheet } from '#exchange';

/** A sheet as people would fill it in, its headings in row 1. */
export const sheet = (
  name: string,
  headings: readonly string[],
  ...rows: readonly (readonly Sheet['rows'][number]['cells'][number][])[]
): Sheet => ({ sheet: name, headingRow: 1, headings, rows: rows.map((cells, i) => ({ row: i + 2, cells })) });

const RECOMMENDATION = [
  'Số hồ sơ',
  'Mốc',
  'Ngày',
  'Số kiến nghị',
  'Loại kiến nghị',
  'Lĩnh vực',
  'Cơ quan nhận kiến nghị',
  'Các vi phạm, sơ hở',
  'Người ký',
  'Số văn bản trả lời',
  'Kết quả',
] as const;

type Cells = Partial<Record<(typeof RECOMMENDATION)[number], string>>;

/** The issue of a recommendation, and its answer, as rows of the sheet `Kiến nghị`. */
export const recommendations = {
  issued: (number: string, on = '02/03/2026', more: Cells = {}): Cells => ({
    'Số hồ sơ': number,
    Mốc: 'Ban hành kiến nghị',
    Ngày: on,
    'Số kiến nghị': `${number}/KN`,
    'Loại kiến nghị': 'Khắc phục vi phạm',
    'Lĩnh vực': 'Lĩnh vực khác (luật không quy định thời hạn trả lời)',
    'Cơ quan nhận kiến nghị': 'Cơ quan điều tra',
    'Các vi phạm, sơ hở': 'Chậm gửi quyết định',
    'Người ký': 'vt-1',
    ...more,
  }),
  answered: (number: string, on = '20/03/2026', more: Cells = {}): Cells => ({
    'Số hồ sơ': number,
    Mốc: 'Trả lời kiến nghị',
    Ngày: on,
    'Số văn bản trả lời': `${number}/TL`,
    'Kết quả': 'Chấp nhận',
    ...more,
  }),
  sheet: (...rows: readonly Cells[]): Sheet =>
    sheet('Kiến nghị', RECOMMENDATION, ...rows.map((cells) => RECOMMENDATION.map((heading) => cells[heading]))),
};

const reports = sheet(
  'Nguồn tin về tội phạm',
  [
    'Số hồ sơ',
    'Mốc',
    'Ngày',
    'Số nguồn tin',
    'Loại nguồn tin',
    'Hình thức tiếp nhận',
    'Cơ quan tiếp nhận',
    'Nội dung',
    'Điều tra viên, cán bộ điều tra',
    'Số quyết định',
    'Cơ quan khởi tố',
    'Tội danh, điều, khoản, điểm',
    'Loại tội phạm',
    'Hồ sơ vụ án',
    'Số vụ án',
  ],
  [
    'T1',
    'Tiếp nhận nguồn tin về tội phạm',
    '02/03/2026',
    'T1',
    'Tin báo về tội phạm',
    'Trực tiếp',
    'Công an',
    'Mất xe',
  ],
  ['T1', 'Thụ lý, phân công giải quyết', '02/03/2026', '', '', '', '', '', 'Điều tra viên'],
  [
    'T1',
    'Quyết định khởi tố vụ án',
    '12/03/2026',
    '',
    '',
    '',
    '',
    '',
    '',
    'K1',
    'Công an',
    '173/1',
    'Ít nghiêm trọng',
    'Vụ án hình sự: V1',
    'V1',
  ],
);
const cases = sheet(
  'Vụ án hình sự',
  ['Số hồ sơ', 'Mốc', 'Ngày', 'Số quyết định', 'Bị can', 'Họ tên hoặc tên pháp nhân', 'Tội danh, điều, khoản, điểm'],
  ['V1', 'Khởi tố bị can', '12/03/2026', 'B1', 'bc1', 'Nguyễn Văn A', '173/1'],
);

/** A report that leads to a case, and the case's own row, the later sheet first. */
export const reportWithCase: readonly Sheet[] = [cases, reports];
