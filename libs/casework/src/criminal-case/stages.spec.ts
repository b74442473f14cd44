import { describe, expect, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, graverTheft, injury, theft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import type { CriminalCase } from './state.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, indicted, toCourt, returned, assessed, supplemented, judged } =
  theftCase;

const stays = ({ spells }: CriminalCase) =>
  spells.map(({ key, unit, kind, openedOn, closedOn, outcome }) =>
    [key, unit, kind, openedOn, closedOn ?? '…', outcome ?? 'open'].join(' '),
  );

const investigated = [initiated('2026-01-05'), charged('2026-01-06')];
const withProcuracy = [...investigated, concluded('2026-02-20'), received('2026-02-23')];
const atCourt = [...withProcuracy, indicted('2026-03-05'), toCourt('2026-03-06')];

describe('a case from its initiation to the first judgment', () => {
  it('passes through one docket after the other, and its accused through theirs', () => {
    const file = given(...atCourt, judged('2026-04-10')).state();
    expect(file.status).toBe('tried');
    expect(stays(file)).toEqual([
      'investigation-1 kv-1 first 2026-01-05 2026-02-20 concluded',
      'prosecution-1 kv-1 first 2026-02-23 2026-03-05 prosecuted',
      'accused-a1-1 kv-1 173 2026-03-05 2026-04-10 sameClause',
      'court-1 kv-1 first 2026-03-06 2026-04-10 judged',
    ]);
  });

  it('is known by its number, its accused and its offence', () => {
    const file = given(...investigated, charged('2026-01-07', 'a2')).state();
    expect(file).toMatchObject({ number: '01/2026/HS', title: 'Bị can a1 và 1 bị can khác – Điều 173 BLHS' });
  });

  it('is in the charge of the prosecutor last assigned, with all that is open', () => {
    const assigned = caseFact('ProsecutorAssigned', { on: '2026-01-05', decisionNo: '1/QĐ', prosecutor: 'ksv-1' });
    const file = given(initiated('2026-01-05'), assigned).state();
    expect([file.assignee, file.spells[0]?.assignee]).toEqual(['ksv-1', 'ksv-1']);
  });

  it('keeps what it came from and what it led to', () => {
    const linked = caseFact('ProtestLinked', { on: '2026-02-01', file: 'protest-1' });
    const file = given(initiated('2026-01-05', { sourceReportIds: ['crimeReport-1'] }), linked).state();
    expect(file.links).toEqual([
      { file: 'crimeReport-1', relation: 'cameFrom' },
      { file: 'protest-1', relation: 'ledTo' },
    ]);
  });
});

describe('several accused', () => {
  const two = [...investigated, charged('2026-01-07', 'a2')];
  const suspendedFor = (accusedIds: string[] | undefined, on = '2026-02-01') =>
    caseFact('InvestigationSuspended', {
      on,
      decisionNo: '9/QĐ',
      ground: '229.1.b',
      ...(accusedIds ? { accusedIds } : {}),
    });

  it('leaves the investigation open while one of them is left in it', () => {
    const file = given(...two, suspendedFor(['a1'])).state();
    expect([file.status, file.accused.map(({ status }) => status)]).toEqual([
      'investigating',
      ['suspended', 'charged'],
    ]);
    expect(file.spells.at(-1)).toMatchObject({ docket: 'investigation' });
    expect(file.spells.at(-1)?.closedOn).toBeUndefined();
  });

  it('ends the investigation when the last of them is decided', () => {
    const terminated = caseFact('InvestigationTerminated', {
      on: '2026-02-10',
      decisionNo: '10/QĐ',
      ground: '157.2',
      accusedIds: ['a2'],
    });
    const file = given(...two, suspendedFor(['a1']), terminated).state();
    expect(file.status).toBe('investigationSuspended');
    expect(stays(file)).toEqual(['investigation-1 kv-1 first 2026-01-05 2026-02-10 terminated']);
  });

  it('takes up a suspended investigation again with a clock of its own', () => {
    const resumed = caseFact('InvestigationResumed', { on: '2026-05-04', decisionNo: '11/QĐ', severity: 'I' });
    const file = given(...two, suspendedFor(undefined), resumed).state();
    expect(file.accused.map(({ status }) => status)).toEqual(['charged', 'charged']);
    expect(file.spells.at(-1)).toMatchObject({
      kind: 'resumed',
      clock: { term: 'investigation.resumed', trigger: '2026-05-04', severity: 'I' },
    });
  });

  it('leaves the prosecution stage open until each is decided, and brings who was indicted into the docket', () => {
    const both = [...two, concluded('2026-02-20', ['a1', 'a2']), received('2026-02-23')];
    const first = given(...both, indicted('2026-03-02', ['a1'])).state();
    expect([first.status, stays(first).at(1)]).toEqual(['prosecution', 'prosecution-1 kv-1 first 2026-02-23 … open']);
    const dropped = caseFact('CaseTerminatedByProcuracy', {
      on: '2026-03-04',
      decisionNo: '12/QĐ',
      ground: '157.2',
      accusedIds: ['a2'],
    });
    const file = given(...both, indicted('2026-03-02', ['a1']), dropped).state();
    expect([file.status, stays(file).at(1)]).toEqual([
      'prosecuted',
      'prosecution-1 kv-1 first 2026-02-23 2026-03-04 prosecuted',
    ]);
  });

  it('reverts a change of charge that the procuracy refuses', () => {
    const change = caseFact('ChargeChanged', {
      on: '2026-01-20',
      decisionNo: '13/QĐ',
      accusedId: 'a1',
      charges: [injury],
    });
    const refused = caseFact('AccusedChargeRefused', { on: '2026-01-22', decisionNo: '14/QĐ', accusedId: 'a1' });
    expect(given(...investigated, change).state().accused[0]?.charges).toEqual([injury]);
    expect(given(...investigated, change, refused).state().accused[0]).toMatchObject({
      charges: [theft],
      status: 'charged',
    });
  });
});

describe('a returned file', () => {
  it('goes back to the investigator for two months, and each return is a stay of its own', () => {
    const file = given(...withProcuracy, returned('2026-03-02', 'r1', { deliveredOn: '2026-03-04' })).state();
    expect(file).toMatchObject({ status: 'supplementary', current: { returnId: 'r1' } });
    expect(stays(file).slice(1)).toEqual([
      'prosecution-1 kv-1 first 2026-02-23 2026-03-02 returned',
      'return-1 kv-1 procuracy 2026-03-02 … open',
      'investigation-2 kv-1 supplementaryByProcuracy 2026-03-02 … open',
    ]);
    expect(file.spells.at(-1)?.clock).toMatchObject({
      term: 'investigation.supplementaryByProcuracy',
      trigger: '2026-03-04',
    });
  });

  it('comes to the procuracy again with a full term after the supplementary investigation', () => {
    const back = [
      ...withProcuracy,
      returned('2026-03-02', 'r1'),
      assessed('2026-03-10', 'r1'),
      supplemented('2026-04-20', 'r1'),
      received('2026-04-21'),
    ];
    const file = given(...back).state();
    expect(file.status).toBe('prosecution');
    expect(file.spells.at(-1)).toMatchObject({
      key: 'prosecution-2',
      kind: 'again',
      clock: { term: 'prosecution.decide', trigger: '2026-04-21' },
    });
    expect(file.spells.find(({ docket }) => docket === 'return')).toMatchObject({
      closedOn: '2026-03-10',
      outcome: 'grounded',
    });
  });

  it('from the court, passed on to the investigator, is the court’s return with one verdict for both', () => {
    const court = returned('2026-04-01', 'r1', { by: 'presidingJudge', toBody: 'Viện kiểm sát' });
    const passedOn = returned('2026-04-06', 'r2', { onCourtReturnId: 'r1' });
    const file = given(...atCourt, court, passedOn, assessed('2026-04-15', 'r1')).state();
    expect(stays(file).slice(3)).toEqual([
      'court-1 kv-1 first 2026-03-06 2026-04-01 returned',
      'return-1 kv-1 presidingJudge 2026-04-01 2026-04-15 grounded',
      'return-2 kv-1 procuracyForCourt 2026-04-06 2026-04-15 grounded',
      'investigation-2 kv-1 supplementaryByCourt 2026-04-06 … open',
    ]);
  });

  it('from the court, refused by the procuracy, had no grounds, and the indictment stands', () => {
    const court = returned('2026-04-01', 'r1', { by: 'panel', toBody: 'Viện kiểm sát' });
    const refused = caseFact('CourtReturnRefused', {
      on: '2026-04-10',
      docNo: '15/VKS',
      returnId: 'r1',
      reasons: 'Chứng cứ đã đủ',
    });
    const file = given(...atCourt, court, refused).state();
    expect([file.status, file.accused[0]?.status]).toEqual(['prosecuted', 'indicted']);
    expect(file.spells.find(({ docket }) => docket === 'return')).toMatchObject({ outcome: 'ungrounded' });
  });

  it('may lead to a new indictment, which takes the place of the older', () => {
    const court = returned('2026-04-01', 'r1', { by: 'panel', toBody: 'Viện kiểm sát' });
    const replaced = caseFact('IndictmentReplaced', {
      on: '2026-04-20',
      indictmentNo: '16/CT',
      replaces: '04/CT',
      accused: [{ accusedId: 'a1', charges: [graverTheft] }],
      signer: 'vt-1',
    });
    const file = given(...atCourt, court, replaced).state();
    expect(file.indictments.map(({ no, replacedBy }) => [no, replacedBy])).toEqual([
      ['04/CT', '16/CT'],
      ['16/CT', undefined],
    ]);
    expect(stays(file).filter((stay) => stay.startsWith('accused'))).toEqual([
      'accused-a1-1 kv-1 173 2026-03-05 2026-04-20 replaced',
      'accused-a1-2 kv-1 173 2026-04-20 … open',
    ]);
  });
});

it('a decision that the upper procuracy takes back leaves the case to be decided again, with no term set', () => {
  const overruled = caseFact('ProcuracyDecisionOverruled', {
    on: '2026-03-10',
    decisionNo: '1/QĐ',
    overruled: 'indictment',
    reason: 'Chưa đủ căn cứ',
  });
  const file = given(...withProcuracy, indicted('2026-03-05'), overruled).state();
  expect([file.status, file.accused[0]?.status]).toEqual(['prosecution', 'concluded']);
  expect(stays(file).slice(2)).toEqual([
    'accused-a1-1 kv-1 173 2026-03-05 2026-03-10 withdrawn',
    'prosecution-2 kv-1 overruled 2026-03-10 … open',
  ]);
  given(...withProcuracy)
    .when(overruled)
    .thenRefused('not-in-this-status');
});

describe('a transferred case', () => {
  const transferred = (ground: 'investigation' | 'prosecution', on: string) =>
    caseFact('CaseTransferred', { on, decisionNo: '17/QĐ', toUnit: 'kv-2', ground });

  it('closes its stay in one unit and opens the same in another, the clock going with it', () => {
    const file = given(...investigated, transferred('investigation', '2026-02-02')).state();
    expect([file.unit, file.assignee]).toEqual(['kv-2', undefined]);
    expect(stays(file)).toEqual([
      'investigation-1 kv-1 first 2026-01-05 2026-02-02 transferred',
      'investigation-2 kv-2 first 2026-02-02 … open',
    ]);
    expect(file.spells.at(-1)?.clock?.trigger).toBe('2026-01-05');
  });

  it('starts the term of prosecution anew when the competent procuracy receives the file', () => {
    const moved = [...withProcuracy, transferred('prosecution', '2026-03-02')];
    expect(
      given(...moved)
        .state()
        .spells.at(-1)?.clock,
    ).toBeUndefined();
    const arrived = caseFact('TransferredCaseReceived', { on: '2026-03-09' });
    const { state } = given(...moved)
      .when(arrived, { actor: 'ksv-2', unit: 'kv-2' })
      .record();
    expect(state.spells.at(-1)?.clock).toMatchObject({ term: 'prosecution.decide', trigger: '2026-03-09' });
  });
});
