import type { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { crimeReportFacts, petitionFacts, protestFacts, recommendationFacts } from '#casework';

/** Builds facts of a catalogue as the API would store them: defaults filled in. @throws when it isn't one */
const builderOf =
  <C extends Catalogue>(catalogue: C) =>
  <T extends keyof C & string>(type: T, data: z.input<C[T]['data']>): FactOf<C> =>
    // The compiler doesn't follow that a type's data are those of its row.
    ({ type, data: catalogue[type]?.data.parse(data) }) as unknown as FactOf<C>;

export const reportFact = builderOf(crimeReportFacts);
export const protestFact = builderOf(protestFacts);
export const recommendationFact = builderOf(recommendationFacts);
export const petitionFact = builderOf(petitionFacts);

type Input<T extends keyof typeof crimeReportFacts> = Partial<z.input<(typeof crimeReportFacts)[T]['data']>>;

/** A report of a theft, each step with what a spec wants different. */
export const theftReport = {
  received: (on: string, more: Input<'CrimeReportReceived'> = {}) =>
    reportFact('CrimeReportReceived', {
      on,
      reportNo: '12/2026/TB',
      kind: 'report',
      channel: 'written',
      receivingBody: 'Công an xã',
      summary: 'Mất trộm xe máy',
      ...more,
    }),
  docketed: (on: string, more: Input<'CrimeReportDocketed'> = {}) =>
    reportFact('CrimeReportDocketed', { on, investigator: 'Trần Văn A', ...more }),
  prolonged: (on: string, more: Input<'CrimeReportTimeProlonged'> = {}) =>
    reportFact('CrimeReportTimeProlonged', { on, reason: 'Nhiều tình tiết phức tạp', ...more }),
  requested: (on: string, more: Input<'CrimeReportExtensionRequested'> = {}) =>
    reportFact('CrimeReportExtensionRequested', { on, docNo: '5/ĐN', ...more }),
  granted: (on: string, more: Input<'CrimeReportExtensionGranted'> = { months: 2 }) =>
    reportFact('CrimeReportExtensionGranted', { on, decisionNo: '6/QĐ', ...more }),
  suspended: (on: string, more: Input<'CrimeReportSuspended'> = {}) =>
    reportFact('CrimeReportSuspended', { on, decisionNo: '7/QĐ', ground: 'a', ...more }),
  resumed: (on: string, more: Input<'CrimeReportResumed'> = {}) =>
    reportFact('CrimeReportResumed', { on, decisionNo: '8/QĐ', ...more }),
  initiated: (on: string, more: Input<'CaseInitiationDecided'> = {}) =>
    reportFact('CaseInitiationDecided', {
      on,
      decisionNo: '9/QĐ',
      body: 'Cơ quan Cảnh sát điều tra',
      caseNo: '01/2026/HS',
      charges: [{ article: '173', clause: 1 }],
      severity: 'I',
      caseFile: 'criminalCase-1',
      ...more,
    }),
  notInitiated: (on: string, more: Input<'NonInitiationDecided'> = {}) =>
    reportFact('NonInitiationDecided', { on, decisionNo: '10/QĐ', ground: '2', ...more }),
};
