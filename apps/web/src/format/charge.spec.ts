import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chargeKey, chargeText, parseCharge, toCharge, type Charge } from './charge.js';

const charge = fc
  .record({
    article: fc.integer({ min: 1, max: 425 }).map(String),
    clause: fc.integer({ min: 1, max: 9 }),
    point: fc.constantFrom('a', 'b', 'đ', 'h'),
    depth: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ article, clause, point, depth }): Charge => ({
    article,
    ...(depth > 1 ? { clause } : {}),
    ...(depth > 2 ? { point } : {}),
  }));

describe('a charge', () => {
  it('comes back from its key, and from the words it is written in', () => {
    fc.assert(
      fc.property(charge, (one) => {
        expect(toCharge(chargeKey(one))).toEqual(one);
        expect(parseCharge(chargeText(one))).toEqual(one);
      }),
    );
  });

  it.each([
    ['173', { article: '173' }],
    ['173.2.c', { article: '173', clause: 2, point: 'c' }],
    ['dieu 173 khoan 2', { article: '173', clause: 2 }],
  ])('is understood as typed: %s', (typed, understood) => {
    expect(parseCharge(typed)).toEqual(understood);
  });

  it('isn’t read into the name of an offence', () => {
    expect(parseCharge('trộm cắp')).toBeUndefined();
  });
});
