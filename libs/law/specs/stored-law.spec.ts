import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { lawCatalogue } from '../src/index.js';

const folder = new URL('../../../test/stored-events/law/', import.meta.url);
const samples = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    type: keyof typeof lawCatalogue;
    schemaVersion: number;
    data: unknown;
  }),
}));

describe('stored facts of the law', () => {
  it.each(samples)('$file is still read, with every field it had', ({ file, type, schemaVersion, data }) => {
    expect(file).toBe(`${type}.v${schemaVersion}.json`);
    expect(lawCatalogue[type].data.parse(data)).toEqual(data);
  });

  it('have a sample of every kind', () => {
    expect(samples.map(({ type }) => type).sort()).toEqual(Object.keys(lawCatalogue).sort());
  });
});
