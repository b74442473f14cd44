import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SchemaPipe } from './schema-pipe.js';

const pipe = new SchemaPipe();
const schema = z.strictObject({ on: z.string().trim(), days: z.int().default(1) });

describe('what a route takes', () => {
  it('is what its schema makes of it', () => {
    expect(pipe.transform({ on: ' 2026-01-02 ' }, { type: 'body', schema })).toEqual({ on: '2026-01-02', days: 1 });
  });

  it('is left alone where the route names no schema', () => {
    const value = {};
    expect(pipe.transform(value, { type: 'custom' })).toBe(value);
  });

  it('is refused field by field, with what the schema doesn’t know', () => {
    const refused = () => pipe.transform({ on: 5, constructor: 'x' }, { type: 'body', schema });
    expect(refused).toThrow(
      expect.objectContaining({
        status: 400,
        more: expect.objectContaining({
          errors: [expect.objectContaining({ field: 'on' }), expect.objectContaining({ field: '' })],
        }),
      }),
    );
  });

  it('is never half checked: a schema that takes its time is a mistake of ours', () => {
    const slow = z.string().refine(async () => true);
    expect(() => pipe.transform('x', { type: 'body', schema: slow })).toThrow('at once');
  });
});
