import { z } from 'zod';
import type { Catalogue } from '#engine';
import { charges, count, line, paragraph, severity, yesNo } from '../fields.js';
import {
  overruledDecisions,
  procedures,
  prosecutionSuspensionGrounds,
  prosecutionTerminationGrounds,
  returnedBy,
  returnReasons,
  signerTitles,
  transferGrounds,
} from './choices.js';
import {
  accusedId,
  chargedAccused,
  dayNamed,
  decision,
  docNoNamed,
  notifiedOn,
  on,
  personNamed,
  returnId,
  scope,
  unitNamed,
} from './shapes.js';
import { beforeJudgment, everOpened, type CriminalCaseStatus } from './statuses.js';

const signed = { signer: personNamed('Người ký'), signerTitle: signerTitles.optional() };
const complex = yesNo('Vụ án phức tạp').default(false);
const reasons = z.array(returnReasons).min(1).max(5).meta({ title: 'Căn cứ trả hồ sơ' });

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const prosecutionFacts = {
  CaseFileReceived: { label: { vi: 'Nhận hồ sơ và kết luận điều tra', en: 'Case file received' }, from: ['concluded'], to: 'prosecution', basis: 'BLTTHS Điều 238, 240 khoản 1',
    data: z.object({ ...on, severity, folios: count('Số bút lục', 0, 1_000_000), volumes: count('Số tập', 1, 10_000).optional(), procedure: procedures.default('ordinary') }) },
  ProsecutionDeadlineExtended: { label: { vi: 'Gia hạn thời hạn quyết định việc truy tố', en: 'Prosecution deadline extended' }, from: ['prosecution'], basis: 'BLTTHS Điều 240 khoản 1',
    data: z.object({ ...decision, days: count('Số ngày', 1, 180), ...signed, reason: paragraph('Lý do').optional() }) },
  CaseFileReturned: { label: { vi: 'Trả hồ sơ để điều tra bổ sung', en: 'Case file returned' }, from: ['prosecution', 'courtReturned', 'atCourt'], to: 'supplementary', basis: 'BLTTHS Điều 174, 245, 280; TTLT 02/2017 Điều 9',
    data: z.object({ ...decision, returnId: returnId(), by: returnedBy, returnNo: count('Lần trả (của chủ thể này)', 1, 9),
      onCourtReturnId: returnId('Theo lần trả hồ sơ của Tòa án').optional(), reasons, content: paragraph('Vấn đề cần điều tra bổ sung').optional(), heavierCharges: charges('Tội danh nặng hơn (Điều 298 khoản 3)').optional(),
      toBody: line('Cơ quan nhận hồ sơ'), deliveredOn: dayNamed('Ngày nhận lại hồ sơ').optional(), ...notifiedOn }) },
  ReturnGroundsAssessed: { label: { vi: 'Đánh giá căn cứ trả hồ sơ', en: 'Return grounds assessed' }, from: everOpened, basis: 'TTLT 02/2017 Điều 10, 14',
    data: z.object({ ...on, returnId: returnId(), accepted: z.boolean().meta({ title: 'Có căn cứ' }), by: line('Cơ quan đánh giá'), docNo: docNoNamed('Số văn bản').optional(), reason: paragraph('Lý do').optional() }) },
  CourtReturnRefused: { label: { vi: 'Giữ nguyên quyết định truy tố, không chấp nhận trả hồ sơ', en: 'Court return refused' }, from: ['courtReturned'], to: 'prosecuted', basis: 'BLTTHS Điều 246 khoản 2; TTLT 02/2017 Điều 10 khoản 2',
    data: z.object({ ...on, docNo: docNoNamed('Số văn bản'), returnId: returnId(), reasons: paragraph('Lý do') }) },
  IndictmentIssued: { label: { vi: 'Cáo trạng', en: 'Indictment issued' }, from: ['prosecution'], to: 'prosecuted', basis: 'BLTTHS Điều 240, 243',
    data: z.object({ ...on, indictmentNo: docNoNamed('Số cáo trạng'), accused: chargedAccused, ...signed }) },
  SummaryProsecutionDecided: { label: { vi: 'Quyết định truy tố theo thủ tục rút gọn', en: 'Summary prosecution decided' }, from: ['prosecution'], to: 'prosecuted', basis: 'BLTTHS Điều 461',
    data: z.object({ ...on, indictmentNo: docNoNamed('Số quyết định truy tố'), accused: chargedAccused, ...signed }) },
  IndictmentReplaced: { label: { vi: 'Cáo trạng mới thay thế', en: 'Indictment replaced' }, from: ['prosecution', 'courtReturned', 'prosecuted'], to: 'prosecuted', basis: 'BLTTHS Điều 246 khoản 1, Điều 280 khoản 3; TTLT 02/2017 Điều 10 khoản 4',
    data: z.object({ ...on, indictmentNo: docNoNamed('Số cáo trạng'), replaces: docNoNamed('Thay thế cáo trạng số'), accused: chargedAccused, ...signed }) },
  IndictmentMaintained: { label: { vi: 'Giữ nguyên quyết định truy tố sau điều tra bổ sung', en: 'Indictment maintained' }, from: ['prosecution', 'courtReturned'], to: 'prosecuted', basis: 'TTLT 02/2017 Điều 10 khoản 4 điểm a',
    data: z.object({ ...on, docNo: docNoNamed('Số văn bản'), reasons: paragraph('Lý do') }) },
  CaseSuspendedByProcuracy: { label: { vi: 'Viện kiểm sát tạm đình chỉ vụ án', en: 'Case suspended by the procuracy' }, from: ['prosecution', 'courtReturned'], to: 'prosecutionSuspended', basis: 'BLTTHS Điều 247',
    data: z.object({ ...decision, ...scope, ground: prosecutionSuspensionGrounds, complex, ...notifiedOn }) },
  CaseTerminatedByProcuracy: { label: { vi: 'Viện kiểm sát đình chỉ vụ án', en: 'Case terminated by the procuracy' }, from: ['prosecution', 'courtReturned'], to: 'terminated', basis: 'BLTTHS Điều 248',
    data: z.object({ ...decision, ...scope, ground: prosecutionTerminationGrounds, complex, ...notifiedOn }) },
  CaseResumedByProcuracy: { label: { vi: 'Viện kiểm sát phục hồi vụ án', en: 'Case resumed by the procuracy' }, from: ['prosecution', 'prosecutionSuspended', 'terminated', 'tried', 'appellateTried', 'closed'], to: 'prosecution', basis: 'BLTTHS Điều 249',
    data: z.object({ ...decision, ...scope, severity, reason: paragraph('Lý do').optional(), ...notifiedOn }) },
  ProcuracyDecisionOverruled: { label: { vi: 'Viện kiểm sát cấp trên rút, hủy bỏ quyết định', en: 'Decision overruled by the upper procuracy' }, from: ['prosecuted', 'supplementary', 'prosecutionSuspended', 'terminated'], to: 'prosecution', basis: 'BLTTHS Điều 240 khoản 3',
    data: z.object({ ...decision, overruled: overruledDecisions, byUnit: unitNamed('Viện kiểm sát cấp trên').optional(), reason: paragraph('Lý do') }) },
  IndictmentDelivered: { label: { vi: 'Giao cáo trạng cho bị can', en: 'Indictment delivered' }, from: everOpened, basis: 'BLTTHS Điều 240 khoản 2',
    data: z.object({ ...on, accusedId, complex }) },
  ProcuracyDecisionNotified: { label: { vi: 'Thông báo, giao quyết định của Viện kiểm sát', en: 'Decision of the procuracy notified' }, from: everOpened, basis: 'BLTTHS Điều 169 khoản 3, Điều 239 khoản 2, Điều 240 khoản 2, Điều 249 khoản 3',
    data: z.object({ ...on, decisionNo: docNoNamed('Số quyết định đã thông báo, giao') }) },
  CaseFileTransferredToCourt: { label: { vi: 'Chuyển hồ sơ và cáo trạng sang Tòa án', en: 'Case file transferred to court' }, from: ['prosecuted'], to: 'atCourt', basis: 'BLTTHS Điều 244',
    data: z.object({ ...on, court: line('Tòa án'), complex, folios: count('Số bút lục', 0, 1_000_000).optional() }) },
  ProsecutionWithdrawn: { label: { vi: 'Rút quyết định truy tố', en: 'Prosecution withdrawn' }, from: ['prosecuted', 'atCourt', 'courtSuspended'], to: 'terminated', basis: 'BLTTHS Điều 285',
    data: z.object({ ...decision, ...scope, charges: charges('Tội danh rút (khi rút một phần)').optional(), ground: paragraph('Căn cứ') }) },
  CaseTransferred: { label: { vi: 'Chuyển vụ án', en: 'Case transferred' }, from: beforeJudgment, basis: 'BLTTHS Điều 169, 239',
    data: z.object({ ...decision, toUnit: unitNamed('Viện kiểm sát nhận'), ground: transferGrounds, ...notifiedOn }) },
  TransferredCaseReceived: { label: { vi: 'Nhận vụ án chuyển đến', en: 'Transferred case received' }, from: beforeJudgment, basis: 'BLTTHS Điều 169 khoản 5, Điều 239 khoản 2',
    data: z.object({ ...on, severity: severity.optional(), folios: count('Số bút lục', 0, 1_000_000).optional() }) },
} as const satisfies Catalogue<CriminalCaseStatus>;
