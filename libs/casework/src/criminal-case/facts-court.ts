import { z } from 'zod';
import type { Catalogue } from '#engine';
import { count, line, paragraph, severity, yesNo } from '../fields.js';
import {
  courtSuspensionGrounds,
  courtTerminationGrounds,
  hearingModes,
  higherOutcomes,
  reviewResults,
} from './choices.js';
import { dayNamed, decision, docNoNamed, judgedAccused, on, personNamed, scope, sentOn } from './shapes.js';
import type { CriminalCaseStatus } from './statuses.js';

const mode = hearingModes.default('inPerson');
const prosecutor = personNamed('Kiểm sát viên').optional();
const judgment = { ...on, judgmentNo: docNoNamed('Số bản án'), court: line('Tòa án') };

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const courtFacts = {
  CourtCaseDocketed: { label: { vi: 'Tòa án thụ lý vụ án', en: 'Case docketed by the court' }, from: ['atCourt'], basis: 'BLTTHS Điều 276, 277 khoản 1',
    data: z.object({ ...on, docketNo: docNoNamed('Số thụ lý').optional(), severity }) },
  TrialPreparationExtended: { label: { vi: 'Gia hạn thời hạn chuẩn bị xét xử', en: 'Trial preparation extended' }, from: ['atCourt'], basis: 'BLTTHS Điều 277 khoản 1',
    data: z.object({ ...decision, days: count('Số ngày', 1, 180), ...sentOn }) },
  TrialScheduled: { label: { vi: 'Đưa vụ án ra xét xử', en: 'Trial scheduled' }, from: ['atCourt'], basis: 'BLTTHS Điều 277, 286',
    data: z.object({ ...decision, trialOn: dayNamed('Ngày mở phiên tòa'), mode, prosecutor, ...sentOn }) },
  TrialPostponed: { label: { vi: 'Hoãn phiên tòa', en: 'Trial postponed' }, from: ['atCourt'], basis: 'BLTTHS Điều 297',
    data: z.object({ ...on, until: dayNamed('Ngày mở lại').optional(), reason: paragraph('Lý do') }) },
  TrialHeld: { label: { vi: 'Phiên tòa sơ thẩm', en: 'Trial held' }, from: ['atCourt'], basis: 'BLTTHS Điều 250, 266, 277 khoản 3',
    data: z.object({ ...on, mode, prosecutor }) },
  FirstInstanceJudgmentRecorded: { label: { vi: 'Bản án sơ thẩm', en: 'First-instance judgment recorded' }, from: ['atCourt'], to: 'tried', basis: 'BLTTHS Điều 260, 298',
    data: z.object({ ...judgment, accused: judgedAccused }) },
  JudgmentReviewed: { label: { vi: 'Kiểm sát bản án, quyết định', en: 'Judgment reviewed' }, from: ['tried', 'appellateTried', 'closed'], basis: 'BLTTHS Điều 262, 267',
    data: z.object({ ...on, receivedOn: dayNamed('Ngày nhận bản án'), result: reviewResults, note: paragraph('Nội dung').optional() }) },
  AppellateJudgmentRecorded: { label: { vi: 'Bản án phúc thẩm', en: 'Appellate judgment recorded' }, from: ['tried', 'appellateTried'], to: 'appellateTried', basis: 'BLTTHS Điều 355',
    data: z.object({ ...judgment, outcome: higherOutcomes, accused: judgedAccused.optional(), procuracyFault: yesNo('Có lỗi của Viện kiểm sát').optional() }) },
  CassationDecisionRecorded: { label: { vi: 'Quyết định giám đốc thẩm, tái thẩm', en: 'Cassation decision recorded' }, from: ['tried', 'appellateTried', 'closed'], to: 'appellateTried', basis: 'BLTTHS Điều 388, 402',
    data: z.object({ ...judgment, outcome: higherOutcomes, accused: judgedAccused.optional(), procuracyFault: yesNo('Có lỗi của Viện kiểm sát').optional() }) },
  CourtCaseSuspended: { label: { vi: 'Tòa án tạm đình chỉ vụ án', en: 'Case suspended by the court' }, from: ['atCourt'], to: 'courtSuspended', basis: 'BLTTHS Điều 281',
    data: z.object({ ...decision, ...scope, ground: courtSuspensionGrounds, ...sentOn }) },
  CourtCaseResumed: { label: { vi: 'Tòa án phục hồi vụ án', en: 'Case resumed by the court' }, from: ['atCourt', 'courtSuspended', 'terminated', 'tried', 'appellateTried', 'closed'], to: 'atCourt', basis: 'BLTTHS Điều 283',
    data: z.object({ ...decision, ...scope, reason: paragraph('Lý do').optional() }) },
  CourtCaseTerminated: { label: { vi: 'Tòa án đình chỉ vụ án', en: 'Case terminated by the court' }, from: ['atCourt', 'courtSuspended', 'terminated'], to: 'terminated', basis: 'BLTTHS Điều 282',
    data: z.object({ ...decision, ...scope, ground: courtTerminationGrounds, ...sentOn }) },
  CaseClosed: { label: { vi: 'Kết thúc hồ sơ vụ án', en: 'Case closed' }, from: ['tried', 'appellateTried', 'terminated'], to: 'closed', basis: 'Quy chế nghiệp vụ (cần xác nhận)',
    data: z.object({ ...on, reason: paragraph('Lý do') }) },
  CaseReopened: { label: { vi: 'Mở lại hồ sơ vụ án', en: 'Case reopened' }, from: ['closed'], to: 'tried', basis: 'Quy chế nghiệp vụ (cần xác nhận)',
    data: z.object({ ...on, reason: paragraph('Lý do') }) },
} as const satisfies Catalogue<CriminalCaseStatus>;
