import { choice } from '../fields.js';

export const bodyLevels = choice('Cấp của cơ quan điều tra', {
  district: 'Cấp huyện (trước 01/7/2025)',
  province: 'Cấp tỉnh',
  ministry: 'Bộ Công an, Bộ Quốc phòng, VKSND tối cao',
  other: 'Cơ quan khác',
});

export const prosecutorRoles = choice('Vai trò', {
  lead: 'Kiểm sát viên thụ lý chính',
  member: 'Kiểm sát viên tham gia',
  examiner: 'Kiểm tra viên',
});

export const chargingBodies = choice('Cơ quan ra quyết định', {
  investigator: 'Cơ quan điều tra',
  procuracy: 'Viện kiểm sát',
});

export const sexes = choice('Giới tính', { male: 'Nam', female: 'Nữ', other: 'Khác' });

export const preventiveMeasures = choice('Biện pháp ngăn chặn', {
  urgentHold: 'Giữ người trong trường hợp khẩn cấp',
  arrest: 'Bắt',
  custody: 'Tạm giữ',
  detention: 'Tạm giam',
  bail: 'Bảo lĩnh',
  deposit: 'Đặt tiền để bảo đảm',
  residenceBan: 'Cấm đi khỏi nơi cư trú',
  exitBan: 'Tạm hoãn xuất cảnh',
});

export const gravities = choice('Mức độ', { minor: 'Ít nghiêm trọng', serious: 'Nghiêm trọng' });

export const investigationSuspensionGrounds = choice('Căn cứ tạm đình chỉ', {
  '229.1.a.unknown': 'Chưa xác định được bị can (229.1.a)',
  '229.1.a.absconded': 'Không biết rõ bị can đang ở đâu (229.1.a)',
  '229.1.b': 'Bị can bị bệnh tâm thần hoặc bệnh hiểm nghèo (229.1.b)',
  '229.1.c': 'Chờ giám định, định giá, tương trợ tư pháp (229.1.c)',
  '229.1.d': 'Bất khả kháng do thiên tai, dịch bệnh (229.1.d)',
});

const noProsecution = {
  '155.2': 'Người yêu cầu khởi tố rút yêu cầu (155.2)',
  '157.1': 'Không có sự việc phạm tội (157.1)',
  '157.2': 'Hành vi không cấu thành tội phạm (157.2)',
  '157.3': 'Chưa đến tuổi chịu trách nhiệm hình sự (157.3)',
  '157.4': 'Đã có bản án hoặc quyết định đình chỉ có hiệu lực (157.4)',
  '157.5': 'Đã hết thời hiệu (157.5)',
  '157.6': 'Tội phạm đã được đại xá (157.6)',
  '157.7': 'Người phạm tội đã chết (157.7)',
  '157.8': 'Bị hại không yêu cầu khởi tố (157.8)',
  'BLHS.16': 'Tự ý nửa chừng chấm dứt việc phạm tội (BLHS Điều 16)',
  'BLHS.29': 'Miễn trách nhiệm hình sự (BLHS Điều 29)',
  'BLHS.91.2': 'Miễn trách nhiệm hình sự người dưới 18 tuổi (BLHS Điều 91 khoản 2)',
} as const;

export const investigationTerminationGrounds = choice('Căn cứ đình chỉ', {
  ...noProsecution,
  '230.1.b': 'Hết thời hạn mà không chứng minh được bị can phạm tội (230.1.b)',
});

export const terminationReviews = choice('Kết quả', {
  upheld: 'Có căn cứ, trả lại hồ sơ',
  annulledToResume: 'Hủy bỏ, yêu cầu phục hồi điều tra',
  annulledToProsecute: 'Hủy bỏ và quyết định truy tố',
});

export const completions = choice('Loại kết luận', {
  supplementary: 'Kết luận điều tra bổ sung',
  new: 'Kết luận điều tra mới thay thế',
  maintained: 'Giữ nguyên kết luận điều tra, nêu rõ lý do',
});

export const procedures = choice('Thủ tục', { ordinary: 'Thông thường', summary: 'Rút gọn' });

export const signerTitles = choice('Chức vụ người ký', {
  head: 'Viện trưởng',
  deputyHead: 'Phó Viện trưởng',
});

export const returnedBy = choice('Chủ thể trả hồ sơ', {
  procuracy: 'Viện kiểm sát',
  presidingJudge: 'Thẩm phán chủ tọa phiên tòa',
  panel: 'Hội đồng xét xử',
});

export const returnReasons = choice('Căn cứ', {
  evidence: 'Thiếu chứng cứ (245.1.a, 280.1.a)',
  otherOffences: 'Còn hành vi phạm tội khác (245.1.b, 280.1.b)',
  accomplices: 'Còn đồng phạm, người phạm tội khác (245.1.c, 280.1.c)',
  procedure: 'Vi phạm nghiêm trọng thủ tục tố tụng (245.1.d, 280.1.d)',
  heavierOffence: 'Tội danh nặng hơn (298.3)',
});

export const prosecutionSuspensionGrounds = choice('Căn cứ tạm đình chỉ', {
  '247.1.a': 'Bị can bị bệnh tâm thần hoặc bệnh hiểm nghèo (247.1.a)',
  '247.1.b': 'Bị can bỏ trốn (247.1.b)',
  '247.1.c': 'Chờ giám định, định giá, tương trợ tư pháp (247.1.c)',
  '247.1.d': 'Bất khả kháng do thiên tai, dịch bệnh (247.1.d)',
});

export const prosecutionTerminationGrounds = choice('Căn cứ đình chỉ', noProsecution);

export const overruledDecisions = choice('Quyết định bị rút, hủy bỏ', {
  indictment: 'Cáo trạng, quyết định truy tố',
  return: 'Quyết định trả hồ sơ',
  suspension: 'Quyết định tạm đình chỉ',
  termination: 'Quyết định đình chỉ',
});

export const transferGrounds = choice('Chuyển theo', {
  investigation: 'Chuyển vụ án để điều tra (Điều 169)',
  prosecution: 'Chuyển vụ án để truy tố theo thẩm quyền (Điều 239)',
  trial: 'Phân công cấp dưới thực hành quyền công tố tại phiên tòa (Điều 239 khoản 1)',
  reorganisation: 'Sắp xếp lại đơn vị',
});

export const hearingModes = choice('Hình thức', { inPerson: 'Trực tiếp', online: 'Trực tuyến' });

export const verdictResults = choice('Kết quả', { convicted: 'Có tội', acquitted: 'Không phạm tội' });

export const relations = choice('So với tội danh truy tố', {
  same: 'Cùng tội danh',
  lighter: 'Tội nhẹ hơn',
  equal: 'Tội khác bằng',
  heavier: 'Tội nặng hơn',
});

export const reviewResults = choice('Kết quả kiểm sát', {
  noViolation: 'Không phát hiện vi phạm',
  violation: 'Có vi phạm',
  protestProposed: 'Đề xuất kháng nghị',
  recommendationProposed: 'Đề xuất kiến nghị',
});

export const higherOutcomes = choice('Kết quả', {
  upheld: 'Không chấp nhận kháng cáo, kháng nghị, giữ nguyên',
  amended: 'Sửa bản án',
  annulledForReinvestigation: 'Hủy bản án để điều tra lại',
  annulledForRetrial: 'Hủy bản án để xét xử lại',
  annulledAndTerminated: 'Hủy bản án và đình chỉ vụ án',
  proceedingsTerminated: 'Đình chỉ việc xét xử',
});

export const courtSuspensionGrounds = choice('Căn cứ tạm đình chỉ', {
  '281.1.a': 'Căn cứ tại điểm b, c khoản 1 Điều 229 (281.1.a)',
  '281.1.b': 'Không biết rõ bị can, bị cáo đang ở đâu (281.1.b)',
  '281.1.c': 'Chờ xử lý văn bản pháp luật Tòa án kiến nghị (281.1.c)',
});

export const courtTerminationGrounds = choice('Căn cứ đình chỉ', {
  '155.2': noProsecution['155.2'],
  '157.3': noProsecution['157.3'],
  '157.4': noProsecution['157.4'],
  '157.5': noProsecution['157.5'],
  '157.6': noProsecution['157.6'],
  '157.7': noProsecution['157.7'],
  '282.1.b': 'Viện kiểm sát rút toàn bộ quyết định truy tố (282.1.b)',
});
