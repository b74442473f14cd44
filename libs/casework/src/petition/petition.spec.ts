import { describe, expect, it } from '@jest/globals';
import { dueDate } from '#law';
import { petition, petitionFacts, type PetitionFact, type PetitionState } from '#casework';
import type { z } from 'zod';
import { petitionFact } from '../../testing/facts.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(petition, reference);

type Input<T extends keyof typeof petitionFacts> = Partial<z.input<(typeof petitionFacts)[T]['data']>>;

const received = (on: string, more: Input<'PetitionReceived'> = {}) =>
  petitionFact('PetitionReceived', {
    on,
    petitionNo: '7/Đ',
    kind: 'complaint',
    field: 'administrative',
    sender: 'Phạm Văn C',
    summary: 'Khiếu nại quyết định kỷ luật',
    ...more,
  });
const accepted = (on: string, more: Input<'PetitionAccepted'> = {}) =>
  petitionFact('PetitionAccepted', { on, ...more });
const classified = (on: string, more: Input<'PetitionClassified'> = {}) =>
  petitionFact('PetitionClassified', { on, competent: true, conditionsMet: true, ...more });
const extended = (on: string, days: number, complexity: 'complex' | 'veryComplex' = 'complex') =>
  petitionFact('PetitionExtended', { on, days, complexity });
const decision = { decisionNo: '9/QĐ', finding: 'partlyRight', signer: 'vt-1' } as const;
const decided = (on: string) => petitionFact('PetitionDecisionIssued', { on, ...decision });
const concluded = (on: string) => petitionFact('PetitionConclusionIssued', { on, ...decision });
const lodged = (on: string, more: Input<'PetitionSecondInstanceLodged'> = {}) =>
  petitionFact('PetitionSecondInstanceLodged', { on, ...more });

const denounced = (on: string, more: Input<'PetitionReceived'> = {}) => received(on, { kind: 'denunciation', ...more });

const stays = ({ spells }: PetitionState) =>
  spells.map(({ key, unit, closedOn, outcome }) => `${key} ${unit} ${closedOn ?? '…'} ${outcome ?? 'open'}`);

const dueOf = ({ spells }: PetitionState) => {
  const clock = spells.at(-1)?.clock;
  return clock && dueDate(clock, reference.law).due;
};

describe('a petition', () => {
  it('is in the docket from receipt to its resolution', () => {
    const file = given(received('2026-03-02'), accepted('2026-03-09'), decided('2026-04-06')).state();
    expect(file).toMatchObject({ status: 'decided', number: '7/Đ', finding: 'partlyRight' });
    expect(stays(file)).toEqual(['petition-1 kv-1 2026-04-06 resolved']);
  });

  it('leaves the docket in other ways', () => {
    const forwarded = petitionFact('PetitionForwarded', { on: '2026-03-04', toUnit: 'kv-2' });
    const filed = petitionFact('PetitionFiledNoAction', { on: '2026-03-04', reason: 'Đã giải quyết' });
    const duplicate = petitionFact('PetitionDuplicateMarked', { on: '2026-03-04', duplicateOf: 'petition-2' });
    const withdrawn = petitionFact('PetitionWithdrawn', { on: '2026-03-04' });
    const outcomes = [forwarded, filed, duplicate, withdrawn].map(
      (fact) => given(received('2026-03-02'), fact).state().spells[0]?.outcome,
    );
    expect(outcomes).toEqual(['forwarded', 'filed', 'duplicate', 'withdrawn']);
    expect(given(received('2026-03-02'), duplicate).state().links).toEqual([
      { file: 'petition-2', relation: 'sameRoot' },
    ]);
  });

  it('knows the petition it is rooted in', () => {
    const file = given(received('2026-03-02', { receivedFrom: 'kv-2', rootPetition: 'petition-2' })).state();
    expect(file).toMatchObject({ rootPetition: 'petition-2', links: [{ file: 'petition-2', relation: 'sameRoot' }] });
  });

  it('never names in its title who denounces', () => {
    expect(given(denounced('2026-03-02', { sender: 'Người tố cáo' })).state().title).not.toContain('Người tố cáo');
  });

  it('is in the charge of whoever it was given to', () => {
    const file = given(received('2026-03-02'), accepted('2026-03-09', { prosecutor: 'ksv-1' })).state();
    expect(file.spells[0]?.assignee).toBe('ksv-1');
  });

  it('has another stay, with the upper unit, when the complaint goes on', () => {
    const again = petitionFact('PetitionSecondDecisionIssued', { on: '2026-05-04', ...decision, signer: 'vt-1' });
    const first = [received('2026-03-02'), accepted('2026-03-09'), decided('2026-04-06')];
    const file = given(...first, lodged('2026-04-13', { toUnit: 'tinh-1' })).state();
    expect(stays(file)).toEqual(['petition-1 kv-1 2026-04-06 resolved', 'petition-2 tinh-1 … open']);
    expect(file.unit).toBe('tinh-1');
    expect(dueOf(file)).toBe('2026-05-28');
    given(...first, lodged('2026-04-13'))
      .when(again)
      .thenState({ status: 'secondDecided', secondFinding: 'partlyRight' });
  });
});

describe('its time', () => {
  const due = (...facts: readonly PetitionFact[]) => dueOf(given(...facts).state());

  it('runs from acceptance by the complaint law, longer in remote places and complex matters', () => {
    const kinds = ['normal', 'complex', 'remote', 'remoteComplex'] as const;
    const dues = kinds.map((complexity) => due(received('2026-03-02'), accepted('2026-03-09', { complexity })));
    expect(dues).toEqual(['2026-04-08', '2026-04-23', '2026-04-23', '2026-05-08']);
  });

  it('runs from receipt in criminal procedure', () => {
    expect(due(received('2026-03-02', { field: 'criminal' }), accepted('2026-03-04'))).toBe('2026-03-09');
    const against = (whom: Input<'PetitionReceived'>['against']) =>
      due(received('2026-03-02', { field: 'criminal', against: whom }), accepted('2026-03-04'));
    expect([against('procuracyHead'), against('investigator')]).toEqual(['2026-03-17', '2026-03-09']);
    expect(due(denounced('2026-03-02', { field: 'criminal' }), accepted('2026-03-04'))).toBe('2026-04-01');
  });

  it('is 24 hours about custody, three days where something must be verified', () => {
    const custody = [received('2026-03-02', { field: 'custody' }), accepted('2026-03-02')];
    expect(due(...custody)?.slice(0, 10)).toBe('2026-03-03');
    expect(due(...custody, extended('2026-03-03', 2))).toBe('2026-03-05');
  });

  it('is none for requests and feedback', () => {
    expect(due(received('2026-03-02', { kind: 'request' }), accepted('2026-03-04'))).toBeUndefined();
  });

  it('is longer for a complex complaint, from the same day', () => {
    expect(due(received('2026-03-02'), accepted('2026-03-09'), extended('2026-04-01', 15))).toBe('2026-04-23');
  });

  it('is longer by thirty days for a denunciation, once or twice', () => {
    const open = [denounced('2026-03-02'), accepted('2026-03-09')];
    expect(due(...open)).toBe('2026-04-08');
    expect(due(...open, extended('2026-04-01', 30))).toBe('2026-05-08');
    const twice = [extended('2026-04-01', 30, 'veryComplex'), extended('2026-05-04', 30, 'veryComplex')] as const;
    expect(due(...open, ...twice)).toBe('2026-06-08');
  });

  it('stands still while a denunciation is suspended', () => {
    const suspended = petitionFact('PetitionSuspended', { on: '2026-03-16', reason: 'Đợi giám định' });
    const resumed = petitionFact('PetitionResumed', { on: '2026-03-26' });
    expect(due(denounced('2026-03-02'), accepted('2026-03-09'), suspended, resumed)).toBe('2026-04-20');
  });
});

describe('what is unlawful, and recorded all the same', () => {
  it('is a late resolution', () => {
    given(received('2026-03-02'), accepted('2026-03-09')).when(decided('2026-04-08')).thenBreaches();
    given(received('2026-03-02'), accepted('2026-03-09'))
      .when(decided('2026-04-09'))
      .thenBreaches('petition-decided-late');
    given(denounced('2026-03-02'), accepted('2026-03-09'))
      .when(concluded('2026-04-09'))
      .thenBreaches('petition-decided-late');
  });

  it('is a late first step', () => {
    given(received('2026-03-02')).when(accepted('2026-03-13')).thenBreaches('petition-accepted-late');
    given(denounced('2026-03-02')).when(classified('2026-03-12')).thenBreaches('petition-classified-late');
    given(denounced('2026-03-02'))
      .when(classified('2026-03-12', { severalPlaces: true }))
      .thenBreaches();
    const forwarded = petitionFact('PetitionForwarded', { on: '2026-03-10', toBody: 'Công an tỉnh' });
    given(denounced('2026-03-02')).when(forwarded).thenBreaches('petition-forwarded-late');
  });

  it('is to accept what was found to be outside', () => {
    given(received('2026-03-02'), classified('2026-03-04', { competent: false }))
      .when(accepted('2026-03-05'))
      .thenBreaches('accepted-without-competence');
  });

  it('is more time than the law gives, or too late, or once more', () => {
    const complaint = [received('2026-03-02'), accepted('2026-03-09')];
    const unlawful = 'petition-extension-unlawful';
    given(...complaint)
      .when(extended('2026-04-01', 15))
      .thenBreaches();
    given(...complaint)
      .when(extended('2026-04-01', 16))
      .thenBreaches(unlawful);
    given(...complaint)
      .when(extended('2026-04-09', 15))
      .thenBreaches(unlawful);
    given(...complaint, extended('2026-04-01', 15))
      .when(extended('2026-04-20', 10))
      .thenBreaches(unlawful);
    const denunciation = [denounced('2026-03-02'), accepted('2026-03-09')];
    given(...denunciation)
      .when(extended('2026-04-01', 31))
      .thenBreaches(unlawful);
    given(...denunciation, extended('2026-04-01', 30))
      .when(extended('2026-05-04', 30))
      .thenBreaches(unlawful);
    const criminal = [received('2026-03-02', { field: 'criminal' }), accepted('2026-03-03')];
    given(...criminal)
      .when(extended('2026-03-05', 5))
      .thenBreaches(unlawful);
  });
});

describe('what cannot be', () => {
  it('is a petition by nobody, unless nobody knows who', () => {
    const { sender: _, ...nobody } = received('2026-03-02').data as { sender?: string };
    const by = (more: object) => petitionFact('PetitionReceived', { ...nobody, ...more } as never);
    given().when(by({})).thenRefused('sender-required');
    given()
      .when(by({ anonymous: true }))
      .thenBreaches();
  });

  it('is to forward to nobody, or to two', () => {
    const forwarded = (more: object) => petitionFact('PetitionForwarded', { on: '2026-03-04', ...more });
    given(received('2026-03-02')).when(forwarded({})).thenRefused('receiver-required');
    given(received('2026-03-02'))
      .when(forwarded({ toBody: 'Sở', toUnit: 'kv-2' }))
      .thenRefused('receiver-required');
  });

  it('is to resolve it in the way of another kind', () => {
    given(denounced('2026-03-02'), accepted('2026-03-09'))
      .when(decided('2026-04-01'))
      .thenRefused('resolved-in-another-way');
    const answer = petitionFact('PetitionAnswered', { on: '2026-03-10', docNo: '3/TL' });
    given(received('2026-03-02')).when(answer).thenRefused('resolved-in-another-way');
    given(received('2026-03-02', { kind: 'request' }))
      .when(answer)
      .thenState({ status: 'decided' });
  });

  it('is a step that does not follow', () => {
    given(received('2026-03-02')).when(decided('2026-03-10')).thenRefused('not-in-this-status');
    given().when(accepted('2026-03-10')).thenRefused('not-in-this-status');
  });
});
