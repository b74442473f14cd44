import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { choice, day, docNo, streamOf, line, on, paragraph, personId, yesNo } from '../fields.js';
import type { ProtestStatus } from './statuses.js';

const protestProcedures = {
  appellate: 'Phúc thẩm',
  cassation: 'Giám đốc thẩm',
  reopening: 'Tái thẩm',
} as const;

export const protestFields = {
  criminal: 'Hình sự',
  civil: 'Dân sự, hôn nhân gia đình, kinh doanh, lao động',
  administrative: 'Hành chính',
} as const;

export const protestOutcomes = {
  accepted: 'Chấp nhận kháng nghị',
  partlyAccepted: 'Chấp nhận một phần kháng nghị',
  rejected: 'Không chấp nhận kháng nghị',
  proceedingsTerminated: 'Đình chỉ xét xử',
} as const;

const levels = { sameLevel: 'Cùng cấp', upperLevel: 'Trên một cấp' } as const;
const directions = {
  forDefendant: 'Có lợi cho bị cáo, người bị kết án',
  againstDefendant: 'Không có lợi cho bị cáo, người bị kết án',
  other: 'Khác',
} as const;
const withdrawers = { issuer: 'Viện kiểm sát đã kháng nghị', upperProcuracy: 'Viện kiểm sát cấp trên' } as const;

const field = choice('Lĩnh vực', protestFields);
const procedure = choice('Thủ tục', protestProcedures);
const dayOf = (title: string) => day.optional().meta({ title });
const withdrawal = { on, by: choice('Cơ quan rút', withdrawers), docNo: docNo.optional(), reason: paragraph('Lý do') };

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const protestFacts = {
  ProtestProposed: { label: { vi: 'Đề xuất kháng nghị', en: 'Protest proposed' }, from: ['new'], to: 'proposed', basis: 'Luật Tổ chức VKSND 2014 Điều 5; Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({ on, docNo, prosecutor: personId.meta({ title: 'Kiểm sát viên đề xuất' }), procedure, field, judgmentNo: docNo.meta({ title: 'Số bản án, quyết định' }), grounds: paragraph('Căn cứ kháng nghị') }) },
  ProtestProposalApproved: { label: { vi: 'Lãnh đạo duyệt đề xuất kháng nghị', en: 'Protest proposal approved' }, from: ['proposed'], to: 'approved', basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({ on, signer: personId.meta({ title: 'Lãnh đạo duyệt' }), note: paragraph('Ý kiến').optional() }) },
  ProtestProposalDeclined: { label: { vi: 'Không duyệt đề xuất kháng nghị', en: 'Protest proposal declined' }, from: ['proposed'], to: 'declined', basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({ on, signer: personId.meta({ title: 'Lãnh đạo cho ý kiến' }), reason: paragraph('Lý do') }) },
  ProtestIssued: { label: { vi: 'Ban hành kháng nghị', en: 'Protest issued' }, from: ['new', 'proposed', 'approved'], to: 'issued', basis: 'BLTTHS Điều 336, 373, 400; BLTTDS Điều 278, 331, 354; LTTHC Điều 211, 260, 283',
    data: z.object({ on, protestNo: docNo.meta({ title: 'Số kháng nghị' }), procedure, field, level: choice('Cấp kháng nghị', levels).optional(), against: choice('Đối tượng', { judgment: 'Bản án', decision: 'Quyết định' }),
      judgmentNo: docNo.meta({ title: 'Số bản án, quyết định' }), court: line('Tòa án'), pronouncedOn: dayOf('Ngày tuyên án hoặc ra quyết định'), receivedOn: dayOf('Ngày Viện kiểm sát cùng cấp nhận được'), prosecutorPresent: yesNo('Kiểm sát viên có tham gia phiên tòa').optional(),
      effectiveOn: dayOf('Ngày có hiệu lực pháp luật'), groundKnownOn: dayOf('Ngày biết được căn cứ tái thẩm'), direction: choice('Hướng kháng nghị', directions).optional(), grounds: paragraph('Căn cứ, lý do'), request: paragraph('Yêu cầu'),
      signer: personId.meta({ title: 'Người ký' }), prosecutor: personId.optional().meta({ title: 'Kiểm sát viên' }), explanationNo: docNo.optional().meta({ title: 'Văn bản giải thích lý do quá hạn' }), sentOn: dayOf('Ngày gửi Tòa án'), sourceFile: streamOf('criminalCase').optional().meta({ title: 'Phát sinh từ hồ sơ vụ án' }) }) },
  ProtestSupplemented: { label: { vi: 'Thay đổi, bổ sung kháng nghị', en: 'Protest supplemented' }, from: ['issued', 'heard'], basis: 'BLTTHS Điều 342; BLTTDS Điều 284; LTTHC Điều 218',
    data: z.object({ on, docNo: docNo.optional(), content: paragraph('Nội dung thay đổi, bổ sung'), worsens: yesNo('Làm xấu hơn tình trạng của bị cáo').optional(), beyondScope: yesNo('Vượt quá phạm vi kháng nghị ban đầu').optional() }) },
  ProtestUpheldByUpperProcuracy: { label: { vi: 'Viện kiểm sát cấp trên bảo vệ kháng nghị', en: 'Protest upheld by the upper procuracy' }, from: ['issued', 'heard', 'resolved'], basis: 'BLTTHS Điều 342, 350',
    data: z.object({ on, docNo: docNo.optional() }) },
  ProtestPartlyWithdrawn: { label: { vi: 'Rút một phần kháng nghị', en: 'Protest partly withdrawn' }, from: ['issued', 'heard'], basis: 'BLTTHS Điều 342; BLTTDS Điều 284; LTTHC Điều 218',
    data: z.object({ ...withdrawal, part: paragraph('Phần rút') }) },
  ProtestWithdrawn: { label: { vi: 'Rút toàn bộ kháng nghị', en: 'Protest withdrawn' }, from: ['issued', 'heard'], to: 'withdrawn', basis: 'BLTTHS Điều 342; BLTTDS Điều 284; LTTHC Điều 218',
    data: z.object(withdrawal) },
  ProtestHeard: { label: { vi: 'Phiên tòa, phiên họp xét kháng nghị', en: 'Protest heard' }, from: ['issued', 'heard'], to: 'heard', basis: 'BLTTHS Điều 346, 350; BLTTDS Điều 294; LTTHC Điều 224',
    data: z.object({ on, court: line('Tòa án'), prosecutor: personId.optional().meta({ title: 'Kiểm sát viên tham gia' }) }) },
  ProtestResolved: { label: { vi: 'Kết quả giải quyết kháng nghị', en: 'Protest resolved' }, from: ['issued', 'heard'], to: 'resolved', basis: 'BLTTHS Điều 355, 388, 402; BLTTDS Điều 308, 343; LTTHC Điều 241, 272',
    data: z.object({ on, outcome: choice('Kết quả', protestOutcomes), decisionNo: docNo.meta({ title: 'Số bản án, quyết định của Tòa án' }), court: line('Tòa án'), note: paragraph('Ghi chú').optional() }) },
  ProsecutorAssigned: { label: { vi: 'Phân công Kiểm sát viên', en: 'Prosecutor assigned' }, from: ['proposed', 'approved', 'issued', 'heard'], basis: 'Luật Tổ chức VKSND 2014 Điều 83',
    data: z.object({ on, prosecutor: personId.meta({ title: 'Kiểm sát viên' }), decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
} as const satisfies Catalogue<ProtestStatus>;

export type ProtestFact = FactOf<typeof protestFacts>;
