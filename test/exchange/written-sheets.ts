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
