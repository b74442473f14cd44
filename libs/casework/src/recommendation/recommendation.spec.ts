import { describe, expect, it } from '@jest/globals';
import { dueDate } from '#law';
import { recommendation, recommendationFacts, type RecommendationState } from '#casework';
import type { z } from 'zod';
import { recommendationFact } from '../../testing/facts.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const reference = specReference();
const { given } = specOf(recommendation, reference);

type Issued = z.input<(typeof recommendationFacts)['RecommendationIssued']['data']>;

const issued = (on: string, more: Partial<Issued> = {}) =>
  recommendationFact('RecommendationIssued', {
    on,
    recommendationNo: '1/KN-VKS',
    kind: 'remedial',
    regime: 'custody',
    addressee: 'Nhà tạm giữ Công an huyện',
    violations: ['Không thông báo cho gia đình người bị tạm giữ'],
    signer: 'vt-1',
    ...more,
  });
const answered = (on: string, answer: 'accepted' | 'partlyAccepted' | 'rejected' = 'accepted') =>
  recommendationFact('RecommendationAnswered', {
    on,
    docNo: '2/CV',
    answer,
    ...(answer === 'rejected' ? {} : { measure: 'Đã chấn chỉnh' }),
  });
const delivered = (on: string) => recommendationFact('RecommendationDelivered', { on });
const verified = recommendationFact('RecommendationVerified', { on: '2026-05-04', remedied: true });
const closed = recommendationFact('RecommendationClosed', { on: '2026-05-05' });

const dueOf = ({ spells }: RecommendationState) => {
  const clock = spells.at(-1)?.clock;
  return clock && dueDate(clock, reference.law).due;
};

describe('a recommendation', () => {
  it('isn’t received before it was issued', () =>
    given(issued('2026-03-02')).when(delivered('2026-03-01')).thenRefused('not-in-this-status'));

  it('is in the docket from its issue to the answer', () => {
    const file = given(issued('2026-03-02'), answered('2026-03-30', 'partlyAccepted')).state();
    expect(file).toMatchObject({ status: 'answered', number: '1/KN-VKS', answer: { answer: 'partlyAccepted' } });
    expect(file.spells).toMatchObject([{ kind: 'remedial', closedOn: '2026-03-30', outcome: 'partlyAccepted' }]);
  });

  it('is followed until what was found is mended', () => {
    const file = given(issued('2026-03-02'), answered('2026-03-30'), verified, closed).state();
    expect(file).toMatchObject({ status: 'closed', answer: { answer: 'accepted' } });
  });

  it('leaves the docket when it is withdrawn', () => {
    const withdrawn = recommendationFact('RecommendationWithdrawn', { on: '2026-03-10', reason: 'Nhầm cơ quan' });
    expect(given(issued('2026-03-02'), withdrawn).state()).toMatchObject({
      status: 'withdrawn',
      spells: [{ outcome: 'withdrawn' }],
    });
  });

  it('counts its reminders and keeps where it came from', () => {
    const reminded = recommendationFact('RecommendationReminded', { on: '2026-04-06' });
    const file = given(issued('2026-03-02', { sourceFile: 'criminalCase-9' }), reminded).state();
    expect(file).toMatchObject({ reminders: 1, links: [{ file: 'criminalCase-9', relation: 'cameFrom' }] });
  });
});

describe('the time to answer', () => {
  it('is set by the law of its field, from its delivery', () => {
    expect(dueOf(given(issued('2026-03-02')).state())).toBe('2026-04-01');
    expect(dueOf(given(issued('2026-03-02'), delivered('2026-03-09')).state())).toBe('2026-04-08');
    expect(dueOf(given(issued('2026-03-02', { regime: 'officer' })).state())).toBe('2026-03-09');
    expect(dueOf(given(issued('2026-03-02', { regime: 'prevention' })).state())).toBe('2026-03-12');
    expect(dueOf(given(issued('2026-03-02', { kind: 'request' })).state())).toBe('2026-03-17');
    expect(dueOf(given(issued('2026-03-02', { regime: 'none', replyDue: '2026-03-20' })).state())).toBeUndefined();
  });

  it('is broken by a late answer', () => {
    given(issued('2026-03-02')).when(answered('2026-04-01')).thenBreaches();
    given(issued('2026-03-02')).when(answered('2026-04-02')).thenBreaches('reply-overdue');
    given(issued('2026-03-02'), delivered('2026-03-09')).when(answered('2026-04-02')).thenBreaches();
  });

  it('is what the recommendation says where no law sets one', () => {
    const asked = issued('2026-03-02', { regime: 'none', replyDue: '2026-03-20' });
    given(asked).when(answered('2026-03-23')).thenBreaches('reply-after-requested-day');
    given(asked).when(answered('2026-03-20')).thenBreaches();
  });

  it('is learned late: the delivery may be told after the answer', () => {
    const late = given(issued('2026-03-02'), answered('2026-04-02'));
    expect(late.breaches().map(({ code }) => code)).toEqual(['reply-overdue']);
    late.when(delivered('2026-03-09')).thenAllBreaches();
  });
});

describe('what is unlawful, and recorded all the same', () => {
  it('is an acceptance that says nothing of a remedy', () => {
    const empty = recommendationFact('RecommendationAnswered', { on: '2026-03-20', docNo: '2/CV', answer: 'accepted' });
    given(issued('2026-03-02')).when(empty).thenBreaches('acceptance-without-measure');
    given(issued('2026-03-02')).when(answered('2026-03-20', 'rejected')).thenBreaches();
  });

  it('is a signature of who may not sign', () => {
    given()
      .when(issued('2026-03-02', { signer: 'ksv-1' }))
      .thenBreaches('signer-not-competent');
  });
});

describe('what cannot be', () => {
  it('is a step that does not follow', () => {
    given().when(answered('2026-03-20')).thenRefused('not-in-this-status');
    given(issued('2026-03-02')).when(closed).thenRefused('not-in-this-status');
    given(issued('2026-03-02')).when(answered('2026-03-01')).thenRefused('out-of-order');
  });

  it('is a delivery or a due day before the issue', () => {
    given(issued('2026-03-02')).when(delivered('2026-03-01')).thenRefused('not-in-this-status');
    given()
      .when(issued('2026-03-02', { deliveredOn: '2026-03-01' }))
      .thenRefused('date-before-its-fact');
    given()
      .when(issued('2026-03-02', { replyDue: '2026-03-01' }))
      .thenRefused('reply-due-before-issue');
  });

  it('is an hour of another day', () => {
    const at = recommendationFact('RecommendationDelivered', {
      on: '2026-03-03',
      deliveredAt: '2026-03-04T08:00:00+07:00',
    });
    given(issued('2026-03-02')).when(at).thenRefused('hour-of-another-day');
  });
});
