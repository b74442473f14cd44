import { describe, expect, it } from '@jest/globals';
import { dueDate } from '#law';
import { protest, protestFacts, type ProtestState } from '#casework';
import type { z } from 'zod';
import { protestFact } from '../../testing/facts.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(protest, reference);

type Issued = z.input<(typeof protestFacts)['ProtestIssued']['data']>;

/** Against a criminal judgment pronounced on Monday 2 March: the 15 days end on the 17th. */
const issued = (on: string, more: Partial<Issued> = {}) =>
  protestFact('ProtestIssued', {
    on,
    protestNo: '1/QĐ-VKS',
    procedure: 'appellate',
    field: 'criminal',
    level: 'sameLevel',
    against: 'judgment',
    judgmentNo: '10/2026/HS-ST',
    court: 'Tòa án nhân dân khu vực 1',
    pronouncedOn: '2026-03-02',
    grounds: 'Áp dụng sai khoản',
    request: 'Sửa án',
    signer: 'vt-1',
    ...more,
  });
const resolved = (on: string, outcome: 'accepted' | 'partlyAccepted' | 'rejected' | 'proceedingsTerminated') =>
  protestFact('ProtestResolved', { on, outcome, decisionNo: '5/2026/HS-PT', court: 'Tòa án nhân dân tỉnh' });
const withdrawn = protestFact('ProtestWithdrawn', { on: '2026-04-01', by: 'upperProcuracy', reason: 'Thiếu căn cứ' });
const heard = protestFact('ProtestHeard', { on: '2026-05-04', court: 'Tòa án nhân dân tỉnh' });
const proposed = protestFact('ProtestProposed', {
  on: '2026-03-05',
  docNo: '3/ĐX',
  prosecutor: 'ksv-1',
  procedure: 'appellate',
  field: 'criminal',
  judgmentNo: '10/2026/HS-ST',
  grounds: 'Áp dụng sai khoản',
});

const dueOf = ({ spells }: ProtestState) => {
  const clock = spells.at(-1)?.clock;
  return clock && dueDate(clock, reference.law).due;
};

describe('a protest', () => {
  it('is in the docket from its issue, done on that day, until the court decides', () => {
    const file = given(issued('2026-03-16'), heard, resolved('2026-05-05', 'partlyAccepted')).state();
    expect(file).toMatchObject({ status: 'resolved', number: '1/QĐ-VKS', outcome: 'partlyAccepted' });
    expect(file.spells).toMatchObject([
      {
        key: 'protest-1',
        kind: 'criminal',
        openedOn: '2026-03-16',
        doneOn: '2026-03-16',
        closedOn: '2026-05-05',
        outcome: 'partlyAccepted',
      },
    ]);
  });

  it('may be proposed, approved or declined before', () => {
    const approved = protestFact('ProtestProposalApproved', { on: '2026-03-06', signer: 'pvt-1' });
    const file = given(proposed, approved, issued('2026-03-16')).state();
    expect(file).toMatchObject({ status: 'issued', assignee: 'ksv-1' });
    expect(file.spells[0]?.assignee).toBe('ksv-1');
    const declined = protestFact('ProtestProposalDeclined', { on: '2026-03-06', signer: 'pvt-1', reason: 'Không cần' });
    given(proposed, declined).when(issued('2026-03-16')).thenRefused('not-in-this-status');
  });

  it('leaves the docket when it is withdrawn, by whom is kept', () => {
    expect(given(issued('2026-03-16'), withdrawn).state()).toMatchObject({
      status: 'withdrawn',
      withdrawnBy: 'upperProcuracy',
      spells: [{ outcome: 'withdrawn' }],
    });
  });

  it('stays in it when a part is withdrawn, or the upper procuracy upholds it', () => {
    const part = protestFact('ProtestPartlyWithdrawn', {
      on: '2026-04-01',
      by: 'issuer',
      reason: 'Một phần',
      part: 'Án phí',
    });
    const upheld = protestFact('ProtestUpheldByUpperProcuracy', { on: '2026-04-02' });
    expect(given(issued('2026-03-16'), part, upheld).state()).toMatchObject({
      status: 'issued',
      partlyWithdrawn: true,
      upheld: true,
    });
  });

  it('comes from the case it names', () => {
    const file = given(issued('2026-03-16', { sourceFile: 'criminalCase-9' })).state();
    expect(file.links).toEqual([{ file: 'criminalCase-9', relation: 'cameFrom' }]);
  });
});

describe('its time', () => {
  const due = (more: Partial<Issued>) => dueOf(given(issued('2026-03-16', more)).state());

  it('runs from the judgment, by field and level', () => {
    expect(due({})).toBe('2026-03-17');
    expect(due({ level: 'upperLevel' })).toBe('2026-04-01');
    expect(due({ field: 'civil', level: 'upperLevel' })).toBe('2026-04-02');
    expect(due({ field: 'administrative', level: 'upperLevel' })).toBe('2026-04-01');
  });

  it('runs from the receipt of a civil judgment when no prosecutor was there', () => {
    const away = { prosecutorPresent: false, receivedOn: '2026-03-09' };
    expect(due({ field: 'civil', ...away })).toBe('2026-03-24');
    expect(due({ field: 'administrative', ...away })).toBe('2026-03-17');
    expect(due({ field: 'criminal', ...away })).toBe('2026-03-17');
  });

  it('runs from a criminal decision, and from the receipt of the others', () => {
    const decision = { against: 'decision', receivedOn: '2026-03-09' } as const;
    expect(due(decision)).toBe('2026-03-09');
    expect(due({ ...decision, field: 'civil' })).toBe('2026-03-16');
    expect(due({ ...decision, field: 'administrative', level: 'upperLevel' })).toBe('2026-03-19');
  });

  it('runs from legal effect in cassation, and has no limit in favour of the convicted', () => {
    const cassation = { procedure: 'cassation', effectiveOn: '2025-03-03' } as const;
    expect(due({ ...cassation, direction: 'againstDefendant' })).toBe('2026-03-03');
    expect(due({ ...cassation, direction: 'forDefendant' })).toBeUndefined();
    expect(due({ ...cassation, field: 'civil' })).toBe('2028-03-03');
  });

  it('runs from what became known in a reopening', () => {
    expect(due({ procedure: 'reopening', field: 'administrative', groundKnownOn: '2025-10-01' })).toBe('2026-10-01');
  });
});

describe('what is unlawful, and recorded all the same', () => {
  it('is a late protest, by its law', () => {
    given().when(issued('2026-03-17')).thenBreaches();
    given().when(issued('2026-03-18')).thenBreaches('criminal-protest-late');
    const explained = { explanationNo: '2/GT' };
    given()
      .when(issued('2026-03-18', { field: 'civil', ...explained }))
      .thenBreaches('civil-protest-late');
    given()
      .when(issued('2026-03-18', { field: 'administrative', ...explained }))
      .thenBreaches('administrative-protest-late');
  });

  it('is a late civil protest without an explanation', () => {
    given()
      .when(issued('2026-03-18', { field: 'civil' }))
      .thenBreaches('civil-protest-late', 'late-protest-unexplained');
  });

  it('is a late cassation or reopening, or one by a lower procuracy', () => {
    const cassation = { procedure: 'cassation', effectiveOn: '2025-03-03', direction: 'againstDefendant' } as const;
    given().when(issued('2026-03-05', cassation)).thenBreaches('cassation-by-lower-procuracy', 'cassation-late');
    const reopening = { procedure: 'reopening', groundKnownOn: '2025-03-03' } as const;
    given().when(issued('2026-03-05', reopening)).thenBreaches('cassation-by-lower-procuracy', 'reopening-late');
    given()
      .when(issued('2026-03-02', { ...cassation, signer: 'vt-0' }), { unit: 'toi-cao', actor: 'import' })
      .thenBreaches('signer-not-competent');
  });

  it('is a protest signed by a prosecutor, or by the head of another unit', () => {
    given()
      .when(issued('2026-03-16', { signer: 'pvt-1' }))
      .thenBreaches();
    given()
      .when(issued('2026-03-16', { signer: 'ksv-1' }))
      .thenBreaches('signer-not-competent');
    given()
      .when(issued('2026-03-16', { signer: 'vt-2' }))
      .thenBreaches('signer-not-competent');
  });

  it('is one that reached the court late', () => {
    given()
      .when(issued('2026-03-16', { sentOn: '2026-03-19' }))
      .thenBreaches('protest-sent-late');
  });

  it('is a supplement that makes it worse for the accused, or goes beyond it after its time', () => {
    const supplement = (on: string, more: object) =>
      protestFact('ProtestSupplemented', { on, content: 'Bổ sung', ...more });
    given(issued('2026-03-16'))
      .when(supplement('2026-03-20', { worsens: true }))
      .thenBreaches('supplement-worsens');
    const civil = issued('2026-03-16', { field: 'civil' });
    given(civil)
      .when(supplement('2026-03-17', { beyondScope: true }))
      .thenBreaches();
    given(civil)
      .when(supplement('2026-03-18', { beyondScope: true }))
      .thenBreaches('supplement-beyond-scope');
  });
});

describe('what cannot be', () => {
  it('is an outcome before the protest, or two', () => {
    given().when(resolved('2026-05-05', 'accepted')).thenRefused('not-in-this-status');
    given(issued('2026-03-16'), withdrawn).when(resolved('2026-05-05', 'accepted')).thenRefused('not-in-this-status');
    given(issued('2026-03-16')).when(resolved('2026-03-15', 'accepted')).thenRefused('out-of-order');
  });

  it('is an appellate protest of no level, or one whose time runs from no day', () => {
    const data = issued('2026-03-16').data;
    const { level: _, ...levelless } = data as Issued & { level: string };
    given().when(protestFact('ProtestIssued', levelless)).thenRefused('level-required');
    given()
      .when(issued('2026-03-16', { procedure: 'cassation' }))
      .thenRefused('trigger-required');
    given()
      .when(issued('2026-03-16', { field: 'civil', prosecutorPresent: false }))
      .thenRefused('trigger-required');
  });

  it('is a judgment of later days', () => {
    given().when(issued('2026-03-01')).thenRefused('date-after-its-fact');
  });
});
