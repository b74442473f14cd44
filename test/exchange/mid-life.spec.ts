import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { emptyReference, isLinkFact, recordCommand, registers, type RegisterName } from '#casework';
import { START, type Fact } from '#engine';

const samples = (Object.keys(registers) as RegisterName[]).flatMap((register) =>
  readdirSync(`test/stored-events/${register}`)
    .map((file) => JSON.parse(readFileSync(`test/stored-events/${register}/${file}`, 'utf8')) as Fact)
    .filter(({ type }) => !isLinkFact(type))
    .map((fact) => [register, fact.type, fact] as const),
);

describe('a file loaded mid-life', () => {
  it.each(samples)('of %s may begin with %s', (register, _, fact) => {
    const context = {
      commandId: 'c',
      actor: 'import',
      unit: 'kv-1',
      recordedAt: '2026-06-01T00:00:00Z',
      reference: START,
      historicalImport: true as const,
    };
    const { decide } = recordCommand({ register, id: '1', fact, context, referenceAt: () => emptyReference });
    expect(decide(new Map()).writes[0]?.facts).toMatchObject([{ type: fact.type }]);
  });
});
