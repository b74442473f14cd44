import { describe, expect, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { dueDate, evolveLaw, type Clock, type Law } from '#law';
import { caseFact, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(criminalCase, reference);
const { initiated, charged, concluded, received, returned, assessed, supplemented } = theftCase;

/** The law with a point settled the other way. */
const settledOtherwise = (point: string): Law =>
  evolveLaw(reference.law, {
    type: 'CountingSettled',
    data: {
      on: '2018-01-01',
      point,
      question: 'Câu hỏi',
      readings: ['thứ nhất', 'thứ hai'],
      reading: 2,
      validFrom: '2018-01-01',
      source: 'Giả định',
    },
  });

const bothDates = (clock: Clock | undefined, point: string): readonly string[] =>
  clock ? [dueDate(clock, reference.law).due, dueDate(clock, settledOtherwise(point)).due] : [];

describe('what the law leaves open about a file', () => {
  const investigated = [initiated('2026-01-05'), charged('2026-01-06')];

  it('whether the days on the road count when a case is transferred (A14)', () => {
    const transferred = caseFact('CaseTransferred', {
      on: '2026-02-02',
      decisionNo: '17/QĐ',
      toUnit: 'kv-2',
      ground: 'investigation',
    });
    const { state } = given(...investigated, transferred)
      .when(caseFact('TransferredCaseReceived', { on: '2026-02-09' }), { actor: 'ksv-2', unit: 'kv-2' })
      .record();
    expect(bothDates(state.spells.at(-1)?.clock, 'A14')).toEqual(['2026-03-05', '2026-03-12']);
  });

  it('whether the term of prosecution runs on or begins anew after a return (A15)', () => {
    const file = given(
      ...investigated,
      concluded('2026-02-20'),
      received('2026-02-23'),
      returned('2026-03-02', 'r1'),
      assessed('2026-03-10', 'r1'),
      supplemented('2026-04-20', 'r1'),
      received('2026-04-21'),
    ).state();
    // twenty days again; or the thirteen that were left on 2/3
    expect(bothDates(file.spells.at(-1)?.clock, 'A15')).toEqual(['2026-05-11', '2026-05-04']);
  });
});
