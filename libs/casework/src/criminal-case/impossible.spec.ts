import { describe, expect, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, graverTheft, injury, theft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, indicted, toCourt, returned, assessed, supplemented, judged } =
  theftCase;

const investigated = [initiated('2026-01-05'), charged('2026-01-06')];
const withProcuracy = [...investigated, concluded('2026-02-20'), received('2026-02-23')];
const atCourt = [...withProcuracy, indicted('2026-03-05'), toCourt('2026-03-06')];
const court = returned('2026-04-01', 'r1', { by: 'panel', toBody: 'Viện kiểm sát' });

describe('the order of things', () => {
  it('knows no indictment before a conclusion', () =>
    given(...investigated)
      .when(indicted('2026-02-01'))
      .thenRefused('not-in-this-status'));

  it('knows no second initiation', () =>
    given(...investigated)
      .when(initiated('2026-02-01'))
      .thenRefused('not-in-this-status'));

  it('keeps the dates of what changes the status', () =>
    given(...withProcuracy)
      .when(indicted('2026-02-01'))
      .thenRefused('out-of-order'));

  it('lets a timely extension be told after the conclusion', () => {
    const extended = caseFact('InvestigationExtensionGranted', {
      on: '2026-02-10',
      decisionNo: '1/QĐ',
      nth: 1,
      months: 2,
      requestedOn: '2026-02-01',
    });
    given(...withProcuracy)
      .when(extended)
      .thenBreaches();
  });
});

describe('the accused', () => {
  it('is charged once', () =>
    given(...investigated)
      .when(charged('2026-01-08'))
      .thenRefused('accused-already-charged'));

  it('must be of this case', () =>
    given(...investigated)
      .when(concluded('2026-02-20', ['a1', 'a9']))
      .thenRefused('unknown-accused'));

  it('is named once in a paper', () =>
    given(...investigated)
      .when(concluded('2026-02-20', ['a1', 'a1']))
      .thenRefused('accused-named-twice'));

  it('may not be left out of the conclusion', () =>
    given(...investigated, charged('2026-01-08', 'a2'))
      .when(concluded('2026-02-20', ['a1']))
      .thenRefused('accused-left-out'));

  it('is not indicted while suspended', () => {
    const suspended = caseFact('CaseSuspendedByProcuracy', {
      on: '2026-03-01',
      decisionNo: '1/QĐ',
      ground: '247.1.a',
      accusedIds: ['a1'],
    });
    const both = [
      ...investigated,
      charged('2026-01-08', 'a2'),
      concluded('2026-02-20', ['a1', 'a2']),
      received('2026-02-23'),
    ];
    given(...both, suspended)
      .when(indicted('2026-03-02', ['a1']))
      .thenRefused('accused-elsewhere');
  });

  it('is not judged without an indictment', () =>
    given(...atCourt)
      .when(judged('2026-04-10', ['a1', 'a9']))
      .thenRefused('unknown-accused'));

  it('who was left out of the indictment is not judged', () => {
    const stopped = caseFact('CaseTerminatedByProcuracy', {
      on: '2026-03-04',
      decisionNo: '1/QĐ',
      ground: '157.2',
      accusedIds: ['a2'],
    });
    given(
      ...investigated,
      charged('2026-01-08', 'a2'),
      concluded('2026-02-20', ['a1', 'a2']),
      received('2026-02-23'),
      stopped,
      indicted('2026-03-05'),
      toCourt('2026-03-06'),
    )
      .when(judged('2026-04-10', ['a1', 'a2']))
      .thenRefused('accused-not-indicted');
  });

  it('is not resumed when nobody was stopped', () =>
    given(...investigated)
      .when(caseFact('InvestigationResumed', { on: '2026-02-01', decisionNo: '1/QĐ', severity: 'I' }))
      .thenRefused('nothing-to-resume'));

  it('has a charge approved once', () => {
    const approved = caseFact('AccusedChargeApproved', { on: '2026-01-08', decisionNo: '1/QĐ', accusedId: 'a1' });
    given(...investigated, approved)
      .when(caseFact('AccusedChargeApproved', { on: '2026-01-09', decisionNo: '2/QĐ', accusedId: 'a1' }))
      .thenRefused('charge-already-approved');
  });
});

describe('a return of the file', () => {
  it('comes from who has the file', () => {
    given(...withProcuracy)
      .when(court)
      .thenRefused('return-by-who-has-not-the-file');
    given(...atCourt)
      .when(returned('2026-04-01', 'r1'))
      .thenRefused('return-by-who-has-not-the-file');
  });

  it('is recorded once', () =>
    given(...atCourt, court)
      .when(returned('2026-04-02', 'r1'))
      .thenRefused('return-already-recorded'));

  it('is not answered when it is not known', () => {
    given(...withProcuracy)
      .when(assessed('2026-03-10', 'r9'))
      .thenRefused('unknown-return');
    given(...withProcuracy, returned('2026-03-02', 'r1'))
      .when(supplemented('2026-04-01', 'r9'))
      .thenRefused('unknown-return');
  });

  it('is assessed once', () =>
    given(...withProcuracy, returned('2026-03-02', 'r1'), assessed('2026-03-10', 'r1'))
      .when(assessed('2026-03-11', 'r1', false))
      .thenRefused('return-already-assessed'));

  it('for the court names a return of the court', () =>
    given(...atCourt, court)
      .when(returned('2026-04-02', 'r2', { onCourtReturnId: 'r7' }))
      .thenRefused('unknown-court-return'));
});

describe('papers and places', () => {
  it('replaces an indictment that stands', () => {
    const replaced = caseFact('IndictmentReplaced', {
      on: '2026-04-20',
      indictmentNo: '16/CT',
      replaces: '99/CT',
      accused: [{ accusedId: 'a1', charges: [theft] }],
      signer: 'vt-1',
    });
    given(...atCourt, court)
      .when(replaced)
      .thenRefused('unknown-indictment');
  });

  it('decides by summary procedure only where the file came under it', () => {
    const summary = caseFact('SummaryProsecutionDecided', {
      on: '2026-02-25',
      indictmentNo: '4/QĐTT',
      accused: [{ accusedId: 'a1', charges: [theft] }],
      signer: 'vt-1',
    });
    given(...withProcuracy)
      .when(summary)
      .thenRefused('not-summary-procedure');
    given(...investigated, concluded('2026-02-20'), received('2026-02-23', { procedure: 'summary' }))
      .when(summary)
      .thenState({ status: 'prosecuted' });
  });

  it('transfers to another unit that exists', () => {
    const to = (toUnit: string) =>
      caseFact('CaseTransferred', { on: '2026-02-02', decisionNo: '1/QĐ', toUnit, ground: 'investigation' });
    given(...investigated)
      .when(to('kv-1'))
      .thenRefused('transfer-to-unknown-unit');
    given(...investigated)
      .when(to('kv-99'))
      .thenRefused('transfer-to-unknown-unit');
  });

  it('says of a conviction for another offence whether that is heavier', () => {
    const verdicts = [{ charged: theft, result: 'convicted' as const, convictedOf: injury }];
    given(...atCourt)
      .when(judged('2026-04-10', ['a1'], { accused: [{ accusedId: 'a1', verdicts }] }))
      .thenRefused('verdict-incomplete');
  });

  it('judges what was charged', () => {
    const verdicts = [{ charged: injury, result: 'acquitted' as const }];
    given(...atCourt)
      .when(judged('2026-04-10', ['a1'], { accused: [{ accusedId: 'a1', verdicts }] }))
      .thenRefused('verdict-on-uncharged-offence');
  });

  it('states the class of the offence that the clause has', () => {
    given()
      .when(initiated('2026-01-05', { severity: 'N' }))
      .thenRefused('severity-mismatch');
    given(...investigated, concluded('2026-02-20', [], { accused: [{ accusedId: 'a1', charges: [graverTheft] }] }))
      .when(received('2026-02-23'))
      .thenRefused('severity-mismatch');
  });
});

describe('who records', () => {
  it('works in the unit that has the case, or above it', () => {
    given(...investigated)
      .when(concluded('2026-02-20'), { actor: 'ksv-2' })
      .thenRefused('recorder-without-authority');
    given(...investigated)
      .when(concluded('2026-02-20'), { actor: 'ksv-t' })
      .thenBreaches();
  });

  it('assigns someone who is known', () =>
    given(...investigated)
      .when(caseFact('ProsecutorAssigned', { on: '2026-01-08', decisionNo: '1/QĐ', prosecutor: 'nobody' }))
      .thenRefused('unknown-person'));

  it('tells nothing ahead of its day', () =>
    given(...investigated)
      .when(concluded('2027-02-20'))
      .thenRefused('in-the-future'));
});

it('a case in mid-life can be loaded, and goes on from there', () => {
  const { when } = given();
  const loaded = when(indicted('2026-03-05'), { historicalImport: true }).record().state;
  expect(loaded).toMatchObject({ status: 'prosecuted', accused: [{ id: 'a1', status: 'indicted' }] });
});
