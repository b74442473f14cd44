import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { bookFacts, context } from '#engine/testing';
import { canonicalJson, corrections, derivedId, describeCatalogue, eventsOf, schemaOf } from './index.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a catalogue of facts', () => {
  const facts = schemaOf(bookFacts, { strict: true });

  it('accepts a fact as its row has it', () => {
    const fact = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } };
    expect(facts.parse(fact)).toEqual(fact);
  });

  it('refuses an unknown fact, a missing field, an unknown field, a day that isn’t one', () => {
    const refused = [
      { type: 'BookBurnt', data: { on: '2026-01-10' } },
      { type: 'BookLent', data: { on: '2026-01-10' } },
      { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh', shelf: 3 } },
      { type: 'BookLent', data: { on: '2026-02-30', reader: 'binh' } },
    ];
    for (const fact of refused) expect(facts.safeParse(fact).success).toBe(false);
  });

  it('takes what may stand beside any fact, and nothing else of it', () => {
    const marked = schemaOf(bookFacts, { strict: true, beside: { shelf: z.int().optional() } });
    const fact = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } };
    expect(marked.parse({ ...fact, shelf: 3, colour: 'red' })).toEqual({ ...fact, shelf: 3 });
    expect(marked.parse(fact)).toEqual(fact);
    expect(marked.safeParse({ ...fact, shelf: 'three' }).success).toBe(false);
    expect(marked.safeParse({ ...fact, data: { ...fact.data, shelf: 3 } }).success).toBe(false);
  });

  it('reads stored facts that carry fields from a newer release', () => {
    const newer = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh', shelf: 3 } };
    expect(schemaOf(bookFacts).parse(newer)).toEqual({ type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } });
  });

  it('describes each fact as a form', () => {
    expect(describeCatalogue(bookFacts)[1]).toMatchObject({
      type: 'BookLent',
      label: { vi: 'Cho mượn' },
      from: ['shelved'],
      to: 'lent',
      form: { type: 'object', required: ['on', 'reader'], properties: { on: { format: 'date', title: 'Ngày' } } },
    });
  });

  it('can’t be empty', () => {
    expect(() => schemaOf({})).toThrow('empty');
  });

  it('has corrections as rows like any other, in whatever status the file is', () => {
    expect(describeCatalogue(corrections).every(({ from }) => from.includes('*'))).toBe(true);
  });
});

describe('ids that follow from a command', () => {
  it('are UUIDs, the same for the same command and different for each event', () => {
    const made = () =>
      eventsOf(
        [
          { type: 'BookLent', data: { on: '2026-01-10' } },
          { type: 'BookReturned', data: { on: '2026-01-11' } },
        ],
        'book-1',
        context(),
        'hash',
        sha256,
      ).map(({ id }) => id);
    expect(made()).toEqual(made());
    expect(new Set(made()).size).toBe(2);
    for (const id of made()) expect(z.uuid().safeParse(id).success).toBe(true);
  });

  it('are valid UUIDs of version 8 for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = derivedId(sha256, text);
        expect(z.uuid().safeParse(id).success).toBe(true);
        expect(id.charAt(14)).toBe('8');
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever the order of the keys, at any depth', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = (part: unknown): unknown =>
          Array.isArray(part)
            ? part.map(turned)
            : part !== null && typeof part === 'object'
              ? Object.fromEntries(
                  Object.entries(part)
                    .reverse()
                    .map(([k, v]) => [k, turned(v)]),
                )
              : part;
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('keeps a key that would be an object’s prototype', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
  });
});
