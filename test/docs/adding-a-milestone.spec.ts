import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeCatalogue, type Catalogue, type FactOf, type Recorded, type Register } from '#engine';
import {
  recommendation,
  recommendationFacts,
  type RecommendationFact,
  type RecommendationState,
  type Reference,
} from '#casework';
import { specOf } from '../../libs/casework/testing/index.js';
import { recommendationFact } from '../../libs/casework/testing/facts.js';
import { specReference } from '../../libs/casework/testing/law.js';
import { registerText } from './catalogue.js';

const { on } = recommendationFacts.RecommendationAnswered.data.shape;
const line = z.string().trim().min(1).max(300);

const newRow = {
  RecommendationDiscussed: {
    label: { vi: 'Làm việc trực tiếp về kiến nghị', en: 'Recommendation discussed' },
    from: ['issued', 'answered'],
    basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
    data: z.object({
      on,
      place: line.meta({ title: 'Nơi làm việc' }),
      agreed: z.boolean().meta({ title: 'Thống nhất' }),
    }),
  },
} as const satisfies Catalogue<RecommendationState['status']>;

const facts = { ...recommendationFacts, ...newRow };
type WiderFact = FactOf<typeof facts>;
type WiderState = RecommendationState & { readonly discussions?: number };

// In the product the row and the case stand in the register's own files; here they are put around it.
const released = recommendation as unknown as Register<WiderState, WiderFact, Reference>;

const wider: typeof released = {
  ...released,
  catalogue: facts,
  evolve: (state, recorded) =>
    recorded.fact.type === 'RecommendationDiscussed'
      ? { ...state, discussions: (state.discussions ?? 0) + 1 }
      : recommendation.evolve(state, recorded as Recorded<RecommendationFact>),
  unlawful: [
    ...released.unlawful,
    {
      code: 'discussed-too-often',
      text: 'Làm việc trực tiếp không quá một lần cho mỗi kiến nghị',
      basis: 'Quy chế nghiệp vụ (chờ xác nhận)',
      broken: ({ fact, state }) =>
        fact.type === 'RecommendationDiscussed' && (state.discussions ?? 0) > 0
          ? { detail: `Đã làm việc ${state.discussions} lần.` }
          : undefined,
    },
  ],
};

const { given } = specOf(wider, specReference());

const issued = recommendationFact('RecommendationIssued', {
  on: '2026-03-02',
  recommendationNo: '1/KN-VKS',
  kind: 'remedial',
  regime: 'custody',
  addressee: 'Nhà tạm giữ Công an huyện',
  violations: ['Không thông báo cho gia đình người bị tạm giữ'],
  signer: 'vt-1',
});
const discussed = (day: string): WiderFact => ({
  type: 'RecommendationDiscussed',
  data: { on: day, place: 'Trụ sở Viện kiểm sát', agreed: true },
});

describe('a milestone that was added as one row', () => {
  it('is recorded like any other, and changes no status', () => {
    given(issued)
      .when(discussed('2026-03-10'))
      .thenState({ status: 'issued', discussions: 1 } as Partial<WiderState>);
    given().when(discussed('2026-03-10')).thenRefused('not-in-this-status');
  });

  it('has its own rule: recorded, and named as a breach', () => {
    given(issued, discussed('2026-03-10')).when(discussed('2026-03-12')).thenBreaches('discussed-too-often');
  });

  it('may be told late: it is put on its own day', () => {
    const answered = recommendationFact('RecommendationAnswered', {
      on: '2026-03-20',
      docNo: '2/CV',
      answer: 'accepted',
      measure: 'Đã chấn chỉnh',
    });
    given(issued, answered)
      .when(discussed('2026-03-10'))
      .thenState({ status: 'answered', discussions: 1 } as Partial<WiderState>);
  });

  it('is a form with Vietnamese titles, made from its schema', () => {
    const form = describeCatalogue(wider.catalogue).find(({ type }) => type === 'RecommendationDiscussed');
    expect(form).toMatchObject({
      label: { vi: 'Làm việc trực tiếp về kiến nghị' },
      form: {
        required: ['on', 'place', 'agreed'],
        properties: {
          on: { title: 'Ngày', format: 'date' },
          place: { title: 'Nơi làm việc' },
          agreed: { title: 'Thống nhất', type: 'boolean' },
        },
      },
    });
  });

  it('stands in the generated catalogue with its rule', () => {
    const text = registerText(wider as never, recommendationStatusesOf(wider.catalogue));
    expect(text).toContain('RecommendationDiscussed');
    expect(text).toContain('discussed-too-often');
  });
});

const recommendationStatusesOf = (catalogue: Catalogue) =>
  Object.fromEntries(Object.values(catalogue).flatMap(({ from }) => from.map((status) => [status, status])));
