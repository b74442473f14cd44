import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stored } from '#engine/testing';
import { dayOf, effectiveHistory, pendingCorrections } from './index.js';

const bought = { type: 'BookBought', data: { on: '2026-01-05', title: 'Lều chõng' } };
const lent = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } };
const types = (raw: ReturnType<typeof stored>) => effectiveHistory(raw).map(({ fact }) => fact.type);
const request = '11111111-1111-8111-8111-111111111111';

describe('the effective history of a file', () => {
  it('is the raw history while nothing was corrected', () => {
    expect(types(stored(bought, lent))).toEqual(['BookBought', 'BookLent']);
  });

  it('puts a late entry on its own day', () => {
    const late = { type: 'LoanRenewed', data: { on: '2026-01-07', days: 3 } };
    expect(types(stored(bought, lent, late))).toEqual(['BookBought', 'LoanRenewed', 'BookLent']);
  });

  it('shows a corrected fact with its new data, its own id, and who corrected it', () => {
    const raw = stored(bought, lent, {
      type: 'FactCorrected',
      data: { on: '2026-02-01', request, fact: 'e1', data: { on: '2026-01-11', reader: 'chi' } },
    });
    expect(effectiveHistory(raw)[1]).toMatchObject({
      id: 'e1',
      fact: { type: 'BookLent', data: { on: '2026-01-11', reader: 'chi' } },
      correctedBy: ['e2'],
    });
  });

  it('leaves out a voided fact and lets in a forgotten one', () => {
    const raw = stored(
      bought,
      lent,
      { type: 'FactVoided', data: { on: '2026-02-01', request, fact: 'e1' } },
      {
        type: 'FactInserted',
        data: { on: '2026-02-01', request, type: 'BookLent', data: { on: '2026-01-08', reader: 'dung' } },
      },
    );
    expect(effectiveHistory(raw).map(({ id }) => id)).toEqual(['e0', 'e3']);
  });

  it('lets a correction of a correction stand', () => {
    const correct = (reader: string) => ({
      type: 'FactCorrected',
      data: { on: '2026-02-01', request, fact: 'e1', data: { on: '2026-01-11', reader } },
    });
    const [, corrected] = effectiveHistory(stored(bought, lent, correct('chi'), correct('dung')));
    expect(corrected).toMatchObject({ fact: { data: { reader: 'dung' } }, correctedBy: ['e2', 'e3'] });
  });

  it('is in the order of the days, and keeps the order of writing within a day, whatever was written when', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), (days) => {
        const history = effectiveHistory(stored(...days.map((on) => ({ type: 'LoanRenewed', data: { on, days: 1 } }))));
        history.forEach((fact, i) => {
          const before = history[i - 1];
          if (!before) return;
          expect(dayOf(before.fact) <= dayOf(fact.fact)).toBe(true);
          if (dayOf(before.fact) === dayOf(fact.fact)) expect(before.revision).toBeLessThan(fact.revision);
        });
        expect(history).toHaveLength(days.length);
      }),
    );
  });
});

describe('pending corrections', () => {
  const asked = {
    type: 'CorrectionRequested',
    data: { on: '2026-02-01', changes: [{ kind: 'void', fact: request }], reason: 'Ghi nhầm' },
  };

  it('wait until they are refused or carried out', () => {
    expect(pendingCorrections(stored(bought, asked))).toMatchObject([{ id: 'e1', requestedBy: 'an' }]);
    const refused = { type: 'CorrectionRefused', data: { on: '2026-02-02', request: 'e1', reason: 'Đúng rồi' } };
    expect(pendingCorrections(stored(bought, asked, refused))).toEqual([]);
  });

  it('still wait, and the facts still stand, after another file refused its half of one', () => {
    const refused = {
      type: 'OtherHalfRefused',
      data: { on: '2026-02-02', event: request, file: 'book-2', code: 'not-in-this-status', reason: 'Đang mượn' },
    };
    const raw = stored(bought, lent, asked, refused);
    expect(types(raw)).toEqual(['BookBought', 'BookLent']);
    expect(pendingCorrections(raw)).toMatchObject([{ id: 'e2' }]);
  });
});
