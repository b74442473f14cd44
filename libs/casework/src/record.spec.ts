import { beforeEach, describe, expect, it } from '@jest/globals';
import { theftReport } from '../testing/facts.js';
import { codeOf } from '../testing/index.js';
import { specReference } from '../testing/law.js';
import { specOffice } from '../testing/world.js';

const reference = specReference();
const { received, docketed, initiated } = theftReport;

let office = specOffice(reference);
beforeEach(() => {
  office = specOffice(reference);
});

/** A report that led to a case. */
const reportWithCase = () => {
  office.record('crimeReport', '1', received('2026-03-02'));
  office.record('crimeReport', '1', docketed('2026-03-03'));
  office.record('crimeReport', '1', initiated('2026-03-20'));
};

const issued = (more: object) => ({
  type: 'RecommendationIssued',
  data: {
    on: '2026-03-25',
    recommendationNo: '1/KN',
    kind: 'remedial',
    regime: 'none',
    addressee: 'Công an huyện',
    violations: ['Chậm gửi quyết định'],
    signer: 'vt-1',
    ...more,
  },
});

describe('recording a fact', () => {
  it('answers with the status and the breaches it made', () => {
    office.record('crimeReport', '1', received('2026-03-02'));
    office.record('crimeReport', '1', docketed('2026-03-03'));
    const answer = office.record('crimeReport', '1', initiated('2026-04-20'));
    expect(answer.status).toBe('initiated');
    expect(answer.breaches.map(({ code }) => code)).toContain('decided-late');
  });

  it('refuses what its catalogue does not know, naming the field', () => {
    const fact = { type: 'CrimeReportReceived', data: { ...received('2026-03-02').data, colour: 'red' } };
    expect(codeOf(() => office.record('crimeReport', '1', fact))).toBe('invalid-fact');
    expect(codeOf(() => office.record('crimeReport', '1', { type: 'ProtestIssued', data: {} }))).toBe('unknown-fact');
    expect(codeOf(() => office.record('crimeReport', 'a b', received('2026-03-02')))).toBe('invalid-id');
  });
});

describe('a fact that touches two files', () => {
  it('makes the case that a report led to, and links both', () => {
    reportWithCase();
    expect(office.typesOf('criminalCase-1')).toEqual(['CaseInitiated']);
    expect(office.stateOf('crimeReport-1').links).toEqual([{ file: 'criminalCase-1', relation: 'ledTo' }]);
    expect(office.stateOf('criminalCase-1').links).toEqual([{ file: 'crimeReport-1', relation: 'cameFrom' }]);
  });

  it('adds a report to a case that exists already', () => {
    reportWithCase();
    office.record('crimeReport', '2', received('2026-03-02'));
    office.record('crimeReport', '2', docketed('2026-03-03'));
    office.record('crimeReport', '2', initiated('2026-03-21', { existingCase: true }));
    expect(office.typesOf('criminalCase-1')).toEqual(['CaseInitiated', 'SourceReportLinked']);
    expect(office.stateOf('criminalCase-1').links.map(({ file }) => file)).toEqual(['crimeReport-1', 'crimeReport-2']);
  });

  it('resolves the reports that a case was initiated upon', () => {
    office.record('crimeReport', '1', received('2026-03-02'));
    office.record('crimeReport', '1', docketed('2026-03-03'));
    const data = {
      on: '2026-03-20',
      decisionNo: '9/QĐ',
      caseNo: '01/2026/HS',
      body: 'CQĐT',
      charges: [{ article: '173', clause: 1 }],
      severity: 'I',
      sourceReportIds: ['crimeReport-1'],
    };
    office.record('criminalCase', '7', { type: 'CaseInitiated', data });
    expect(office.stateOf('crimeReport-1')).toMatchObject({
      status: 'initiated',
      links: [{ file: 'criminalCase-7', relation: 'ledTo' }],
    });
  });

  it('leaves a trace of a protest and a recommendation in the case they come from', () => {
    reportWithCase();
    office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
    office.record('recommendation', '2', issued({ sourceFile: 'crimeReport-1', recommendationNo: '2/KN' }));
    expect(office.typesOf('criminalCase-1')).toContain('RecommendationLinked');
    expect(office.stateOf('criminalCase-1').links).toContainEqual({ file: 'recommendation-1', relation: 'ledTo' });
    expect(office.stateOf('crimeReport-1').links).toContainEqual({ file: 'recommendation-2', relation: 'ledTo' });
    expect(office.stateOf('recommendation-1').links).toEqual([{ file: 'criminalCase-1', relation: 'cameFrom' }]);
  });

  it('may come from the case of another unit', () => {
    reportWithCase();
    const fact = issued({ sourceFile: 'criminalCase-1', signer: 'vt-2' });
    office.record('recommendation', '1', fact, 'vt-2', { unit: 'kv-2' });
    expect(office.stateOf('recommendation-1').unit).toBe('kv-2');
    expect(office.stateOf('criminalCase-1').unit).toBe('kv-1');
  });

  it('is refused whole when the other file refuses, in words that name it', () => {
    const fact = issued({ sourceFile: 'criminalCase-404' });
    expect(() => office.record('recommendation', '1', fact)).toThrow(/criminalCase-404.*không tồn tại/);
    reportWithCase();
    office.record('crimeReport', '2', received('2026-03-02'));
    office.record('crimeReport', '2', docketed('2026-03-03'));
    expect(() => office.record('crimeReport', '2', initiated('2026-03-21'))).toThrow(/Hồ sơ liên quan 01\/2026\/HS/);
    expect(office.typesOf('crimeReport-2')).toEqual(['CrimeReportReceived', 'CrimeReportDocketed']);
  });

  it('is not recorded by its mirror', () => {
    reportWithCase();
    const mirror = { type: 'RecommendationLinked', data: { on: '2026-03-25', file: 'recommendation-1' } };
    expect(codeOf(() => office.record('criminalCase', '1', mirror))).toBe('recorded-at-origin');
  });
});
