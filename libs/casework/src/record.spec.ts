import { describe, expect, it } from '@jest/globals';
import { opensFile } from '#engine';
import { isRegisterName, registerNamed, registers } from './registers.js';

describe('recording the first fact of a file', () => {
  it('is told by the catalogue: what may be recorded of nothing but a new file', () => {
    const opening = Object.keys(registers)
      .filter(isRegisterName)
      .map(registerNamed)
      .map((register) => [
        register.name,
        Object.keys(register.catalogue).filter((type) => opensFile(register, { type })),
      ]);
    expect(Object.fromEntries(opening)).toEqual({
      crimeReport: ['CrimeReportReceived'],
      criminalCase: ['CaseInitiated'],
      protest: ['ProtestProposed'],
      recommendation: ['RecommendationIssued'],
      petition: ['PetitionReceived'],
    });
  });
});
