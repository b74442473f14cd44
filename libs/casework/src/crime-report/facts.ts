import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { caseLinkFacts } from '../links.js';
import {
  charge,
  charges,
  choice,
  count,
  day,
  docNo,
  streamOf,
  instant,
  line,
  on,
  paragraph,
  personId,
  severity,
  yesNo,
} from '../fields.js';
import { everReceived, unresolved, type CrimeReportStatus } from './statuses.js';

/** BLTTHS Điều 144. */
export const crimeReportKinds = {
  denunciation: 'Tố giác về tội phạm',
  report: 'Tin báo về tội phạm',
  recommendation: 'Kiến nghị khởi tố',
} as const;

const channels = {
  inPerson: 'Trực tiếp',
  written: 'Văn bản',
  post: 'Bưu chính',
  phone: 'Điện thoại',
  electronic: 'Phương tiện điện tử',
  massMedia: 'Phương tiện thông tin đại chúng',
  otherBody: 'Cơ quan khác chuyển đến',
} as const;

/** BLTTHS Điều 148 khoản 1; điểm c từ 01/12/2021. */
const suspensionGrounds = {
  a: 'Điểm a: chờ kết quả giám định, định giá, tương trợ tư pháp',
  b: 'Điểm b: chờ tài liệu, đồ vật quan trọng',
  c: 'Điểm c: bất khả kháng do thiên tai, dịch bệnh',
} as const;

/** BLTTHS Điều 157. */
const nonInitiationGrounds = {
  '1': 'Khoản 1: không có sự việc phạm tội',
  '2': 'Khoản 2: hành vi không cấu thành tội phạm',
  '3': 'Khoản 3: chưa đến tuổi chịu trách nhiệm hình sự',
  '4': 'Khoản 4: đã có bản án hoặc quyết định đình chỉ có hiệu lực',
  '5': 'Khoản 5: hết thời hiệu truy cứu trách nhiệm hình sự',
  '6': 'Khoản 6: tội phạm đã được đại xá',
  '7': 'Khoản 7: người thực hiện hành vi nguy hiểm đã chết',
  '8': 'Khoản 8: bị hại không yêu cầu khởi tố',
} as const;

const decisionNo = docNo.meta({ title: 'Số quyết định' });
const sentOn = day.optional().meta({ title: 'Ngày gửi quyết định' });
const months = count('Số tháng', 1, 24).optional();
const days = count('Số ngày', 1, 366).optional();
const signer = personId.optional().meta({ title: 'Người ký' });

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const crimeReportFacts = {
  CrimeReportReceived: { label: { vi: 'Tiếp nhận nguồn tin về tội phạm', en: 'Crime report received' }, from: ['new'], to: 'received', basis: 'BLTTHS Điều 144, 145',
    data: z.object({ on, reportNo: docNo.meta({ title: 'Số nguồn tin' }), kind: choice('Loại nguồn tin', crimeReportKinds), channel: choice('Hình thức tiếp nhận', channels), receivedAt: instant.optional().meta({ title: 'Giờ tiếp nhận' }),
      receivingBody: line('Cơ quan tiếp nhận'), reporter: line('Người hoặc cơ quan báo tin').optional(), anonymous: yesNo('Không rõ hoặc giữ bí mật người tố giác').optional(), summary: paragraph('Nội dung'),
      suspectedPersons: z.array(line('Người bị tố giác')).max(200).optional().meta({ title: 'Người bị tố giác, bị kiến nghị khởi tố' }), suspectedOffence: charge.optional().meta({ title: 'Tội danh có dấu hiệu' }) }) },
  CrimeReportClassified: { label: { vi: 'Phân loại nguồn tin', en: 'Crime report classified' }, from: ['received'], basis: 'TTLT 01/2017 Điều 8',
    data: z.object({ on, competent: yesNo('Thuộc thẩm quyền'), body: line('Cơ quan có thẩm quyền'), classifiedAt: instant.optional().meta({ title: 'Giờ phân loại' }) }) },
  CrimeReportForwarded: { label: { vi: 'Chuyển nguồn tin', en: 'Crime report forwarded' }, from: ['received', 'docketed'], to: 'forwarded', basis: 'TTLT 01/2017 Điều 8; BLTTHS Điều 145, 150',
    data: z.object({ on, toBody: line('Cơ quan nhận'), docNo: docNo.optional(), determinedOn: day.optional().meta({ title: 'Ngày có căn cứ xác định không thuộc thẩm quyền' }), reason: paragraph('Lý do').optional() }) },
  CrimeReportDocketed: { label: { vi: 'Thụ lý, phân công giải quyết', en: 'Crime report docketed' }, from: ['received'], to: 'docketed', basis: 'TTLT 01/2017 Điều 9; BLTTHS Điều 146',
    data: z.object({ on, docketNo: docNo.optional().meta({ title: 'Số thụ lý' }), investigator: line('Điều tra viên, cán bộ điều tra'), deadline: day.optional().meta({ title: 'Hạn giải quyết do cơ quan thụ lý ghi' }),
      procuracyNotifiedOn: day.optional().meta({ title: 'Ngày Viện kiểm sát nhận thông báo' }) }) },
  ProsecutorAssigned: { label: { vi: 'Phân công Kiểm sát viên', en: 'Prosecutor assigned' }, from: everReceived, basis: 'TTLT 01/2017 Điều 10 khoản 2',
    data: z.object({ on, prosecutor: personId.meta({ title: 'Kiểm sát viên' }), role: choice('Vai trò', { lead: 'Thụ lý chính', member: 'Tham gia', examiner: 'Kiểm tra viên' }).default('lead'), decisionNo }) },
  VerificationRequirementIssued: { label: { vi: 'Yêu cầu kiểm tra, xác minh', en: 'Verification requirement issued' }, from: ['received', 'docketed'], basis: 'BLTTHS Điều 159 khoản 2',
    data: z.object({ on, docNo, content: paragraph('Nội dung yêu cầu'), signer }) },
  CrimeReportTimeProlonged: { label: { vi: 'Kéo dài thời hạn giải quyết tới 02 tháng', en: 'Time to resolve prolonged' }, from: ['docketed'], basis: 'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 1',
    data: z.object({ on, docNo: docNo.optional(), reason: paragraph('Lý do'), until: day.optional().meta({ title: 'Kéo dài đến ngày' }) }) },
  CrimeReportExtensionRequested: { label: { vi: 'Đề nghị gia hạn giải quyết', en: 'Extension requested' }, from: ['docketed'], basis: 'BLTTHS Điều 147 khoản 2',
    data: z.object({ on, docNo, receivedOn: day.optional().meta({ title: 'Ngày Viện kiểm sát nhận đề nghị' }), reason: paragraph('Lý do').optional() }) },
  CrimeReportExtensionGranted: { label: { vi: 'Gia hạn giải quyết', en: 'Extension granted' }, from: ['docketed'], basis: 'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 2',
    data: z.object({ on, decisionNo, months, days, signer }) },
  CrimeReportExtensionRefused: { label: { vi: 'Không gia hạn giải quyết', en: 'Extension refused' }, from: ['docketed'], basis: 'TTLT 01/2017 Điều 11 khoản 2',
    data: z.object({ on, decisionNo, reason: paragraph('Lý do') }) },
  CrimeReportSuspended: { label: { vi: 'Tạm đình chỉ giải quyết nguồn tin', en: 'Crime report suspended' }, from: ['docketed'], to: 'suspended', basis: 'BLTTHS Điều 148',
    data: z.object({ on, decisionNo, ground: choice('Căn cứ', suspensionGrounds), sentOn }) },
  SuspensionAnnulledByProcuracy: { label: { vi: 'Viện kiểm sát hủy bỏ quyết định tạm đình chỉ', en: 'Suspension annulled by the procuracy' }, from: ['suspended'], to: 'docketed', basis: 'BLTTHS Điều 148 khoản 2',
    data: z.object({ on, decisionNo, reason: paragraph('Lý do').optional(), sentOn, receivedOn: day.optional().meta({ title: 'Ngày cơ quan giải quyết nhận quyết định' }), signer }) },
  CrimeReportResumed: { label: { vi: 'Phục hồi giải quyết nguồn tin', en: 'Crime report resumed' }, from: ['suspended'], to: 'docketed', basis: 'BLTTHS Điều 149',
    data: z.object({ on, decisionNo, reason: paragraph('Lý do').optional(), sentOn }) },
  CaseInitiationDecided: { label: { vi: 'Quyết định khởi tố vụ án', en: 'Case initiation decided' }, from: ['docketed'], to: 'initiated', basis: 'BLTTHS Điều 147 khoản 1 điểm a, Điều 153, 154',
    data: z.object({ on, decisionNo, body: line('Cơ quan khởi tố').optional(), charges: charges('Tội danh, điều, khoản, điểm'), severity, caseFile: streamOf('criminalCase').meta({ title: 'Hồ sơ vụ án' }), existingCase: yesNo('Nhập vào vụ án đã khởi tố').optional(),
      caseNo: line('Số vụ án').optional(), sentOn }) },
  NonInitiationDecided: { label: { vi: 'Quyết định không khởi tố vụ án', en: 'Non-initiation decided' }, from: ['docketed'], to: 'notInitiated', basis: 'BLTTHS Điều 147 khoản 1 điểm b, Điều 157, 158',
    data: z.object({ on, decisionNo, ground: choice('Căn cứ', nonInitiationGrounds), sentOn }) },
  NonInitiationAnnulled: { label: { vi: 'Viện kiểm sát hủy bỏ quyết định không khởi tố', en: 'Non-initiation annulled' }, from: ['notInitiated'], to: 'docketed', basis: 'BLTTHS Điều 153 khoản 3, Điều 161 khoản 1',
    data: z.object({ on, decisionNo, reason: paragraph('Lý do'), signer }) },
  ProcuracyTookOver: { label: { vi: 'Viện kiểm sát trực tiếp giải quyết', en: 'Procuracy took over' }, from: unresolved, basis: 'BLTTHS Điều 145 khoản 3 điểm c; TTLT 01/2017 Điều 5, 13',
    data: z.object({ on, docNo, reason: paragraph('Lý do'), requiredOn: day.optional().meta({ title: 'Ngày cơ quan thụ lý nhận yêu cầu khắc phục' }), fileReceivedOn: day.optional().meta({ title: 'Ngày nhận hồ sơ' }) }) },
  ReporterNotified: { label: { vi: 'Thông báo cho người tố giác, báo tin', en: 'Reporter notified' }, from: everReceived, basis: 'TTLT 01/2017 Điều 14; BLTTHS Điều 145, 158',
    data: z.object({ on, about: choice('Nội dung thông báo', { receipt: 'Kết quả tiếp nhận', result: 'Kết quả giải quyết', resumption: 'Phục hồi giải quyết' }), docNo: docNo.optional() }) },
  RecommendationLinked: { ...caseLinkFacts.RecommendationLinked, from: everReceived },
} as const satisfies Catalogue<CrimeReportStatus>;

export type CrimeReportFact = FactOf<typeof crimeReportFacts>;
