import { dayOf } from '#engine';
import { daysBetween } from '#law';
import {
  notAfterItsDay,
  notBeforeItsDay,
  prosecutorIsKnown,
  prosecutorIsQualified,
  recorderHasAuthority,
  signerIsCompetent,
  viDay,
} from '../authority.js';
import { dueOf, lateBy, overADay } from '../due.js';
import { severityFitsCharges } from '../severity.js';
import { clockOf } from '../spells.js';
import { rule, type CrimeReportRule } from './rule.js';
import { timeRules } from './time-rules.js';

const identifiesReporter: CrimeReportRule = {
  code: 'reporter-required',
  text: 'Tố giác phải ghi người tố giác, trừ khi không rõ hoặc được giữ bí mật',
  basis: 'BLTTHS Điều 144 khoản 1, 4',
  broken: ({ fact }) => {
    if (fact.type !== 'CrimeReportReceived' || fact.data.kind !== 'denunciation') return undefined;
    if (fact.data.reporter !== undefined || fact.data.anonymous === true) return undefined;
    return { detail: 'Chưa ghi người tố giác.', field: 'data.reporter' };
  },
};

const receivedAtItsDay: CrimeReportRule = {
  code: 'hour-of-another-day',
  text: 'Giờ tiếp nhận, phân loại phải thuộc ngày tiếp nhận, phân loại',
  basis: 'Trình tự thời gian',
  broken: ({ fact }) => {
    const at =
      fact.type === 'CrimeReportReceived'
        ? fact.data.receivedAt
        : fact.type === 'CrimeReportClassified'
          ? fact.data.classifiedAt
          : undefined;
    if (at === undefined || at.startsWith(dayOf(fact))) return undefined;
    const field = fact.type === 'CrimeReportReceived' ? 'data.receivedAt' : 'data.classifiedAt';
    return { detail: `Giờ ghi là của ngày ${viDay(at)}.`, field };
  },
};

const newCaseIsNamed: CrimeReportRule = {
  code: 'case-details-required',
  text: 'Khởi tố vụ án mới phải ghi số vụ án và cơ quan khởi tố',
  basis: 'BLTTHS Điều 153, 154',
  broken: ({ fact }) => {
    if (fact.type !== 'CaseInitiationDecided' || fact.data.existingCase === true) return undefined;
    if (fact.data.caseNo === undefined) return { detail: 'Chưa ghi số vụ án.', field: 'data.caseNo' };
    return fact.data.body === undefined ? { detail: 'Chưa ghi cơ quan khởi tố.', field: 'data.body' } : undefined;
  },
};

const lengthGiven: CrimeReportRule = {
  code: 'length-required',
  text: 'Quyết định gia hạn phải ghi số tháng hoặc số ngày, không ghi cả hai',
  basis: 'BLTTHS Điều 147 khoản 2',
  broken: ({ fact }) => {
    if (fact.type !== 'CrimeReportExtensionGranted') return undefined;
    const { months, days } = fact.data;
    if ((months === undefined) !== (days === undefined)) return undefined;
    return { detail: 'Ghi số tháng hoặc số ngày gia hạn.', field: 'data.months' };
  },
};

export const impossible: readonly CrimeReportRule[] = [
  recorderHasAuthority,
  prosecutorIsKnown,
  identifiesReporter,
  receivedAtItsDay,
  newCaseIsNamed,
  lengthGiven,
  severityFitsCharges,
  notAfterItsDay(['determinedOn', 'requiredOn']),
  notBeforeItsDay(['sentOn', 'receivedOn', 'procuracyNotifiedOn', 'fileReceivedOn']),
];

const noticeTerms = {
  receipt: 'crimeReport.notifyReporter',
  result: 'crimeReport.notifyResult',
  resumption: 'crimeReport.resumptionSent',
} as const;

export const unlawful: readonly CrimeReportRule[] = [
  signerIsCompetent,
  prosecutorIsQualified,
  ...timeRules,
  rule(
    'classified-late',
    'Phân loại nguồn tin trong 24 giờ kể từ khi tiếp nhận',
    'TTLT 01/2017 Điều 8 khoản 1',
    ({ state, fact }) =>
      fact.type === 'CrimeReportClassified'
        ? overADay(state.receivedAt ?? state.receivedOn, fact.data.classifiedAt ?? fact.data.on)
        : undefined,
  ),
  rule(
    'forwarded-late',
    'Chuyển nguồn tin trong 24 giờ kể từ khi có căn cứ xác định không thuộc thẩm quyền',
    'TTLT 01/2017 Điều 8',
    ({ state, fact }) => {
      if (fact.type !== 'CrimeReportForwarded') return undefined;
      const { classification } = state;
      const known = classification?.competent === false ? classification.on : undefined;
      return overADay(fact.data.determinedOn ?? known, fact.data.on);
    },
  ),
  rule(
    'procuracy-notified-late',
    'Thông báo việc tiếp nhận cho Viện kiểm sát trong 03 ngày',
    'BLTTHS Điều 146 khoản 5; TTLT 01/2017 Điều 14 khoản 1',
    ({ state, fact, reference }) =>
      fact.type === 'CrimeReportDocketed' && state.receivedOn !== undefined
        ? lateBy(clockOf('crimeReport.notifyProcuracy', state.receivedOn), fact.data.procuracyNotifiedOn, reference.law)
        : undefined,
  ),
  rule(
    'assigned-investigator-late',
    'Phân công người giải quyết trong 03 ngày kể từ ngày nhận nguồn tin',
    'TTLT 01/2017 Điều 9',
    ({ state, fact, reference }) =>
      fact.type === 'CrimeReportDocketed' && state.receivedOn !== undefined
        ? lateBy(clockOf('crimeReport.assignInvestigator', state.receivedOn), fact.data.on, reference.law)
        : undefined,
  ),
  rule(
    'deadline-beyond-term',
    'Hạn giải quyết ghi khi thụ lý không quá thời hạn luật định',
    'BLTTHS Điều 147 khoản 1',
    ({ state, fact, reference }) => {
      if (fact.type !== 'CrimeReportDocketed' || fact.data.deadline === undefined) return undefined;
      const due = dueOf(clockOf('crimeReport.resolve', state.receivedOn ?? fact.data.on), reference.law)?.due;
      return due !== undefined && fact.data.deadline > due
        ? { detail: `Hạn ghi là ${viDay(fact.data.deadline)}, hạn luật định là ${viDay(due)}.` }
        : undefined;
    },
  ),
  rule(
    'prosecutor-assigned-late',
    'Viện kiểm sát phân công Kiểm sát viên trong 03 ngày làm việc',
    'TTLT 01/2017 Điều 10 khoản 2',
    ({ state, fact, reference }) =>
      fact.type === 'ProsecutorAssigned' && state.assignee === undefined && state.docketedOn !== undefined
        ? lateBy(clockOf('crimeReport.assignProsecutor', state.docketedOn), fact.data.on, reference.law)
        : undefined,
  ),
  rule(
    'decision-sent-late',
    'Gửi quyết định trong 24 giờ',
    'BLTTHS Điều 148 khoản 2, Điều 154, Điều 158 khoản 1',
    ({ fact }) =>
      fact.type === 'CrimeReportSuspended' ||
      fact.type === 'SuspensionAnnulledByProcuracy' ||
      fact.type === 'CaseInitiationDecided' ||
      fact.type === 'NonInitiationDecided'
        ? overADay(fact.data.on, fact.data.sentOn)
        : undefined,
  ),
  rule(
    'resumption-sent-late',
    'Gửi quyết định phục hồi trong 03 ngày',
    'BLTTHS Điều 149 khoản 2; TTLT 01/2017 Điều 14 khoản 4',
    ({ fact, reference }) =>
      fact.type === 'CrimeReportResumed'
        ? lateBy(clockOf('crimeReport.resumptionSent', fact.data.on), fact.data.sentOn, reference.law)
        : undefined,
  ),
  rule(
    'file-handed-over-late',
    'Chuyển hồ sơ cho Viện kiểm sát trong 05 ngày kể từ ngày có yêu cầu',
    'TTLT 01/2017 Điều 13 khoản 2',
    ({ fact, reference }) =>
      fact.type === 'ProcuracyTookOver'
        ? lateBy(clockOf('crimeReport.fileToProcuracy', fact.data.on), fact.data.fileReceivedOn, reference.law)
        : undefined,
  ),
  rule(
    'taken-over-early',
    'Viện kiểm sát trực tiếp giải quyết sau 15 ngày kể từ ngày yêu cầu khắc phục',
    'TTLT 01/2017 Điều 5 khoản 2 điểm b, Điều 6 khoản 2',
    ({ fact }) => {
      if (fact.type !== 'ProcuracyTookOver' || fact.data.requiredOn === undefined) return undefined;
      const days = daysBetween(fact.data.requiredOn, fact.data.on);
      return days <= 15 ? { detail: `Mới ${days} ngày kể từ ngày cơ quan thụ lý nhận yêu cầu.` } : undefined;
    },
  ),
  rule(
    'reporter-notified-late',
    'Thông báo cho người tố giác, báo tin trong thời hạn',
    'TTLT 01/2017 Điều 14 khoản 1, 3, 4',
    ({ state, fact, reference }) => {
      if (fact.type !== 'ReporterNotified') return undefined;
      const { about } = fact.data;
      const from = { receipt: state.receivedOn, result: state.resultOn, resumption: state.resumedOn }[about];
      return from === undefined ? undefined : lateBy(clockOf(noticeTerms[about], from), fact.data.on, reference.law);
    },
  ),
];
