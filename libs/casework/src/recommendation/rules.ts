import { dayOf, type Finding, type Given, type Rule } from '#engine';
import {
  notBeforeItsDay,
  prosecutorIsKnown,
  prosecutorIsQualified,
  recorderHasAuthority,
  signerIsCompetent,
  viDay,
} from '../authority.js';
import { lateBy } from '../due.js';
import type { Reference } from '../reference/reference.js';
import { openSpell } from '../spells.js';
import type { RecommendationFact } from './facts.js';
import type { RecommendationState } from './state.js';

type RecommendationRule = Rule<RecommendationState, RecommendationFact, Reference>;

const rule = (
  code: string,
  text: string,
  basis: string,
  broken: (given: Given<RecommendationState, RecommendationFact, Reference>) => Finding | undefined,
): RecommendationRule => ({ code, text, basis, broken });

export const impossible: readonly RecommendationRule[] = [
  recorderHasAuthority,
  prosecutorIsKnown,
  notBeforeItsDay(['deliveredOn']),
  rule(
    'reply-due-before-issue',
    'Hạn trả lời không thể trước ngày ban hành kiến nghị',
    'Trình tự thời gian',
    ({ fact }) => {
      if (fact.type !== 'RecommendationIssued' || fact.data.replyDue === undefined) return undefined;
      return fact.data.replyDue < fact.data.on
        ? { detail: `Hạn trả lời ${viDay(fact.data.replyDue)} trước ngày ban hành.`, field: 'data.replyDue' }
        : undefined;
    },
  ),
  rule('hour-of-another-day', 'Giờ nhận phải thuộc ngày nhận', 'Trình tự thời gian', ({ fact }) => {
    if (fact.type !== 'RecommendationDelivered' || fact.data.deliveredAt === undefined) return undefined;
    return fact.data.deliveredAt.startsWith(dayOf(fact))
      ? undefined
      : { detail: `Giờ ghi là của ngày ${viDay(fact.data.deliveredAt)}.`, field: 'data.deliveredAt' };
  }),
];

export const unlawful: readonly RecommendationRule[] = [
  signerIsCompetent,
  prosecutorIsQualified,
  rule(
    'reply-overdue',
    'Trả lời kiến nghị trong thời hạn luật định',
    'Luật THTGTG Điều 43 khoản 4; Luật THAHS Điều 169 khoản 5; BLTTHS Điều 181, 237 khoản 2, 457 khoản 4',
    ({ state, fact, reference }) =>
      fact.type === 'RecommendationAnswered'
        ? lateBy(openSpell(state.spells, 'recommendation')?.clock, fact.data.on, reference.law)
        : undefined,
  ),
  rule(
    'reply-after-requested-day',
    'Trả lời trong hạn nêu tại kiến nghị, nơi luật không quy định thời hạn',
    'Thời hạn nêu trong kiến nghị',
    ({ state, fact }) => {
      const replyDue = state.issue?.replyDue;
      const byLaw = openSpell(state.spells, 'recommendation')?.clock;
      if (fact.type !== 'RecommendationAnswered' || byLaw !== undefined || replyDue === undefined) return undefined;
      return fact.data.on > replyDue ? { detail: `Hạn nêu trong kiến nghị là ngày ${viDay(replyDue)}.` } : undefined;
    },
  ),
  rule(
    'acceptance-without-measure',
    'Trả lời chấp nhận kiến nghị phải nêu biện pháp khắc phục',
    'Luật Tổ chức VKSND 2014 Điều 5 khoản 2',
    ({ fact }) =>
      fact.type === 'RecommendationAnswered' && fact.data.answer !== 'rejected' && fact.data.measure === undefined
        ? { detail: 'Văn bản trả lời không nêu biện pháp khắc phục.' }
        : undefined,
  ),
];
