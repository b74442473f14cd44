import { describe, expect, it } from '@jest/globals';
import { effectiveHistory, judge, type Fact } from '#engine';
import { recommendation, type RecommendationFact } from '#casework';
import { itemsOf } from '#indicators';
import { derive, dueDate, evolveLaw, UnknownTerm, type Clock, type TermRow } from '#law';
import { recommendationFact } from '../../libs/casework/testing/facts.js';
import { recordedOf } from '../../libs/casework/testing/index.js';
import { specReference } from '../../libs/casework/testing/law.js';
import { theLaw } from '../../libs/law/testing/the-law.js';
import { termsText } from './catalogue.js';

const row: TermRow = {
  code: 'recommendation.reply',
  kind: 'landManagement',
  label: 'Trả lời kiến nghị về quản lý đất đai',
  basis: 'Ví dụ của tài liệu, không phải luật',
  runsFrom: 'ngày nhận được kiến nghị',
  lengths: { days: 20 },
  counting: 'ordinary',
  extensions: [{ max: { days: 10 }, grantedBy: 'Thủ trưởng cơ quan nhận kiến nghị', basis: 'Ví dụ của tài liệu' }],
  validFrom: '2026-01-01',
  status: 'toBeConfirmed',
};

const shorter: TermRow = { ...row, lengths: { days: 15 }, validFrom: '2026-07-01' };

const enact = (law: typeof theLaw, term: TermRow) =>
  evolveLaw(law, { type: 'TermEnacted', data: { on: term.validFrom, term } });

const law = enact(enact(theLaw, row), shorter);

const clock = (trigger: string, more: Partial<Clock> = {}): Clock => ({
  term: 'recommendation.reply',
  kind: 'landManagement',
  trigger,
  extensions: [],
  suspensions: [],
  ...more,
});

describe('a term that was added as one row', () => {
  it('is unknown before, and gives a due date after', () => {
    expect(() => dueDate(clock('2026-03-02'), theLaw)).toThrow(UnknownTerm);
    expect(dueDate(clock('2026-03-02'), law)).toMatchObject({ nominal: '2026-03-22', due: '2026-03-23' });
  });

  it('says how it came to that day, with its basis', () => {
    const [first] = derive(clock('2026-03-02'), law);
    expect(first).toMatchObject({ text: expect.stringContaining('ngày nhận được kiến nghị'), basis: row.basis });
  });

  it('takes the extension that its row allows, and no more of it', () => {
    const extension = { fact: 'e1', decidedOn: '2026-03-16', length: { days: 30 } };
    const { due, extensions } = dueDate(clock('2026-03-02', { extensions: [extension] }), law);
    expect(due).toBe('2026-04-01');
    expect(extensions).toMatchObject([{ accepted: { days: 10 }, overCeilingBy: 20 }]);
  });

  it('is changed by a row with a later day: clocks that began before keep theirs', () => {
    expect(dueDate(clock('2026-06-30'), law).nominal).toBe('2026-07-20');
    expect(dueDate(clock('2026-07-01'), law).nominal).toBe('2026-07-16');
  });

  it('stands in the generated catalogue', () => {
    expect(termsText([row])).toContain('Trả lời kiến nghị về quản lý đất đai');
  });
});

const check: TermRow = {
  code: 'recommendation.check',
  label: 'Kiểm tra việc khắc phục',
  basis: 'Ví dụ của tài liệu, không phải luật',
  runsFrom: 'ngày có trả lời kiến nghị',
  lengths: { days: 30 },
  counting: 'ordinary',
  starts: { register: 'recommendation', fact: 'RecommendationAnswered', when: { answer: 'accepted' } },
  ends: ['RecommendationVerified'],
  validFrom: '2026-01-01',
  status: 'toBeConfirmed',
};

describe('a term that says what starts and ends it', () => {
  const before = specReference();
  const reference = { ...before, law: enact(before.law, check) };
  const issued = recommendationFact('RecommendationIssued', {
    on: '2026-03-02',
    recommendationNo: '1/KN',
    kind: 'remedial',
    regime: 'none',
    addressee: 'UBND xã',
    violations: ['Chưa lập sổ'],
    signer: 'vt-1',
  });
  const answered = recommendationFact('RecommendationAnswered', {
    on: '2026-03-16',
    docNo: '2/CV',
    answer: 'accepted',
  });
  const verified = recommendationFact('RecommendationVerified', { on: '2026-04-20', remedied: true });

  const duties = (...facts: readonly Fact[]) => {
    const history = effectiveHistory<RecommendationFact>(recordedOf('recommendation-1', facts));
    const judgement = judge(recommendation, history, () => reference);
    const items = itemsOf('recommendation-1', judgement, () => reference, '9'.repeat(20));
    return items.filter(({ docket }) => docket === 'duty');
  };

  it('puts a duty on the due list with the fact that starts it', () => {
    expect(duties(issued)).toEqual([]);
    expect(duties(issued, answered)).toMatchObject([
      { openedOn: '2026-03-16', dueOn: '2026-04-15', attributes: { label: 'Kiểm tra việc khắc phục' } },
    ]);
  });

  it('closes it with the first fact that ends it, in time or late', () => {
    expect(duties(issued, answered, verified)).toMatchObject([{ closedOn: '2026-04-20', onTime: false }]);
  });
});
