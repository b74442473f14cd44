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

describe('correcting a fact', () => {
  const graver = { charges: [{ article: '173', clause: 2 }], severity: 'N' };

  it('is approved by the head or a deputy of the unit, or of the one above; never by who asked', () => {
    reportWithCase();
    const change = office.replacing('crimeReport-1', 'CrimeReportReceived', { summary: 'Mất trộm xe đạp' });
    const request = office.ask('crimeReport', '1', [change], 'vt-1');
    expect(codeOf(() => office.approve('crimeReport', '1', request, 'vt-1'))).toBe('own-request');
    expect(codeOf(() => office.approve('crimeReport', '1', request, 'ksv-1'))).toBe('not-the-head');
    expect(codeOf(() => office.approve('crimeReport', '1', request, 'vt-2'))).toBe('not-the-head');
    expect(codeOf(() => office.approve('crimeReport', '1', request, 'ksv-t'))).toBe('not-the-head');
    office.approve('crimeReport', '1', request, 'pvt-1');
    expect(office.stateOf('crimeReport-1').title).toBe('Mất trộm xe đạp');
  });

  it('is refused by them too, with a reason', () => {
    reportWithCase();
    const request = office.ask('crimeReport', '1', [
      office.replacing('crimeReport-1', 'CrimeReportReceived', { summary: 'Khác' }),
    ]);
    expect(codeOf(() => office.refuse('crimeReport', '1', request, 'ksv-1'))).toBe('not-the-head');
    office.refuse('crimeReport', '1', request, 'vt-1');
    expect(codeOf(() => office.approve('crimeReport', '1', request, 'vt-1'))).toBe('no-such-request');
  });

  it('reaches the other half, in one append', () => {
    reportWithCase();
    const request = office.ask('crimeReport', '1', [
      office.replacing('crimeReport-1', 'CaseInitiationDecided', graver),
    ]);
    expect(office.typesOf('criminalCase-1')).toEqual(['CaseInitiated']);
    office.approve('crimeReport', '1', request, 'vt-1');
    expect(office.typesOf('criminalCase-1')).toEqual(['CaseInitiated', 'FactCorrected']);
    expect(office.factOf('criminalCase-1', 'CaseInitiated')).toMatchObject(graver);
  });

  it('reaches it from either side', () => {
    reportWithCase();
    const request = office.ask('criminalCase', '1', [office.replacing('criminalCase-1', 'CaseInitiated', graver)]);
    office.approve('criminalCase', '1', request, 'vt-1');
    expect(office.factOf('crimeReport-1', 'CaseInitiationDecided')).toMatchObject({
      ...graver,
      caseFile: 'criminalCase-1',
    });
  });

  it('leaves the other half alone when it says nothing of what changed', () => {
    reportWithCase();
    const request = office.ask('crimeReport', '1', [
      office.replacing('crimeReport-1', 'CaseInitiationDecided', { sentOn: '2026-03-20' }),
    ]);
    office.approve('crimeReport', '1', request, 'vt-1');
    expect(office.typesOf('criminalCase-1')).toEqual(['CaseInitiated']);
  });

  it('moves a link from one file to another', () => {
    reportWithCase();
    office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
    const moved = office.replacing('recommendation-1', 'RecommendationIssued', { sourceFile: 'crimeReport-1' });
    office.approve('recommendation', '1', office.ask('recommendation', '1', [moved]), 'vt-1');
    expect(office.stateOf('criminalCase-1').links.map(({ file }) => file)).toEqual(['crimeReport-1']);
    expect(office.stateOf('crimeReport-1').links.map(({ file }) => file)).toEqual([
      'criminalCase-1',
      'recommendation-1',
    ]);
  });

  it('is refused, at once and in words, when the other file could not stand it', () => {
    reportWithCase();
    const charged = {
      type: 'AccusedCharged',
      data: {
        on: '2026-03-22',
        decisionNo: '2/QĐ',
        accusedId: 'a1',
        name: 'Nguyễn Văn D',
        charges: [{ article: '173', clause: 1 }],
      },
    };
    office.record('criminalCase', '1', charged);
    const undone = office.voiding('crimeReport-1', 'CaseInitiationDecided');
    expect(() => office.ask('crimeReport', '1', [undone])).toThrow(/Hồ sơ liên quan/);
  });

  it('takes a link away with the fact that made it', () => {
    reportWithCase();
    office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
    const undone = office.voiding('recommendation-1', 'RecommendationIssued');
    office.approve('recommendation', '1', office.ask('recommendation', '1', [undone]), 'vt-1');
    expect(office.stateOf('criminalCase-1').links.map(({ file }) => file)).toEqual(['crimeReport-1']);
  });

  it('is asked for where the fact comes from, not at its mirror', () => {
    reportWithCase();
    office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
    const mirror = office.voiding('criminalCase-1', 'RecommendationLinked');
    expect(() => office.ask('criminalCase', '1', [mirror])).toThrow(/recommendation-1/);
  });

  it('is asked for at the case when several reports led to it', () => {
    for (const id of ['1', '2']) {
      office.record('crimeReport', id, received('2026-03-02'));
      office.record('crimeReport', id, docketed('2026-03-03'));
    }
    const data = {
      on: '2026-03-20',
      decisionNo: '9/QĐ',
      caseNo: '01/2026/HS',
      body: 'CQĐT',
      charges: [{ article: '173', clause: 1 }],
      severity: 'I',
      sourceReportIds: ['crimeReport-1', 'crimeReport-2'],
    };
    office.record('criminalCase', '7', { type: 'CaseInitiated', data });
    const change = office.replacing('crimeReport-1', 'CaseInitiationDecided', graver);
    expect(codeOf(() => office.ask('crimeReport', '1', [change]))).toBe('corrected-at-origin');
    const request = office.ask('criminalCase', '7', [office.replacing('criminalCase-7', 'CaseInitiated', graver)]);
    office.approve('criminalCase', '7', request, 'vt-1');
    for (const stream of ['crimeReport-1', 'crimeReport-2'])
      expect(office.factOf(stream, 'CaseInitiationDecided')).toMatchObject(graver);
  });
});
