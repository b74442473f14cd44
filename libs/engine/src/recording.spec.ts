import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bookRegister, context, stored, type BookFact } from '#engine/testing';
import {
  approveCorrection,
  effectiveHistory,
  judge,
  recordFacts,
  refuseCorrection,
  Rejection,
  requestCorrection,
  type StoredEvent,
} from './index.js';

const bought: BookFact = { type: 'BookBought', data: { on: '2026-01-05', title: 'Lều chõng' } };
const lent: BookFact = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } };
const returned: BookFact = { type: 'BookReturned', data: { on: '2026-01-20' } };
const renewed = (on: string): BookFact => ({ type: 'LoanRenewed', data: { on, days: 7 } });
const referenceAt = () => ({ maxRenewals: 1 });

const record = (raw: readonly StoredEvent[], ...facts: BookFact[]) =>
  recordFacts(bookRegister, raw, facts, context(), referenceAt);
const refusalOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Rejection) return { code: error.code, ...error.more };
    throw error;
  }
  return undefined;
};

describe('recording a fact', () => {
  it('adds it to the file', () => {
    expect(record(stored(bought), lent)).toMatchObject({ facts: [lent], made: [], state: { status: 'lent' } });
  });

  it('is refused in a status where it can’t happen, with the article', () => {
    expect(refusalOf(() => record(stored(), lent))).toMatchObject({
      code: 'not-in-this-status',
      basis: 'Điều 2',
      detail: '“Cho mượn” không thể xảy ra khi hồ sơ đang ở trạng thái “Chưa mua”.',
    });
  });

  it('is refused by a rule that makes it impossible, with the field to mend', () => {
    const fact: BookFact = { type: 'BookLent', data: { on: '2026-01-10', reader: 'stranger' } };
    expect(refusalOf(() => record(stored(bought), fact))).toMatchObject({
      code: 'reader-unknown',
      field: 'data.reader',
    });
  });

  it('is refused when it changes the status but is dated before the last that did', () => {
    const early: BookFact = { type: 'BookReturned', data: { on: '2026-01-09' } };
    expect(refusalOf(() => record(stored(bought, lent), early))).toMatchObject({
      code: 'out-of-order',
      field: 'data.on',
    });
  });

  it('is refused before it happened', () => {
    const tomorrow: BookFact = { type: 'BookReturned', data: { on: '2027-01-02' } };
    expect(refusalOf(() => record(stored(bought, lent), tomorrow))).toMatchObject({ code: 'in-the-future' });
  });

  it('knows today by Vietnam’s clock', () => {
    const today: BookFact = { type: 'BookReturned', data: { on: '2026-03-01' } };
    const at = (recordedAt: string) => () =>
      recordFacts(bookRegister, stored(bought, lent), [today], context({ recordedAt }), referenceAt);
    expect(refusalOf(at('2026-02-28T16:59:59.000Z'))).toMatchObject({ code: 'in-the-future' });
    expect(refusalOf(at('2026-02-28T17:00:00.000Z'))).toBeUndefined();
  });

  it('names a breach and records all the same when the law was broken', () => {
    const decision = record(stored(bought, lent, renewed('2026-01-12')), renewed('2026-01-15'));
    expect(decision.made).toMatchObject([{ code: 'renewed-too-often', basis: 'Điều 4', on: '2026-01-15', unit: 'u1' }]);
    expect(decision.facts).toHaveLength(1);
  });

  it('may be told late when it changes no status, and is judged on its own day', () => {
    const decision = record(stored(bought, lent, returned), renewed('2026-01-12'));
    expect(decision).toMatchObject({ made: [], state: { status: 'shelved' } });
    expect(refusalOf(() => record(stored(bought, lent, returned), renewed('2026-01-25')))).toMatchObject({
      code: 'not-in-this-status',
    });
  });

  it('asks no rule of a historical import, and marks it', () => {
    const imported = recordFacts(bookRegister, stored(), [returned], context({ historicalImport: true }), referenceAt);
    expect(imported.state.status).toBe('shelved');
  });

  it('either refuses with a reason or leaves a history that can be judged again to the same state', () => {
    const fact = fc.record({
      type: fc.constantFrom('BookBought', 'BookLent', 'BookReturned', 'LoanRenewed'),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 25 }), (asked) => {
        let raw: readonly StoredEvent[] = [];
        for (const { type, day } of asked) {
          const data = { on: `2026-01-${String(day).padStart(2, '0')}`, title: 't', reader: 'r', days: 1 };
          try {
            const { state, made } = record(raw, { type, data } as BookFact);
            raw = stored(...raw.map((event) => ({ type: event.type, data: event.data as BookFact['data'] })), {
              type,
              data,
            });
            const again = judge(bookRegister, effectiveHistory<BookFact>(raw), referenceAt);
            expect(again.state).toEqual(state);
            const ofThisFact = again.breaches.filter(({ fact: id }) => id === raw.at(-1)?.id);
            expect(ofThisFact.map(({ code }) => code)).toEqual(made.map(({ code }) => code));
          } catch (error) {
            expect(error).toBeInstanceOf(Rejection);
          }
        }
      }),
    );
  });
});

describe('a correction', () => {
  const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}`;
  const file = stored({ ...bought, id: id(0) }, { ...lent, id: id(1) }, { ...returned, id: id(2) });
  const asking = (...changes: Parameters<typeof requestCorrection>[2]['changes']) => ({
    on: '2026-02-01',
    changes,
    reason: 'Ghi nhầm ngày',
  });
  const asked = (...changes: Parameters<typeof requestCorrection>[2]['changes']) =>
    stored(...file.map(({ id, type, data }) => ({ id, type, data: data as BookFact['data'] })), {
      id: id(9),
      type: 'CorrectionRequested',
      data: asking(...changes),
      metadata: { actor: 'an' },
    });
  const approve = (raw: readonly StoredEvent[], actor: string) =>
    approveCorrection(bookRegister, raw, { request: id(9), on: '2026-02-02' }, context({ actor }), referenceAt);
  const rightDay = { kind: 'replace', fact: id(1), data: { on: '2026-01-08', reader: 'chi' } } as const;

  it('is asked for with its reason and changes nothing yet', () => {
    const decision = requestCorrection(bookRegister, file, asking(rightDay), context(), referenceAt);
    expect(decision).toMatchObject({ facts: [{ type: 'CorrectionRequested' }], state: { status: 'shelved' } });
  });

  it('can’t be asked for a fact that isn’t there, or with data the form wouldn’t take', () => {
    const ask = (change: Parameters<typeof requestCorrection>[2]['changes'][number]) => () =>
      requestCorrection(bookRegister, file, asking(change), context(), referenceAt);
    expect(refusalOf(ask({ kind: 'void', fact: id(7) }))).toMatchObject({
      code: 'unknown-event',
      field: 'changes.0.fact',
    });
    expect(refusalOf(ask({ kind: 'replace', fact: id(1), data: { on: '2026-01-08' } }))).toMatchObject({
      code: 'invalid-fact',
      field: 'changes.0.data.reader',
    });
  });

  it('moves no fact into a day that hasn’t come', () => {
    const [on, reader] = ['2027-01-02', 'chi'];
    const ask = (change: Parameters<typeof requestCorrection>[2]['changes'][number]) => () =>
      requestCorrection(bookRegister, file, asking(change), context(), referenceAt);
    const wanted = { code: 'in-the-future', field: 'changes.0.data.on' };
    expect(refusalOf(ask({ kind: 'replace', fact: id(1), data: { on, reader } }))).toMatchObject(wanted);
    expect(refusalOf(ask({ kind: 'insert', type: 'BookLent', data: { on, reader } }))).toMatchObject(wanted);
  });

  it('is carried out when a colleague approves it', () => {
    expect(approve(asked(rightDay), 'binh')).toMatchObject({
      facts: [{ type: 'FactCorrected', data: { fact: id(1), request: id(9) } }],
    });
  });

  it('can’t be approved by who asked for it, nor twice', () => {
    expect(refusalOf(() => approve(asked(rightDay), 'an'))).toMatchObject({ code: 'own-request' });
    expect(refusalOf(() => approve(file, 'binh'))).toMatchObject({ code: 'no-such-request' });
  });

  it('is refused, naming the fact that would become impossible', () => {
    const voidLoan = { kind: 'void', fact: id(1) } as const;
    expect(refusalOf(() => approve(asked(voidLoan), 'binh'))).toMatchObject({
      code: 'not-in-this-status',
      fact: id(2),
      detail: expect.stringMatching(/^Việc “Trả sách” ngày 20\/01\/2026 sẽ không thể có: “Trả sách” không thể xảy ra/),
    });
  });

  it('may void and insert several facts at once, where one alone would be impossible', () => {
    const moved = [
      { kind: 'void', fact: id(1) },
      { kind: 'insert', type: 'BookLent', data: { on: '2026-01-06', reader: 'dung' } },
      { kind: 'replace', fact: id(2), data: { on: '2026-01-19' } },
    ] as const;
    expect(approve(asked(...moved), 'binh')).toMatchObject({ facts: [{}, {}, {}], state: { status: 'shelved' } });
  });

  it('can be refused with a reason', () => {
    const refusal = { on: '2026-02-02', request: id(9), reason: 'Sổ giấy ghi đúng' };
    expect(refuseCorrection(bookRegister, asked(rightDay), refusal).facts).toMatchObject([
      { type: 'CorrectionRefused' },
    ]);
  });
});
