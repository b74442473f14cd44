import { describe, expect, it } from '@jest/globals';
import { corrections, describeCatalogue, type Catalogue } from '#engine';
import { registerNamed, registers, statusLabels, type RegisterName } from '#casework';
import { storedSamples } from '../testing/samples.js';

const names = Object.keys(registers) as RegisterName[];

const catalogueOf = (name: RegisterName | 'corrections'): Catalogue =>
  name === 'corrections' ? corrections : registerNamed(name).catalogue;

describe.each([...names, 'corrections' as const])('stored facts of %s', (register) => {
  const catalogue = catalogueOf(register);

  it.each(storedSamples(register))(
    '$file is still read, with every field it had',
    ({ file, type, schemaVersion, data }) => {
      expect(file).toBe(`${type}.v${schemaVersion}.json`);
      expect(catalogue[type]?.data.parse(data)).toEqual(data);
    },
  );

  it('has a sample of every fact', () => {
    const sampled = new Set(storedSamples(register).map(({ type }) => type));
    expect(Object.keys(catalogue).filter((type) => !sampled.has(type))).toEqual([]);
  });
});

describe.each(names)('the catalogue of %s', (register) => {
  const { catalogue } = registerNamed(register);
  const forms = describeCatalogue(catalogue);

  it('gives every fact a form whose fields have Vietnamese titles', () => {
    for (const { type, form } of forms) {
      expect([type, form.type]).toEqual([type, 'object']);
      const untitled = Object.entries(form.properties ?? {}).filter(
        ([, field]) => typeof field !== 'object' || field.title === undefined,
      );
      expect([type, untitled.map(([field]) => field)]).toEqual([type, []]);
    }
  });

  it('labels every status, in Vietnamese', () => {
    const statuses = new Set(Object.values(catalogue).flatMap(({ from, to }) => [...from, ...(to ? [to] : [])]));
    for (const status of statuses) expect([status, statusLabels[register][status]]).not.toEqual([status, undefined]);
  });

  it('cites an article or says what is to be confirmed', () => {
    for (const { basis, type } of forms) expect([type, basis.length > 0]).toEqual([type, true]);
  });
});

describe('texts', () => {
  it('are trimmed and composed as they are stored', () => {
    const parsed = registers.petition.catalogue['PetitionFiledNoAction']?.data.parse({
      on: '2026-03-02',
      reason: `  ${'Đã giải quyết'.normalize('NFD')} `,
    });
    expect(parsed).toEqual({ on: '2026-03-02', reason: 'Đã giải quyết' });
  });
});
