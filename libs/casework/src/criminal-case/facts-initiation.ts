import { z } from 'zod';
import type { Catalogue } from '#engine';
import { charges, line, paragraph, severity, yesNo } from '../fields.js';
import { caseLinkFacts } from '../links.js';
import { bodyLevels, chargingBodies, prosecutorRoles, sexes } from './choices.js';
import { accusedId, dayNamed, decision, docNoNamed, fileNamed, on, personNamed, sentOn } from './shapes.js';
import { everOpened, underInvestigation, type CriminalCaseStatus } from './statuses.js';

const charging = [...underInvestigation, 'prosecution', 'courtReturned'] as const;

const decidedByProcuracy = { ...decision, accusedId, receivedOn: dayNamed('Ngày nhận hồ sơ đề nghị').optional() };

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const initiationFacts = {
  CaseInitiated: { label: { vi: 'Khởi tố vụ án', en: 'Case initiated' }, from: ['new'], to: 'investigating', basis: 'BLTTHS Điều 153, 154',
    data: z.object({ ...decision, caseNo: line('Số vụ án'), body: line('Cơ quan khởi tố'), bodyLevel: bodyLevels.optional(),
      charges: charges('Tội danh, điều, khoản, điểm'), severity, sourceReportIds: z.array(fileNamed('Nguồn tin')).default([]).meta({ title: 'Các nguồn tin về tội phạm' }), summary: paragraph('Nội dung vụ án').optional(), ...sentOn }) },
  InitiationChanged: { label: { vi: 'Thay đổi quyết định khởi tố vụ án', en: 'Initiation decision changed' }, from: underInvestigation, basis: 'BLTTHS Điều 156, 172 khoản 4',
    data: z.object({ ...decision, replaced: charges('Tội danh cũ').optional(), charges: charges('Tội danh mới'), severity, ...sentOn }) },
  InitiationSupplemented: { label: { vi: 'Bổ sung quyết định khởi tố vụ án', en: 'Initiation decision supplemented' }, from: underInvestigation, basis: 'BLTTHS Điều 156, 172 khoản 4',
    data: z.object({ ...decision, charges: charges('Tội danh bổ sung'), severity, ...sentOn }) },
  CaseInitiationAnnulled: { label: { vi: 'Hủy bỏ quyết định khởi tố vụ án', en: 'Case initiation annulled' }, from: ['investigating'], to: 'terminated', basis: 'BLTTHS Điều 161',
    data: z.object({ ...decision, ground: paragraph('Căn cứ hủy bỏ') }) },
  ProsecutorAssigned: { label: { vi: 'Phân công Kiểm sát viên', en: 'Prosecutor assigned' }, from: everOpened, basis: 'BLTTHS Điều 41, 42',
    data: z.object({ ...decision, prosecutor: personNamed('Kiểm sát viên'), role: prosecutorRoles.default('lead') }) },
  AccusedCharged: { label: { vi: 'Khởi tố bị can', en: 'Accused charged' }, from: charging, basis: 'BLTTHS Điều 179',
    data: z.object({ ...decision, accusedId, name: line('Họ tên hoặc tên pháp nhân'), born: dayNamed('Ngày sinh').optional(), sex: sexes.optional(),
      nationality: line('Quốc tịch').optional(), ethnicity: line('Dân tộc').optional(), religion: line('Tôn giáo').optional(), residence: line('Nơi cư trú').optional(), occupation: line('Nghề nghiệp').optional(),
      charges: charges('Tội danh, điều, khoản, điểm'), isJuvenile: yesNo('Người dưới 18 tuổi').default(false), isLegalEntity: yesNo('Pháp nhân').default(false),
      by: chargingBodies.default('investigator'), ...sentOn }) },
  AccusedChargeApproved: { label: { vi: 'Phê chuẩn quyết định khởi tố bị can', en: 'Charge approved' }, from: everOpened, basis: 'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3',
    data: z.object({ ...decidedByProcuracy }) },
  AccusedChargeRefused: { label: { vi: 'Hủy bỏ quyết định khởi tố bị can', en: 'Charge refused' }, from: everOpened, basis: 'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3',
    data: z.object({ ...decidedByProcuracy, reason: paragraph('Lý do').optional() }) },
  AccusedChargeEvidenceRequested: { label: { vi: 'Yêu cầu bổ sung chứng cứ để phê chuẩn', en: 'Evidence requested before approval' }, from: everOpened, basis: 'BLTTHS Điều 179 khoản 3',
    data: z.object({ ...decidedByProcuracy, content: paragraph('Chứng cứ, tài liệu cần bổ sung').optional() }) },
  ChargeChanged: { label: { vi: 'Thay đổi quyết định khởi tố bị can', en: 'Charge changed' }, from: charging, basis: 'BLTTHS Điều 180',
    data: z.object({ ...decision, accusedId, replaced: charges('Tội danh cũ').optional(), charges: charges('Tội danh mới'), reason: paragraph('Lý do').optional(), ...sentOn }) },
  ChargeAdded: { label: { vi: 'Bổ sung quyết định khởi tố bị can', en: 'Charge added' }, from: charging, basis: 'BLTTHS Điều 180 khoản 2',
    data: z.object({ ...decision, accusedId, charges: charges('Tội danh bổ sung'), reason: paragraph('Lý do').optional(), ...sentOn }) },
  ProtestLinked: { ...caseLinkFacts.ProtestLinked, from: everOpened },
  RecommendationLinked: { ...caseLinkFacts.RecommendationLinked, from: everOpened },
  DecisionReceived: { label: { vi: 'Nhận quyết định của Cơ quan điều tra, Tòa án', en: 'Decision of the investigator or the court received' }, from: everOpened, basis: 'BLTTHS Điều 154 khoản 2, Điều 156 khoản 2, Điều 229 khoản 3, Điều 235 khoản 2, Điều 280 khoản 3, Điều 286 khoản 3',
    data: z.object({ ...on, decisionNo: docNoNamed('Số quyết định đã nhận'), sentOn: dayNamed('Ngày gửi ghi trên văn bản').optional() }) },
  SourceReportLinked: { label: { vi: 'Nguồn tin dẫn đến vụ án', en: 'Source report linked' }, from: everOpened, basis: 'BLTTHS Điều 143, 153',
    data: z.object({ ...on, file: fileNamed('Hồ sơ nguồn tin'), docNo: line('Số quyết định').optional() }) },
} as const satisfies Catalogue<CriminalCaseStatus>;
