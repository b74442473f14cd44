import { describe, expect, it } from '@jest/globals';
import { dueDate } from '#law';
import { crimeReport, type CrimeReportState } from '#casework';
import { reportFact, theftReport } from '../../testing/facts.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(crimeReport, reference);
const { received, docketed, prolonged, requested, granted, suspended, resumed, initiated, notInitiated } = theftReport;

/** Received on a Monday: the 20 days end on Sunday 22 March and roll to the 23rd. */
const open = [received('2026-03-02'), docketed('2026-03-03')];

const stays = ({ spells }: CrimeReportState) =>
  spells.map(({ key, openedOn, closedOn, outcome }) => `${key} ${openedOn} ${closedOn ?? '…'} ${outcome ?? 'open'}`);

const dueOf = ({ spells }: CrimeReportState) => {
  const clock = spells.at(-1)?.clock;
  return clock && dueDate(clock, reference.law).due;
};

describe('a crime report from receipt to its resolution', () => {
  it('enters the docket when it is docketed, and its time runs from receipt', () => {
    const file = given(...open).state();
    expect(file).toMatchObject({ status: 'docketed', unit: 'kv-1', number: '12/2026/TB', title: 'Mất trộm xe máy' });
    expect(stays(file)).toEqual(['crimeReport-1 2026-03-03 … open']);
    expect(dueOf(file)).toBe('2026-03-23');
  });

  it('leaves the docket as what was decided', () => {
    expect(stays(given(...open, initiated('2026-03-20')).state())).toEqual([
      'crimeReport-1 2026-03-03 2026-03-20 initiated',
    ]);
    expect(stays(given(...open, notInitiated('2026-03-20')).state())).toEqual([
      'crimeReport-1 2026-03-03 2026-03-20 notInitiated',
    ]);
    const forwarded = reportFact('CrimeReportForwarded', { on: '2026-03-04', toBody: 'Công an huyện bên' });
    expect(stays(given(...open, forwarded).state())).toEqual(['crimeReport-1 2026-03-03 2026-03-04 transferred']);
  });

  it('leads to the case it names', () => {
    expect(given(...open, initiated('2026-03-20')).state().links).toEqual([
      { file: 'criminalCase-1', relation: 'ledTo' },
    ]);
  });

  it('has another stay, of a month, after a suspension', () => {
    const file = given(...open, suspended('2026-03-23'), resumed('2026-05-04')).state();
    expect(stays(file)).toEqual(['crimeReport-1 2026-03-03 2026-03-23 suspended', 'crimeReport-2 2026-05-04 … open']);
    expect(dueOf(file)).toBe('2026-06-04');
  });

  it('has a month from the receipt of the annulment when the suspension is annulled', () => {
    const annulled = reportFact('SuspensionAnnulledByProcuracy', {
      on: '2026-04-01',
      decisionNo: '3/QĐ',
      receivedOn: '2026-04-02',
    });
    expect(dueOf(given(...open, suspended('2026-03-23'), annulled).state())).toBe('2026-05-04');
  });

  it('goes on without a term of its own when the refusal to initiate is annulled', () => {
    const annulled = reportFact('NonInitiationAnnulled', { on: '2026-04-01', decisionNo: '3/QĐ', reason: 'Bỏ lọt' });
    const file = given(...open, notInitiated('2026-03-20'), annulled).state();
    expect(file.status).toBe('docketed');
    expect(dueOf(file)).toBeUndefined();
  });

  it('is in the charge of the prosecutor who leads', () => {
    const assigned = reportFact('ProsecutorAssigned', { on: '2026-03-04', prosecutor: 'ksv-1', decisionNo: '2/QĐ' });
    const joined = reportFact('ProsecutorAssigned', {
      on: '2026-03-05',
      prosecutor: 'pvt-1',
      role: 'member',
      decisionNo: '3/QĐ',
    });
    const file = given(...open, assigned, joined).state();
    expect(file.assignee).toBe('ksv-1');
    expect(file.spells[0]?.assignee).toBe('ksv-1');
  });
});

describe('its time', () => {
  it('is two months from receipt when it was prolonged in time', () => {
    expect(dueOf(given(...open, prolonged('2026-03-20')).state())).toBe('2026-05-04');
    given(...open)
      .when(prolonged('2026-03-20'))
      .thenBreaches();
  });

  it('stays when it was prolonged too late, which is a breach', () => {
    expect(dueOf(given(...open, prolonged('2026-03-24')).state())).toBe('2026-03-23');
    given(...open)
      .when(prolonged('2026-03-24'))
      .thenBreaches('prolonged-late');
  });

  it('may not be prolonged beyond the two months', () => {
    given(...open)
      .when(prolonged('2026-03-20', { until: '2026-05-20' }))
      .thenBreaches('prolonged-too-long');
  });

  const long = [...open, prolonged('2026-03-20'), requested('2026-04-20')];

  it('is extended once, by two months at most', () => {
    expect(dueOf(given(...long, granted('2026-04-22')).state())).toBe('2026-07-02');
    given(...long)
      .when(granted('2026-04-22'))
      .thenBreaches();
    given(...long)
      .when(granted('2026-04-22', { months: 3 }))
      .thenBreaches('extension-too-long');
    given(...long, granted('2026-04-22'))
      .when(granted('2026-06-20'))
      .thenBreaches('extension-not-provided');
  });

  it('is not extended by a decision after it ran out', () => {
    given(...long)
      .when(granted('2026-05-06'))
      .thenBreaches('extension-decided-late', 'extension-late');
    expect(dueOf(given(...long, granted('2026-05-06')).state())).toBe('2026-05-04');
  });

  it('is asked to be extended at least five days before it ends', () => {
    given(...open, prolonged('2026-03-20'))
      .when(requested('2026-04-27'))
      .thenBreaches();
    given(...open, prolonged('2026-03-20'))
      .when(requested('2026-04-28'))
      .thenBreaches('extension-requested-late');
  });

  it('is not extended before it was prolonged, as the code has it', () => {
    given(...open)
      .when(granted('2026-03-10'))
      .thenBreaches('extension-not-provided');
  });

  it('says by how much a decision came late', () => {
    given(...open)
      .when(initiated('2026-03-24'))
      .thenBreaches('decided-late');
    given(...open)
      .when(notInitiated('2026-03-23'))
      .thenBreaches();
  });

  it('must have run out before a suspension', () => {
    given(...open)
      .when(suspended('2026-03-10'))
      .thenBreaches('suspended-before-term');
    given(...open)
      .when(suspended('2026-03-23'))
      .thenBreaches();
    given(...open)
      .when(suspended('2026-03-25'))
      .thenBreaches('decided-late');
  });
});

describe('what is told late', () => {
  it('is judged on its own day', () => {
    const assigned = reportFact('ProsecutorAssigned', { on: '2026-03-05', prosecutor: 'ksv-1', decisionNo: '2/QĐ' });
    given(...open, initiated('2026-03-20'))
      .when(assigned)
      .thenBreaches();
    const late = given(...open, notInitiated('2026-04-10'));
    expect(late.breaches().map(({ code }) => code)).toEqual(['decided-late']);
    // The prolongation that was forgotten makes the decision one in time.
    late.when(prolonged('2026-03-20')).thenAllBreaches();
  });
});

describe('a report of former times', () => {
  it('may begin in the middle, when it is loaded as such', () => {
    given()
      .when(initiated('2019-03-20', { severity: 'D' }), { historicalImport: true })
      .thenBreaches();
    given().when(resumed('2019-03-20'), { historicalImport: true }).thenState({ status: 'docketed', unit: 'kv-1' });
  });
});
