import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { choice, count, day, docNo, streamOf, line, on, paragraph, personId, unitCode, yesNo } from '../fields.js';
import type { PetitionStatus } from './statuses.js';

export const petitionKinds = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  request: 'Đề nghị',
  feedback: 'Kiến nghị, phản ánh',
} as const;

/** Which law the petition is resolved under. */
export const petitionFields = {
  criminal: 'Hoạt động tư pháp (tố tụng hình sự)',
  custody: 'Bắt, tạm giữ, tạm giam',
  judicialOther: 'Hoạt động tư pháp khác',
  administrative: 'Hành chính',
} as const;

/** Whose act a complaint in criminal procedure is about: it decides who resolves it, and in what time. */
export const complainedAgainst = {
  prosecutor: 'Kiểm sát viên, Kiểm tra viên, Phó Viện trưởng',
  procuracyHead: 'Viện trưởng Viện kiểm sát',
  supreme: 'Người của Viện kiểm sát nhân dân tối cao',
  investigator: 'Điều tra viên, Cán bộ điều tra (đã được Thủ trưởng Cơ quan điều tra giải quyết)',
  investigationHead: 'Thủ trưởng Cơ quan điều tra, quyết định đã được phê chuẩn',
} as const;

export const complexities = {
  normal: 'Bình thường',
  complex: 'Phức tạp',
  veryComplex: 'Đặc biệt phức tạp',
  remote: 'Vùng sâu, vùng xa',
  remoteComplex: 'Vùng sâu, vùng xa, phức tạp',
} as const;

export const petitionFindings = { right: 'Đúng', partlyRight: 'Đúng một phần', wrong: 'Sai' } as const;

const finding = choice('Kết luận', petitionFindings);
const decision = {
  on,
  decisionNo: docNo.meta({ title: 'Số quyết định' }),
  finding,
  signer: personId.meta({ title: 'Người ký' }),
  content: paragraph('Nội dung giải quyết').optional(),
};
const complexity = choice('Tính chất vụ việc', complexities);
const duplicateOf = streamOf('petition').meta({ title: 'Trùng với đơn' });

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const petitionFacts = {
  PetitionReceived: { label: { vi: 'Tiếp nhận đơn', en: 'Petition received' }, from: ['new'], to: 'received', basis: 'Luật Khiếu nại Điều 8; Luật Tố cáo Điều 23; BLTTHS Điều 469–481',
    data: z.object({ on, petitionNo: docNo.meta({ title: 'Số đơn' }), kind: choice('Loại đơn', petitionKinds), field: choice('Lĩnh vực', petitionFields), sender: line('Người gửi').optional(), anonymous: yesNo('Không rõ người gửi').optional(), against: choice('Đối tượng khiếu nại trong tố tụng hình sự', complainedAgainst).optional(), about: line('Người, cơ quan bị khiếu nại, tố cáo').optional(),
      summary: paragraph('Nội dung'), receivedFrom: unitCode.optional().meta({ title: 'Đơn vị chuyển đến' }), rootPetition: streamOf('petition').optional().meta({ title: 'Đơn gốc ở đơn vị chuyển đến' }), duplicateOf: duplicateOf.optional() }) },
  PetitionClassified: { label: { vi: 'Phân loại, xử lý đơn', en: 'Petition classified' }, from: ['received'], basis: 'Luật Tố cáo Điều 24; Luật Khiếu nại Điều 11',
    data: z.object({ on, competent: yesNo('Thuộc thẩm quyền'), conditionsMet: yesNo('Đủ điều kiện thụ lý'), severalPlaces: yesNo('Phải xác minh tại nhiều địa điểm').optional(), reason: paragraph('Lý do').optional() }) },
  PetitionDuplicateMarked: { label: { vi: 'Xác định đơn trùng', en: 'Petition marked as a duplicate' }, from: ['received', 'accepted'], to: 'duplicate', basis: 'Quy chế tiếp nhận đơn (chờ xác nhận)',
    data: z.object({ on, duplicateOf }) },
  PetitionForwarded: { label: { vi: 'Chuyển đơn', en: 'Petition forwarded' }, from: ['received'], to: 'forwarded', basis: 'Luật Tố cáo Điều 24 khoản 2; BLTTHS Điều 475, 481',
    data: z.object({ on, docNo: docNo.optional(), toBody: line('Cơ quan nhận').optional(), toUnit: unitCode.optional().meta({ title: 'Viện kiểm sát nhận' }) }) },
  PetitionFiledNoAction: { label: { vi: 'Lưu đơn, không xử lý', en: 'Petition filed without action' }, from: ['received'], to: 'filed', basis: 'Luật Tố cáo Điều 24 khoản 3; Luật Khiếu nại Điều 11',
    data: z.object({ on, reason: paragraph('Lý do') }) },
  PetitionAccepted: { label: { vi: 'Thụ lý đơn', en: 'Petition accepted' }, from: ['received'], to: 'accepted', basis: 'Luật Khiếu nại Điều 27; Luật Tố cáo Điều 29',
    data: z.object({ on, docketNo: docNo.optional().meta({ title: 'Số thụ lý' }), complexity: complexity.default('normal'), prosecutor: personId.optional().meta({ title: 'Người được giao' }) }) },
  ProsecutorAssigned: { label: { vi: 'Phân công người giải quyết', en: 'Prosecutor assigned' }, from: ['received', 'accepted', 'suspended', 'secondInstance'], basis: 'Luật Tổ chức VKSND 2014 Điều 83',
    data: z.object({ on, prosecutor: personId.meta({ title: 'Người được giao' }), decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
  PetitionVerified: { label: { vi: 'Kết thúc xác minh', en: 'Verification of the petition done' }, from: ['accepted', 'secondInstance'], basis: 'Luật Khiếu nại Điều 29, 38; Luật Tố cáo Điều 31',
    data: z.object({ on, result: paragraph('Kết quả xác minh') }) },
  PetitionExtended: { label: { vi: 'Gia hạn giải quyết đơn', en: 'Petition extended' }, from: ['accepted', 'secondInstance'], basis: 'Luật Khiếu nại Điều 28, 37; Luật Tố cáo Điều 30; BLTTHS Điều 481 khoản 3',
    data: z.object({ on, decisionNo: docNo.optional().meta({ title: 'Số quyết định' }), days: count('Số ngày gia hạn', 1, 180), complexity: choice('Tính chất vụ việc', { complex: complexities.complex, veryComplex: complexities.veryComplex }).default('complex'), reason: paragraph('Lý do').optional() }) },
  PetitionSuspended: { label: { vi: 'Tạm đình chỉ giải quyết đơn', en: 'Petition suspended' }, from: ['accepted'], to: 'suspended', basis: 'Luật Tố cáo Điều 34',
    data: z.object({ on, decisionNo: docNo.optional().meta({ title: 'Số quyết định' }), reason: paragraph('Lý do') }) },
  PetitionResumed: { label: { vi: 'Tiếp tục giải quyết đơn', en: 'Petition resumed' }, from: ['suspended'], to: 'accepted', basis: 'Luật Tố cáo Điều 34 khoản 2',
    data: z.object({ on, decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
  PetitionWithdrawn: { label: { vi: 'Rút đơn, đình chỉ giải quyết', en: 'Petition withdrawn' }, from: ['received', 'accepted', 'suspended', 'secondInstance'], to: 'withdrawn', basis: 'Luật Khiếu nại Điều 10; Luật Tố cáo Điều 33, 34 khoản 3',
    data: z.object({ on, reason: paragraph('Lý do').optional() }) },
  PetitionDecisionIssued: { label: { vi: 'Quyết định giải quyết khiếu nại', en: 'Decision on the complaint issued' }, from: ['accepted'], to: 'decided', basis: 'Luật Khiếu nại Điều 31; BLTTHS Điều 475, 476',
    data: z.object(decision) },
  PetitionConclusionIssued: { label: { vi: 'Kết luận nội dung tố cáo', en: 'Conclusion on the denunciation issued' }, from: ['accepted'], to: 'decided', basis: 'Luật Tố cáo Điều 35; BLTTHS Điều 481',
    data: z.object(decision) },
  PetitionAnswered: { label: { vi: 'Trả lời đề nghị, kiến nghị, phản ánh', en: 'Petition answered' }, from: ['received', 'accepted'], to: 'decided', basis: 'Luật Tổ chức VKSND 2014 Điều 29',
    data: z.object({ on, docNo, content: paragraph('Nội dung trả lời').optional(), signer: personId.optional().meta({ title: 'Người ký' }) }) },
  PetitionSecondInstanceLodged: { label: { vi: 'Khiếu nại lần hai', en: 'Second complaint lodged' }, from: ['decided'], to: 'secondInstance', basis: 'Luật Khiếu nại Điều 33, 36; BLTTHS Điều 476',
    data: z.object({ on, toUnit: unitCode.optional().meta({ title: 'Viện kiểm sát giải quyết lần hai' }), complexity: complexity.default('normal'), decisionReceivedOn: day.optional().meta({ title: 'Ngày người khiếu nại nhận quyết định lần đầu' }), reason: paragraph('Nội dung').optional() }) },
  PetitionSecondDecisionIssued: { label: { vi: 'Quyết định giải quyết khiếu nại lần hai', en: 'Second decision issued' }, from: ['secondInstance'], to: 'secondDecided', basis: 'Luật Khiếu nại Điều 40; BLTTHS Điều 476',
    data: z.object(decision) },
  PetitionClosed: { label: { vi: 'Kết thúc hồ sơ đơn', en: 'Petition closed' }, from: ['decided', 'secondDecided'], to: 'closed', basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({ on, reason: paragraph('Lý do').optional() }) },
} as const satisfies Catalogue<PetitionStatus>;

export type PetitionFact = FactOf<typeof petitionFacts>;
