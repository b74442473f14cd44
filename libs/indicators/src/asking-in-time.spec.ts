import { beforeAll, describe, expect, test } from '@jest/globals';
import { effectiveHistory, stateOf, type Fact } from '#engine';
import { registerOf } from '#casework';
import { caseFact, theftCase } from '../../casework/testing/criminal-case.js';
import { reportFact, theftReport } from '../../casework/testing/facts.js';
import { recordedOf } from '../../casework/testing/index.js';
import { specReference } from '../../casework/testing/law.js';
import type { Law } from '#law';
import { itemsOf } from './items-of.js';

let law: Law;
beforeAll(() => {
  ({ law } = specReference());
});

/** The last day to ask for more time of each item that has one, by docket. */
const askBy = (register: string, ...facts: readonly Fact[]) => {
  const file = `${register}-1`;
  const state = stateOf(registerOf(file), effectiveHistory(recordedOf(file, facts)));
  const items = itemsOf(file, { state, breaches: [] }, () => ({ law }), '9'.repeat(20));
  return items.flatMap(({ docket, attributes }) =>
    typeof attributes['askBy'] === 'string' ? [`${docket} ${attributes['askBy']}`] : [],
  );
};

const begun = theftCase.initiated('2026-03-02');
const asked = caseFact('InvestigationExtensionRequested', { on: '2026-04-20', docNo: '1/ĐN', nth: 1, months: 2 });
const granted = caseFact('InvestigationExtensionGranted', { on: '2026-04-24', decisionNo: '2/QĐ', nth: 1, months: 2 });
const refused = caseFact('InvestigationExtensionRefused', {
  on: '2026-04-21',
  decisionNo: '2/QĐ',
  nth: 1,
  reason: 'x',
});

describe('the last day to ask for more time', () => {
  test('stands while the law leaves an extension that nobody asked for', () => {
    // Ten days before 2 May 2026, the end as it stands before it is moved over the holidays.
    expect(askBy('criminalCase', begun)).toEqual(['investigation 2026-04-22']);
    expect(askBy('criminalCase', begun, asked)).toEqual([]);
    expect(askBy('criminalCase', begun, asked, refused)).toEqual(['investigation 2026-04-22']);
  });

  test('is gone when the law leaves no more, and when the stage is over', () => {
    expect(askBy('criminalCase', begun, asked, granted)).toEqual([]);
    expect(askBy('criminalCase', begun, theftCase.charged('2026-03-03'), theftCase.concluded('2026-04-01'))).toEqual(
      [],
    );
  });

  test('is that of each accused in detention, but not where the order ends before the law does', () => {
    const held = (accusedId: string, more: object = {}) =>
      caseFact('PreventiveMeasureApplied', {
        on: '2026-03-03',
        decisionNo: '3/L',
        accusedId,
        kind: 'detention',
        startsOn: '2026-03-03',
        ...more,
      });
    const [one, two] = [theftCase.charged('2026-03-03'), theftCase.charged('2026-03-03', 'a2')];
    const both = askBy('criminalCase', begun, one, two, held('a1'), held('a2', { endsOn: '2026-04-01' }));
    // Ten days before the sixtieth day, 1 May 2026.
    expect(both).toEqual(['investigation 2026-04-22', 'duty 2026-04-21']);
    const request = { on: '2026-04-10', docNo: '4/ĐN', accusedId: 'a1', nth: 1, months: 1 };
    const after = askBy('criminalCase', begun, one, held('a1'), caseFact('DetentionExtensionRequested', request));
    expect(after).toEqual(['investigation 2026-04-22']);
  });

  test('of a report comes with the longer time, five days before its end', () => {
    const report = [theftReport.received('2026-03-02'), theftReport.docketed('2026-03-03')];
    expect(askBy('crimeReport', ...report)).toEqual([]);
    const prolonged = reportFact('CrimeReportTimeProlonged', { on: '2026-03-16', reason: 'Nhiều địa điểm' });
    expect(askBy('crimeReport', ...report, prolonged)).toEqual(['crimeReport 2026-04-27']);
  });
});
