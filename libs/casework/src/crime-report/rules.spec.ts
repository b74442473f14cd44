import { describe, it } from '@jest/globals';
import { crimeReport } from '#casework';
import { reportFact, theftReport } from '../../testing/facts.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(crimeReport, reference);
const { received, docketed, prolonged, granted, suspended, resumed, initiated, notInitiated } = theftReport;

/** Received on a Monday: the 20 days end on Sunday 22 March and roll to the 23rd. */
const open = [received('2026-03-02'), docketed('2026-03-03')];

describe('what is unlawful, and recorded all the same', () => {
  const at = (hour: string) => ({ on: hour.slice(0, 10), competent: true, body: 'CQĐT', classifiedAt: hour });

  it('is to classify after more than 24 hours', () => {
    const early = received('2026-03-02', { receivedAt: '2026-03-02T08:00:00+07:00' });
    given(early)
      .when(reportFact('CrimeReportClassified', at('2026-03-03T07:59:00+07:00')))
      .thenBreaches();
    given(early)
      .when(reportFact('CrimeReportClassified', at('2026-03-03T08:01:00+07:00')))
      .thenBreaches('classified-late');
    const byDay = reportFact('CrimeReportClassified', { on: '2026-03-04', competent: true, body: 'CQĐT' });
    given(received('2026-03-02')).when(byDay).thenBreaches('classified-late');
  });

  it('is to forward long after it was known', () => {
    const elsewhere = reportFact('CrimeReportClassified', { on: '2026-03-02', competent: false, body: 'Công an tỉnh' });
    const forwarded = reportFact('CrimeReportForwarded', { on: '2026-03-06', toBody: 'Công an tỉnh' });
    given(received('2026-03-02'), elsewhere).when(forwarded).thenBreaches('forwarded-late');
  });

  it('is to assign an investigator late, to tell the procuracy late, to write a deadline beyond the term', () => {
    const late = docketed('2026-03-06', { procuracyNotifiedOn: '2026-03-09', deadline: '2026-04-30' });
    given(received('2026-03-02'))
      .when(late)
      .thenBreaches('assigned-investigator-late', 'deadline-beyond-term', 'procuracy-notified-late');
  });

  it('is to assign a prosecutor late, or one of another unit', () => {
    const assigned = (on: string, prosecutor: string) =>
      reportFact('ProsecutorAssigned', { on, prosecutor, decisionNo: '2/QĐ' });
    given(...open)
      .when(assigned('2026-03-06', 'ksv-1'))
      .thenBreaches();
    given(...open)
      .when(assigned('2026-03-10', 'ksv-1'))
      .thenBreaches('prosecutor-assigned-late');
    given(...open)
      .when(assigned('2026-03-04', 'ksv-2'))
      .thenBreaches('prosecutor-not-qualified');
  });

  it('is to send decisions late', () => {
    given(...open)
      .when(initiated('2026-03-20', { sentOn: '2026-03-23' }))
      .thenBreaches('decision-sent-late');
    given(...open, suspended('2026-03-23'))
      .when(resumed('2026-05-04', { sentOn: '2026-05-08' }))
      .thenBreaches('resumption-sent-late');
  });

  it('is to suspend for a ground that was not law yet', () => {
    const before = [received('2021-03-01'), docketed('2021-03-02')];
    given(...before)
      .when(suspended('2021-03-22', { ground: 'c' }))
      .thenBreaches('ground-not-yet-law');
  });

  it('is to take over too early, or to hand the file over late', () => {
    const over = (requiredOn: string, fileReceivedOn: string) =>
      reportFact('ProcuracyTookOver', {
        on: '2026-03-20',
        docNo: '4/YC',
        reason: 'Vi phạm',
        requiredOn,
        fileReceivedOn,
      });
    given(...open)
      .when(over('2026-03-03', '2026-03-25'))
      .thenBreaches();
    given(...open)
      .when(over('2026-03-10', '2026-03-27'))
      .thenBreaches('file-handed-over-late', 'taken-over-early');
  });

  it('is to tell the reporter late', () => {
    const told = (on: string, about: 'receipt' | 'result') => reportFact('ReporterNotified', { on, about });
    given(received('2026-03-02')).when(told('2026-03-05', 'receipt')).thenBreaches();
    given(received('2026-03-02')).when(told('2026-03-06', 'receipt')).thenBreaches('reporter-notified-late');
    given(...open, notInitiated('2026-03-16'))
      .when(told('2026-03-20', 'result'))
      .thenBreaches('reporter-notified-late');
  });

  it('is an extension signed by who may not', () => {
    const long = [...open, prolonged('2026-03-20')];
    given(...long)
      .when(granted('2026-04-22', { months: 1, signer: 'pvt-1' }))
      .thenBreaches();
    given(...long)
      .when(granted('2026-04-22', { months: 1, signer: 'ksv-1' }))
      .thenBreaches('signer-not-competent');
  });
});

describe('what cannot be', () => {
  it('is a step that does not follow', () => {
    given().when(docketed('2026-03-03')).thenRefused('not-in-this-status');
    given(received('2026-03-02')).when(initiated('2026-03-20')).thenRefused('not-in-this-status');
    given(...open, initiated('2026-03-20'))
      .when(resumed('2026-03-21'))
      .thenRefused('not-in-this-status');
  });

  it('is a step before the one it follows, or one that has not come', () => {
    given(...open)
      .when(initiated('2026-03-01'))
      .thenRefused('out-of-order');
    given(...open)
      .when(initiated('2026-11-21'))
      .thenRefused('in-the-future');
  });

  it('is a denunciation by nobody', () => {
    given()
      .when(received('2026-03-02', { kind: 'denunciation' }))
      .thenRefused('reporter-required');
    given()
      .when(received('2026-03-02', { kind: 'denunciation', anonymous: true }))
      .thenBreaches();
    given()
      .when(received('2026-03-02', { kind: 'denunciation', reporter: 'Lê Thị B' }))
      .thenBreaches();
  });

  it('is an hour of another day', () => {
    given()
      .when(received('2026-03-02', { receivedAt: '2026-03-03T08:00:00+07:00' }))
      .thenRefused('hour-of-another-day');
  });

  it('is an extension of no length, or of two', () => {
    given(...open)
      .when(granted('2026-03-10', {}))
      .thenRefused('length-required');
    given(...open)
      .when(granted('2026-03-10', { months: 1, days: 3 }))
      .thenRefused('length-required');
  });

  it('is a new case without a number', () => {
    const unnamed = reportFact('CaseInitiationDecided', {
      on: '2026-03-20',
      decisionNo: '9/QĐ',
      charges: [{ article: '173', clause: 1 }],
      severity: 'I',
      caseFile: 'criminalCase-1',
    });
    given(...open)
      .when(unnamed)
      .thenRefused('case-details-required');
  });

  it('is a severity that its clause does not have', () => {
    given(...open)
      .when(initiated('2026-03-20', { severity: 'N' }))
      .thenRefused('severity-mismatch');
    const two = [
      { article: '173', clause: 1 },
      { article: '173', clause: 3 },
    ];
    given(...open)
      .when(initiated('2026-03-20', { charges: two, severity: 'R' }))
      .thenBreaches();
    given(...open)
      .when(initiated('2026-03-20', { charges: two, severity: 'I' }))
      .thenRefused('severity-mismatch');
    given(...open)
      .when(initiated('2026-03-20', { charges: [{ article: '173' }], severity: 'D' }))
      .thenBreaches();
  });

  it('is a decision that was sent before it was made', () => {
    given(...open)
      .when(initiated('2026-03-20', { sentOn: '2026-03-19' }))
      .thenRefused('date-before-its-fact');
  });

  it('is a recorder who does not work there', () => {
    given(...open)
      .when(initiated('2026-03-20'), { actor: 'ksv-2' })
      .thenRefused('recorder-without-authority');
    given(...open)
      .when(initiated('2026-03-20'), { actor: 'nobody' })
      .thenRefused('recorder-without-authority');
    given(...open)
      .when(initiated('2026-03-20'), { actor: 'ksv-t' })
      .thenBreaches();
    given(...open)
      .when(initiated('2026-03-20'), { actor: 'import' })
      .thenBreaches();
  });

  it('is a person in charge whom nobody knows', () => {
    const assigned = reportFact('ProsecutorAssigned', { on: '2026-03-04', prosecutor: 'nobody', decisionNo: '2/QĐ' });
    given(...open)
      .when(assigned)
      .thenRefused('unknown-person');
  });
});
