import { z } from 'zod';
import type { Catalogue } from '#engine';
import { count, line, paragraph, severity, yesNo } from '../fields.js';
import {
  completions,
  gravities,
  investigationSuspensionGrounds,
  investigationTerminationGrounds,
  preventiveMeasures,
  terminationReviews,
} from './choices.js';
import {
  accusedId,
  chargedAccused,
  dayNamed,
  decision,
  docNoNamed,
  on,
  personNamed,
  returnId,
  scope,
  unitNamed,
} from './shapes.js';
import { beforeJudgment, everOpened, underInvestigation, type CriminalCaseStatus } from './statuses.js';

const approvedBy = line('Người hoặc cơ quan phê chuẩn').optional();
const granted = {
  grantedBy: unitNamed('Viện kiểm sát gia hạn').optional(),
  requestedOn: dayNamed('Ngày đề nghị').optional(),
};
const nth = count('Lần thứ', 1, 9);
const months = count('Số tháng', 1, 24);
const sentToProcuracy = { sentOn: dayNamed('Ngày gửi quyết định').optional() };
const ending = { ...decision, ...scope, ...sentToProcuracy };

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const investigationFacts = {
  PreventiveMeasureApplied: { label: { vi: 'Áp dụng biện pháp ngăn chặn', en: 'Preventive measure applied' }, from: beforeJudgment, basis: 'BLTTHS Điều 109, 119',
    data: z.object({ ...decision, accusedId, kind: preventiveMeasures, startsOn: dayNamed('Từ ngày'), endsOn: dayNamed('Đến ngày').optional(), ground: paragraph('Căn cứ').optional(), approvedBy }) },
  PreventiveMeasureChanged: { label: { vi: 'Thay thế biện pháp ngăn chặn', en: 'Preventive measure changed' }, from: beforeJudgment, basis: 'BLTTHS Điều 125',
    data: z.object({ ...decision, accusedId, kind: preventiveMeasures, startsOn: dayNamed('Từ ngày'), endsOn: dayNamed('Đến ngày').optional(), ground: paragraph('Căn cứ').optional(), approvedBy }) },
  PreventiveMeasureCancelled: { label: { vi: 'Hủy bỏ biện pháp ngăn chặn', en: 'Preventive measure cancelled' }, from: everOpened, basis: 'BLTTHS Điều 125',
    data: z.object({ ...decision, accusedId, ground: paragraph('Căn cứ').optional() }) },
  InvestigationRequirementIssued: { label: { vi: 'Yêu cầu điều tra', en: 'Investigation requirement issued' }, from: underInvestigation, basis: 'BLTTHS Điều 165 khoản 6, Điều 166',
    data: z.object({ ...decision, items: z.array(paragraph('Vấn đề')).min(1).meta({ title: 'Các vấn đề yêu cầu điều tra' }), done: yesNo('Đã thực hiện').optional() }) },
  AccusedInterrogatedByProsecutor: { label: { vi: 'Kiểm sát viên hỏi cung bị can', en: 'Accused interrogated by the prosecutor' }, from: beforeJudgment, basis: 'BLTTHS Điều 183 khoản 4',
    data: z.object({ ...on, accusedId, prosecutor: personNamed('Kiểm sát viên').optional(), note: paragraph('Ghi chú').optional() }) },
  InvestigationExtensionRequested: { label: { vi: 'Đề nghị gia hạn điều tra', en: 'Investigation extension requested' }, from: underInvestigation, basis: 'BLTTHS Điều 172 khoản 2, Điều 174 khoản 1',
    data: z.object({ ...on, docNo: docNoNamed('Số văn bản'), nth, months }) },
  InvestigationExtensionGranted: { label: { vi: 'Gia hạn điều tra', en: 'Investigation extension granted' }, from: underInvestigation, basis: 'BLTTHS Điều 172, 174',
    data: z.object({ ...decision, nth, months, ...granted, reason: paragraph('Lý do').optional() }) },
  InvestigationExtensionRefused: { label: { vi: 'Không gia hạn điều tra', en: 'Investigation extension refused' }, from: underInvestigation, basis: 'BLTTHS Điều 172',
    data: z.object({ ...decision, nth, reason: paragraph('Lý do') }) },
  DetentionExtensionRequested: { label: { vi: 'Đề nghị gia hạn tạm giam', en: 'Detention extension requested' }, from: underInvestigation, basis: 'BLTTHS Điều 173 khoản 2',
    data: z.object({ ...on, docNo: docNoNamed('Số văn bản'), accusedId, nth, months }) },
  DetentionExtensionGranted: { label: { vi: 'Gia hạn tạm giam', en: 'Detention extension granted' }, from: underInvestigation, basis: 'BLTTHS Điều 173',
    data: z.object({ ...decision, accusedId, nth, months, endsOn: dayNamed('Đến ngày'), ...granted }) },
  DetentionExtensionRefused: { label: { vi: 'Không gia hạn tạm giam', en: 'Detention extension refused' }, from: underInvestigation, basis: 'BLTTHS Điều 173',
    data: z.object({ ...decision, accusedId, nth, reason: paragraph('Lý do') }) },
  SupervisionFindingRecorded: { label: { vi: 'Phát hiện vi phạm của cơ quan tiến hành tố tụng', en: 'Supervision finding recorded' }, from: everOpened, basis: 'BLTTHS Điều 166, 237; Luật Tổ chức VKSND Điều 4, 5',
    data: z.object({ ...on, body: line('Cơ quan vi phạm'), provision: line('Điều luật bị vi phạm'), gravity: gravities, content: paragraph('Nội dung vi phạm').optional() }) },
  WantedNoticeIssued: { label: { vi: 'Quyết định truy nã bị can', en: 'Wanted notice issued' }, from: beforeJudgment, basis: 'BLTTHS Điều 231',
    data: z.object({ ...decision, accusedId, body: line('Cơ quan ra quyết định').optional() }) },
  InvestigationSuspended: { label: { vi: 'Tạm đình chỉ điều tra', en: 'Investigation suspended' }, from: underInvestigation, to: 'investigationSuspended', basis: 'BLTTHS Điều 229',
    data: z.object({ ...ending, ground: investigationSuspensionGrounds }) },
  InvestigationResumed: { label: { vi: 'Phục hồi điều tra', en: 'Investigation resumed' }, from: ['investigating', 'supplementary', 'investigationSuspended', 'terminated', 'tried', 'appellateTried', 'closed'], to: 'investigating', basis: 'BLTTHS Điều 235, 174 khoản 1',
    data: z.object({ ...decision, ...scope, severity, reason: paragraph('Lý do').optional(), ...sentToProcuracy }) },
  InvestigationTerminated: { label: { vi: 'Đình chỉ điều tra', en: 'Investigation terminated' }, from: underInvestigation, to: 'terminated', basis: 'BLTTHS Điều 230, 232',
    data: z.object({ ...ending, ground: investigationTerminationGrounds, conclusionNo: docNoNamed('Số kết luận điều tra').optional() }) },
  InvestigationTerminationReviewed: { label: { vi: 'Kiểm sát quyết định đình chỉ điều tra', en: 'Termination of investigation reviewed' }, from: ['investigating', 'supplementary', 'investigationSuspended', 'terminated'], to: 'terminated', basis: 'BLTTHS Điều 230 khoản 3',
    data: z.object({ ...decision, ...scope, receivedOn: dayNamed('Ngày nhận quyết định và hồ sơ'), result: terminationReviews }) },
  InvestigationConcluded: { label: { vi: 'Kết luận điều tra đề nghị truy tố', en: 'Investigation concluded' }, from: ['investigating'], to: 'concluded', basis: 'BLTTHS Điều 232, 233',
    data: z.object({ ...on, conclusionNo: docNoNamed('Số kết luận điều tra'), accused: chargedAccused, deliveredOn: dayNamed('Ngày giao kết luận và hồ sơ').optional() }) },
  ReinvestigationStarted: { label: { vi: 'Điều tra lại', en: 'Re-investigation started' }, from: ['appellateTried'], to: 'investigating', basis: 'BLTTHS Điều 174 khoản 3',
    data: z.object({ ...on, severity, docNo: docNoNamed('Số văn bản yêu cầu').optional() }) },
  ReturnedFileDelivered: { label: { vi: 'Cơ quan điều tra nhận lại hồ sơ', en: 'Returned file delivered to the investigator' }, from: everOpened, basis: 'BLTTHS Điều 174 khoản 2',
    data: z.object({ ...on, returnId: returnId() }) },
  SupplementaryInvestigationCompleted: { label: { vi: 'Kết thúc điều tra bổ sung', en: 'Supplementary investigation completed' }, from: underInvestigation, to: 'concluded', basis: 'BLTTHS Điều 245 khoản 3; TTLT 02/2017 Điều 10',
    data: z.object({ ...on, conclusionNo: docNoNamed('Số kết luận'), returnId: returnId(), kind: completions, accused: chargedAccused.optional() }) },
} as const satisfies Catalogue<CriminalCaseStatus>;
