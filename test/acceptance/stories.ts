import { addDays } from '#law';

/** A row of a sheet by its headings. */
export interface Row {
  readonly sheet: string;
  readonly cells: Readonly<Record<string, string | number>>;
  readonly on: string;
}

/** One file to tell: its unit, its number within the set, the day it begins. */
export interface Told {
  readonly unit: string;
  readonly number: string;
  readonly day: string;
}

const REPORTS = 'Nguồn tin về tội phạm';
const CASES = 'Vụ án hình sự';
const PROTESTS = 'Kháng nghị';
const RECOMMENDATIONS = 'Kiến nghị';
const PETITIONS = 'Đơn khiếu nại, tố cáo';

type Cells = Row['cells'];

const teller = (sheet: string, { unit, number, day }: Told) => {
  const rows: Row[] = [];
  const tell = (after: number, milestone: string, cells: Cells = {}) =>
    rows.push({
      sheet,
      on: addDays(day, after),
      cells: { 'Số hồ sơ': number, Mốc: milestone, 'Đơn vị': unit, ...cells },
    });
  return { rows, tell, viDay: (after: number) => addDays(day, after).split('-').reverse().join('/') };
};

const headOf = ({ unit }: Told) => `${unit}-vt`;

const recommendation = (told: Told) => {
  const { rows, tell } = teller(RECOMMENDATIONS, told);
  tell(0, 'Ban hành kiến nghị', {
    'Số kiến nghị': told.number,
    'Loại kiến nghị': 'Khắc phục vi phạm',
    'Lĩnh vực': 'Lĩnh vực khác (luật không quy định thời hạn trả lời)',
    'Cơ quan nhận kiến nghị': 'Cơ quan hữu quan (giả định)',
    'Các vi phạm, sơ hở': 'Chậm gửi quyết định cho Viện kiểm sát; "Ghi sổ chưa đủ; thiếu chữ ký"',
    'Người ký': headOf(told),
  });
  tell(2, 'Cơ quan nhận được kiến nghị');
  tell(20, 'Trả lời kiến nghị', {
    'Số văn bản trả lời': `${told.number}-TL`,
    'Kết quả': 'Chấp nhận',
    'Biện pháp khắc phục': 'Đã kiểm điểm, rút kinh nghiệm và khắc phục',
  });
  return rows;
};

const protest = (field: string) => (told: Told) => {
  const { rows, tell, viDay } = teller(PROTESTS, told);
  tell(8, 'Ban hành kháng nghị', {
    'Số kháng nghị': told.number,
    'Thủ tục': 'Phúc thẩm',
    'Lĩnh vực': field,
    'Cấp kháng nghị': 'Cùng cấp',
    'Đối tượng': 'Bản án',
    'Số bản án, quyết định': `${told.number}-ST`,
    'Tòa án': 'Tòa án nhân dân (giả định)',
    'Ngày tuyên án hoặc ra quyết định': viDay(0),
    'Kiểm sát viên có tham gia phiên tòa': 'Có',
    'Căn cứ, lý do': 'Đánh giá chứng cứ chưa đầy đủ',
    'Yêu cầu': 'Sửa bản án sơ thẩm',
    'Người ký': headOf(told),
    'Ngày gửi Tòa án': viDay(8),
  });
  tell(60, 'Phiên tòa, phiên họp xét kháng nghị', { 'Tòa án': 'Tòa án nhân dân cấp trên (giả định)' });
  tell(60, 'Kết quả giải quyết kháng nghị', {
    'Kết quả': 'Chấp nhận kháng nghị',
    'Số bản án, quyết định của Tòa án': `${told.number}-PT`,
    'Tòa án': 'Tòa án nhân dân cấp trên (giả định)',
  });
  return rows;
};

const petition = (told: Told) => {
  const { rows, tell } = teller(PETITIONS, told);
  tell(0, 'Tiếp nhận đơn', {
    'Số đơn': told.number,
    'Loại đơn': 'Khiếu nại',
    'Lĩnh vực': 'Hành chính',
    'Người gửi': 'Người gửi giả định',
    'Nội dung': 'Khiếu nại quyết định hành chính',
  });
  tell(2, 'Phân loại, xử lý đơn', { 'Thuộc thẩm quyền': 'Có', 'Đủ điều kiện thụ lý': 'Có' });
  return { rows, tell };
};

const resolvedPetition = (told: Told) => {
  const { rows, tell } = petition(told);
  tell(4, 'Thụ lý đơn', { 'Số thụ lý': `${told.number}-TL`, 'Tính chất vụ việc': 'Bình thường' });
  tell(24, 'Quyết định giải quyết khiếu nại', {
    'Số quyết định': `${told.number}-QĐ`,
    'Kết luận': 'Sai',
    'Người ký': headOf(told),
  });
  return rows;
};

const forwardedPetition = (told: Told) => {
  const { rows, tell } = petition(told);
  tell(3, 'Chuyển đơn', { 'Cơ quan nhận': 'Thanh tra tỉnh (giả định)' });
  return rows;
};

const report = (told: Told) => {
  const { rows, tell, viDay } = teller(REPORTS, told);
  const body = 'Cơ quan Cảnh sát điều tra (giả định)';
  tell(0, 'Tiếp nhận nguồn tin về tội phạm', {
    'Số nguồn tin': told.number,
    'Loại nguồn tin': 'Tin báo về tội phạm',
    'Hình thức tiếp nhận': 'Trực tiếp',
    'Cơ quan tiếp nhận': body,
    'Nội dung': 'Tin báo về việc mất tài sản',
    'Tội danh có dấu hiệu': '173/1',
  });
  tell(0, 'Phân loại nguồn tin', { 'Thuộc thẩm quyền': 'Có', 'Cơ quan có thẩm quyền': body });
  tell(0, 'Thụ lý, phân công giải quyết', {
    'Điều tra viên, cán bộ điều tra': 'Điều tra viên giả định',
    'Ngày Viện kiểm sát nhận thông báo': viDay(1),
  });
  return { rows, tell, viDay };
};

const refusedReport = (told: Told) => {
  const { rows, tell, viDay } = report(told);
  tell(16, 'Quyết định không khởi tố vụ án', {
    'Số quyết định': `${told.number}-KKT`,
    'Căn cứ': 'Khoản 2: hành vi không cấu thành tội phạm',
    'Ngày gửi quyết định': viDay(16),
  });
  tell(17, 'Thông báo cho người tố giác, báo tin', { 'Nội dung thông báo': 'Kết quả giải quyết' });
  return rows;
};

const THEFT = { 'Tội danh, điều, khoản, điểm': '173/1', 'Loại tội phạm': 'Ít nghiêm trọng' };

/** What follows the initiation of a case, up to the indictment. */
const investigated = (told: Told, accused: readonly string[], { returned = false } = {}) => {
  const { rows, tell, viDay } = teller(CASES, told);
  const { number } = told;
  const charges = accused.map((id) => `${id}: 173/1`).join('; ');
  for (const id of accused) {
    tell(3, 'Khởi tố bị can', {
      'Số quyết định': `${number}-KTBC-${id}`,
      'Bị can': id,
      'Họ tên hoặc tên pháp nhân': `Bị can giả định ${id}`,
      'Tội danh, điều, khoản, điểm': '173/1',
      'Ngày gửi Viện kiểm sát': viDay(3),
    });
    tell(5, 'Phê chuẩn quyết định khởi tố bị can', {
      'Số quyết định': `${number}-PC-${id}`,
      'Bị can': id,
      'Ngày nhận hồ sơ đề nghị': viDay(3),
    });
  }
  tell(40, 'Kết luận điều tra đề nghị truy tố', {
    'Số kết luận điều tra': `${number}-KL`,
    'Bị can và tội danh': charges,
    'Ngày giao kết luận và hồ sơ': viDay(41),
  });
  const received = (after: number) =>
    tell(after, 'Nhận hồ sơ và kết luận điều tra', { 'Loại tội phạm': 'Ít nghiêm trọng', 'Số bút lục': 120 });
  received(41);
  if (returned) {
    tell(50, 'Trả hồ sơ để điều tra bổ sung', {
      'Số quyết định': `${number}-THS`,
      'Lần trả hồ sơ': 'th1',
      'Chủ thể trả hồ sơ': 'Viện kiểm sát',
      'Lần trả (của chủ thể này)': 1,
      'Căn cứ trả hồ sơ': 'Thiếu chứng cứ (245.1.a, 280.1.a)',
      'Cơ quan nhận hồ sơ': 'Cơ quan Cảnh sát điều tra (giả định)',
      'Ngày nhận lại hồ sơ': viDay(50),
      'Ngày thông báo, giao quyết định': viDay(50),
    });
    tell(53, 'Đánh giá căn cứ trả hồ sơ', {
      'Lần trả hồ sơ': 'th1',
      'Có căn cứ': 'Có',
      'Cơ quan đánh giá': 'Cơ quan Cảnh sát điều tra (giả định)',
    });
    tell(70, 'Kết thúc điều tra bổ sung', {
      'Số kết luận': `${number}-KLBS`,
      'Lần trả hồ sơ': 'th1',
      'Loại kết luận': 'Kết luận điều tra bổ sung',
      'Bị can và tội danh': charges,
    });
    received(71);
  }
  const indicted = returned ? 80 : 52;
  tell(indicted, 'Cáo trạng', {
    'Số cáo trạng': `${number}-CT`,
    'Bị can và tội danh': charges,
    'Người ký': headOf(told),
    'Chức vụ người ký': 'Viện trưởng',
  });
  for (const id of accused) tell(indicted + 1, 'Giao cáo trạng cho bị can', { 'Bị can': id });
  return { rows, tell };
};

const initiation = (told: Told): readonly Row[] => {
  const { rows, tell, viDay } = teller(CASES, told);
  tell(0, 'Khởi tố vụ án', {
    'Số quyết định': `${told.number}-KTVA`,
    'Số vụ án': told.number,
    'Cơ quan khởi tố': 'Cơ quan Cảnh sát điều tra (giả định)',
    ...THEFT,
    'Ngày gửi Viện kiểm sát': viDay(0),
  });
  return rows;
};

const judged = (told: Told, accused: readonly string[]): readonly Row[] => {
  const { rows, tell } = investigated(told, accused);
  const court = 'Tòa án nhân dân (giả định)';
  tell(54, 'Chuyển hồ sơ và cáo trạng sang Tòa án', { 'Tòa án': court });
  tell(85, 'Phiên tòa sơ thẩm', { 'Hình thức': 'Trực tiếp' });
  tell(85, 'Bản án sơ thẩm', {
    'Số bản án': `${told.number}-HSST`,
    'Tòa án': court,
    'Kết quả đối với từng bị cáo': accused
      .map((id) => `${id}: 173/1 = 173/1 "09 tháng tù; án phí" (án treo)`)
      .join('; '),
  });
  return rows;
};

/** A report that leads to a case: the report's row opens the case's file as well. */
const reportToJudgment = (told: Told): readonly Row[] => {
  const { rows, tell, viDay } = report(told);
  tell(12, 'Quyết định khởi tố vụ án', {
    'Số quyết định': `${told.number}-KTVA`,
    'Cơ quan khởi tố': 'Cơ quan Cảnh sát điều tra (giả định)',
    ...THEFT,
    'Hồ sơ vụ án': `${CASES}: ${told.number}-VA`,
    'Số vụ án': `${told.number}-VA`,
    'Ngày gửi quyết định': viDay(12),
  });
  const opened = { ...told, number: `${told.number}-VA`, day: addDays(told.day, 12) };
  return [...rows, ...judged(opened, ['bc1', 'bc2'])];
};

/** What `counts.csv` can ask for. */
export const stories: Readonly<Record<string, (told: Told) => readonly Row[]>> = {
  'kiến nghị được chấp nhận': recommendation,
  'kháng nghị dân sự được chấp nhận': protest('Dân sự, hôn nhân gia đình, kinh doanh, lao động'),
  'kháng nghị hình sự được chấp nhận': protest('Hình sự'),
  'đơn được giải quyết': resolvedPetition,
  'đơn chuyển nơi khác': forwardedPetition,
  'tin báo không khởi tố': refusedReport,
  'tin báo, khởi tố, xét xử': reportToJudgment,
  'vụ án truy tố': (told) => [...initiation(told), ...investigated(told, ['bc1']).rows],
  'vụ án truy tố, xét xử': (told) => [...initiation(told), ...judged(told, ['bc1'])],
  'vụ án trả hồ sơ, truy tố': (told) => [...initiation(told), ...investigated(told, ['bc1'], { returned: true }).rows],
};
