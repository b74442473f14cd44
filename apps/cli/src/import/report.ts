import type { ImportResult, RowProblem } from '#exchange';

const vi = new Intl.NumberFormat('vi-VN');

const problemLine = ({ sheet, row, field, reason }: RowProblem): string =>
  `Trang “${sheet}”, dòng ${row}${field === undefined ? '' : `, cột “${field}”`}: ${reason}`;

/** What an import came to, in Vietnamese: every problem in the order of the sheets, then the sums. */
export const reportLines = (
  { problems, rows, written, writes, alreadyThere, unjudged, breaches }: ImportResult,
  dryRun: boolean,
): readonly string[] => {
  const milestones = writes.reduce((sum, { events }) => sum + events.length, 0);
  const files = vi.format(new Set(writes.map(({ stream }) => stream)).size);
  const sums = [
    ...(alreadyThere > 0 ? [`${vi.format(alreadyThere)} dòng đã có trong sổ từ trước.`] : []),
    ...(breaches > 0 ? [`${vi.format(breaches)} vi phạm về thời hạn, trình tự đi kèm các mốc này.`] : []),
  ];
  if (problems.length > 0) {
    const bad = new Set(problems.map(({ sheet, row }) => `${sheet}/${row}`)).size;
    return [
      ...problems.map(problemLine),
      '',
      `Đã đọc ${vi.format(rows)} dòng. Có ${vi.format(problems.length)} lỗi ở ${vi.format(bad)} dòng; chưa ghi gì vào sổ.`,
      ...(unjudged > 0
        ? [`${vi.format(unjudged)} dòng chưa xét được vì dòng trước của cùng hồ sơ, hoặc của hồ sơ liên quan, có lỗi.`]
        : []),
    ];
  }
  const done = dryRun
    ? `Chạy thử: không ghi gì. Sẽ ghi ${vi.format(milestones)} mốc của ${files} hồ sơ.`
    : `Đã ghi ${vi.format(written)} mốc của ${files} hồ sơ.`;
  return [`Đã đọc ${vi.format(rows)} dòng, không có lỗi. ${done}`, ...sums];
};
