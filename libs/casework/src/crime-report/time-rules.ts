import { dayOf } from '#engine';
import { addDays } from '#law';
import { viDay } from '../authority.js';
import { dueOf, lateBy } from '../due.js';
import { clockOf, extended, openSpell } from '../spells.js';
import type { CrimeReportFact } from './facts.js';
import { rule, type CrimeReportGiven, type CrimeReportRule } from './rule.js';
import { lengthOf } from './state.js';

const clockIn = ({ state }: CrimeReportGiven) => openSpell(state.spells, 'crimeReport')?.clock;

/** The verdict of the law on an extension, were it added to the running clock. */
const extensionIn = (given: CrimeReportGiven) => {
  const { fact, state, reference } = given;
  const clock = clockIn(given);
  if (fact.type !== 'CrimeReportExtensionGranted' || clock === undefined) return undefined;
  const asked = state.extensionRequest === undefined ? {} : { requestedOn: state.extensionRequest.on };
  const extension = { fact: '', decidedOn: dayOf(fact), ...asked, length: lengthOf(fact.data) };
  return dueOf(extended(clock, extension), reference.law)?.extensions.at(-1);
};

const resolutions: readonly CrimeReportFact['type'][] = [
  'CaseInitiationDecided',
  'NonInitiationDecided',
  'CrimeReportSuspended',
];

/** The time to resolve a report, how it is prolonged, extended and suspended: BLTTHS Điều 147, 148. */
export const timeRules: readonly CrimeReportRule[] = [
  rule('prolonged-late', 'Chỉ kéo dài thời hạn khi thời hạn 20 ngày chưa hết', 'BLTTHS Điều 147 khoản 2', (given) =>
    given.fact.type === 'CrimeReportTimeProlonged'
      ? lateBy(clockIn(given), given.fact.data.on, given.reference.law)
      : undefined,
  ),
  rule(
    'prolonged-too-long',
    'Kéo dài không quá 02 tháng kể từ ngày nhận nguồn tin',
    'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 1',
    ({ state, fact, reference }) => {
      if (fact.type !== 'CrimeReportTimeProlonged' || state.receivedOn === undefined) return undefined;
      const due = dueOf(clockOf('crimeReport.prolonged', state.receivedOn), reference.law)?.due;
      const { until } = fact.data;
      return due !== undefined && until !== undefined && until > due
        ? { detail: `Kéo dài đến ${viDay(until)}, muộn nhất là ${viDay(due)}.` }
        : undefined;
    },
  ),
  rule('extension-late', 'Gia hạn khi thời hạn giải quyết chưa hết', 'BLTTHS Điều 147 khoản 2', (given) =>
    extensionIn(given)?.late === true ? { detail: 'Quyết định gia hạn được ban hành khi thời hạn đã hết.' } : undefined,
  ),
  rule(
    'extension-not-provided',
    'Gia hạn một lần, sau khi đã kéo dài tới 02 tháng',
    'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 2',
    (given) => {
      const verdict = extensionIn(given);
      return verdict !== undefined && verdict.basis === undefined
        ? { detail: 'Thời hạn này không được gia hạn, hoặc đã gia hạn một lần.' }
        : undefined;
    },
  ),
  rule('extension-too-long', 'Gia hạn không quá 02 tháng', 'BLTTHS Điều 147 khoản 2', (given) => {
    const verdict = extensionIn(given);
    return verdict?.basis !== undefined && verdict.overCeilingBy > 0
      ? { detail: `Phần gia hạn vượt mức tối đa ${verdict.overCeilingBy} ngày.` }
      : undefined;
  }),
  rule(
    'extension-requested-late',
    'Đề nghị gia hạn chậm nhất 05 ngày trước khi hết thời hạn',
    'BLTTHS Điều 147 khoản 2; TTLT 01/2017 Điều 11 khoản 2',
    (given) => {
      if (given.fact.type !== 'CrimeReportExtensionRequested') return undefined;
      const due = dueOf(clockIn(given), given.reference.law);
      if (due === undefined) return undefined;
      const last = addDays(due.nominal, -5);
      return given.fact.data.on > last
        ? { detail: `Muộn nhất là ngày ${viDay(last)}; đề nghị ngày ${viDay(given.fact.data.on)}.` }
        : undefined;
    },
  ),
  rule(
    'extension-decided-late',
    'Viện kiểm sát quyết định trong 03 ngày kể từ ngày nhận đề nghị gia hạn',
    'TTLT 01/2017 Điều 11 khoản 2',
    ({ state, fact, reference }) =>
      (fact.type === 'CrimeReportExtensionGranted' || fact.type === 'CrimeReportExtensionRefused') &&
      state.extensionRequest
        ? lateBy(
            clockOf('crimeReport.extensionDecision', state.extensionRequest.receivedOn),
            fact.data.on,
            reference.law,
          )
        : undefined,
  ),
  // A suspension is decided on the last day: the term must have run out (148(1)), and 147(1) names it among the decisions.
  rule('decided-late', 'Giải quyết nguồn tin trong thời hạn', 'BLTTHS Điều 147, 148, 149', (given) =>
    resolutions.includes(given.fact.type) ? lateBy(clockIn(given), dayOf(given.fact), given.reference.law) : undefined,
  ),
  rule(
    'suspended-before-term',
    'Chỉ tạm đình chỉ khi đã hết thời hạn giải quyết',
    'BLTTHS Điều 148 khoản 1',
    (given) => {
      if (given.fact.type !== 'CrimeReportSuspended') return undefined;
      const due = dueOf(clockIn(given), given.reference.law)?.nominal;
      return due !== undefined && given.fact.data.on < due.slice(0, 10)
        ? { detail: `Thời hạn đến ngày ${viDay(due)} mới hết; tạm đình chỉ ngày ${viDay(given.fact.data.on)}.` }
        : undefined;
    },
  ),
  rule(
    'ground-not-yet-law',
    'Căn cứ bất khả kháng do thiên tai, dịch bệnh chỉ có từ 01/12/2021',
    'BLTTHS Điều 148 khoản 1 điểm c (Luật 02/2021/QH15)',
    ({ fact }) =>
      fact.type === 'CrimeReportSuspended' && fact.data.ground === 'c' && fact.data.on < '2021-12-01'
        ? { detail: `Ngày ${viDay(fact.data.on)} luật chưa có căn cứ này.` }
        : undefined,
  ),
];
