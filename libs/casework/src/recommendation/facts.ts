import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { choice, day, docNo, streamOf, instant, line, on, paragraph, personId, yesNo } from '../fields.js';
import type { RecommendationStatus } from './statuses.js';

export const recommendationKinds = {
  remedial: 'Khắc phục vi phạm',
  preventive: 'Phòng ngừa vi phạm, tội phạm',
  request: 'Yêu cầu',
} as const;

/** The fields in which a law sets the time to answer; in the others the recommendation itself may. */
const replyRegimes = {
  custody: 'Quản lý, thi hành tạm giữ, tạm giam',
  custodySelfCheck: 'Tự kiểm tra việc tạm giữ, tạm giam',
  execution: 'Thi hành án hình sự',
  civilExecution: 'Thi hành án dân sự',
  prevention: 'Phòng ngừa tội phạm trong giai đoạn truy tố',
  officer: 'Tạm đình chỉ chức vụ bị can',
  summary: 'Áp dụng thủ tục rút gọn',
  none: 'Lĩnh vực khác (luật không quy định thời hạn trả lời)',
} as const;

const occasions = {
  proceedings: 'Trong hoạt động tố tụng',
  inspection: 'Kết luận kiểm sát trực tiếp',
  other: 'Khác',
} as const;

export const recommendationAnswers = {
  accepted: 'Chấp nhận',
  partlyAccepted: 'Chấp nhận một phần',
  rejected: 'Không chấp nhận',
} as const;

const basis = 'Luật Tổ chức VKSND 2014 Điều 5 khoản 2';

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const recommendationFacts = {
  RecommendationIssued: { label: { vi: 'Ban hành kiến nghị', en: 'Recommendation issued' }, from: ['new'], to: 'issued', basis,
    data: z.object({ on, recommendationNo: docNo.meta({ title: 'Số kiến nghị' }), kind: choice('Loại kiến nghị', recommendationKinds), regime: choice('Lĩnh vực', replyRegimes), occasion: choice('Hình thức', occasions).optional(), addressee: line('Cơ quan nhận kiến nghị'),
      violations: z.array(paragraph('Vi phạm, sơ hở')).min(1).max(100).meta({ title: 'Các vi phạm, sơ hở' }), content: paragraph('Nội dung kiến nghị').optional(), replyDue: day.optional().meta({ title: 'Hạn trả lời nêu trong kiến nghị' }),
      deliveredOn: day.optional().meta({ title: 'Ngày cơ quan nhận được' }), signer: personId.meta({ title: 'Người ký' }), prosecutor: personId.optional().meta({ title: 'Kiểm sát viên' }), sourceFile: streamOf('criminalCase', 'crimeReport').optional().meta({ title: 'Phát sinh từ hồ sơ' }) }) },
  RecommendationDelivered: { label: { vi: 'Cơ quan nhận được kiến nghị', en: 'Recommendation delivered' }, from: ['issued', 'answered', 'verified', 'closed'], basis: 'Luật THTGTG Điều 43 khoản 4; Luật THAHS Điều 169 khoản 5; BLTTHS Điều 181, 237, 457',
    data: z.object({ on, deliveredAt: instant.optional().meta({ title: 'Giờ nhận' }) }) },
  RecommendationReminded: { label: { vi: 'Nhắc trả lời kiến nghị', en: 'Recommendation reminded' }, from: ['issued', 'answered'], basis,
    data: z.object({ on, docNo: docNo.optional(), content: paragraph('Nội dung').optional() }) },
  RecommendationAnswered: { label: { vi: 'Trả lời kiến nghị', en: 'Recommendation answered' }, from: ['issued'], to: 'answered', basis,
    data: z.object({ on, docNo: docNo.meta({ title: 'Số văn bản trả lời' }), answer: choice('Kết quả', recommendationAnswers), measure: paragraph('Biện pháp khắc phục').optional() }) },
  RecommendationVerified: { label: { vi: 'Kiểm tra việc khắc phục', en: 'Recommendation verified' }, from: ['answered', 'verified'], to: 'verified', basis,
    data: z.object({ on, remedied: yesNo('Đã khắc phục'), note: paragraph('Kết quả kiểm tra').optional() }) },
  RecommendationWithdrawn: { label: { vi: 'Rút kiến nghị', en: 'Recommendation withdrawn' }, from: ['issued'], to: 'withdrawn', basis: 'Luật Tổ chức VKSND 2014 Điều 7',
    data: z.object({ on, docNo: docNo.optional(), reason: paragraph('Lý do') }) },
  RecommendationClosed: { label: { vi: 'Kết thúc theo dõi kiến nghị', en: 'Recommendation closed' }, from: ['answered', 'verified'], to: 'closed', basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({ on, reason: paragraph('Lý do').optional() }) },
  ProsecutorAssigned: { label: { vi: 'Phân công Kiểm sát viên', en: 'Prosecutor assigned' }, from: ['issued', 'answered', 'verified'], basis: 'Luật Tổ chức VKSND 2014 Điều 83',
    data: z.object({ on, prosecutor: personId.meta({ title: 'Kiểm sát viên' }), decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
} as const satisfies Catalogue<RecommendationStatus>;

export type RecommendationFact = FactOf<typeof recommendationFacts>;
