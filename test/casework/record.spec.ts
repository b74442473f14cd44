import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { laterCodeOf } from '../../libs/casework/testing/index.js';
import { specReference } from '../../libs/casework/testing/law.js';
import { specOffice } from '../../libs/casework/testing/world.js';
import { engines, type Engine } from './engines.js';

const reference = specReference();
const { received, docketed, initiated } = theftReport;

let engine: Engine;
let office: ReturnType<typeof specOffice>;

/** A report that led to a case. */
const reportWithCase = async () => {
  await office.record('crimeReport', '1', received('2026-03-02'));
  await office.record('crimeReport', '1', docketed('2026-03-03'));
  await office.record('crimeReport', '1', initiated('2026-03-20'));
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

describe.each(engines)('given a log that %s', (_, open) => {
  beforeEach(async () => {
    engine = await open();
    office = specOffice(reference, engine.log);
  });
  afterEach(() => engine.close());

  describe('recording a fact', () => {
    it('answers with the status and the breaches it made', async () => {
      await office.record('crimeReport', '1', received('2026-03-02'));
      await office.record('crimeReport', '1', docketed('2026-03-03'));
      const answer = await office.record('crimeReport', '1', initiated('2026-04-20'));
      expect(answer.status).toBe('initiated');
      expect(answer.breaches.map(({ code }) => code)).toContain('decided-late');
    });

    it('refuses what its catalogue does not know, naming the field', async () => {
      const fact = { type: 'CrimeReportReceived', data: { ...received('2026-03-02').data, colour: 'red' } };
      expect(await laterCodeOf(office.record('crimeReport', '1', fact))).toBe('invalid-fact');
      expect(await laterCodeOf(office.record('crimeReport', '1', { type: 'ProtestIssued', data: {} }))).toBe(
        'unknown-fact',
      );
      expect(await laterCodeOf(office.record('crimeReport', 'a b', received('2026-03-02')))).toBe('invalid-id');
    });
  });

  describe('a fact that touches two files', () => {
    it('makes the case that a report led to, and links both', async () => {
      await reportWithCase();
      expect(await office.typesOf('criminalCase-1')).toEqual(['CaseInitiated']);
      expect((await office.stateOf('crimeReport-1')).links).toEqual([{ file: 'criminalCase-1', relation: 'ledTo' }]);
      expect((await office.stateOf('criminalCase-1')).links).toEqual([{ file: 'crimeReport-1', relation: 'cameFrom' }]);
    });

    it('adds a report to a case that exists already', async () => {
      await reportWithCase();
      await office.record('crimeReport', '2', received('2026-03-02'));
      await office.record('crimeReport', '2', docketed('2026-03-03'));
      await office.record('crimeReport', '2', initiated('2026-03-21', { existingCase: true }));
      expect(await office.typesOf('criminalCase-1')).toEqual(['CaseInitiated', 'SourceReportLinked']);
      expect((await office.stateOf('criminalCase-1')).links.map(({ file }) => file)).toEqual([
        'crimeReport-1',
        'crimeReport-2',
      ]);
    });

    it('resolves the reports that a case was initiated upon', async () => {
      await office.record('crimeReport', '1', received('2026-03-02'));
      await office.record('crimeReport', '1', docketed('2026-03-03'));
      const data = {
        on: '2026-03-20',
        decisionNo: '9/QĐ',
        caseNo: '01/2026/HS',
        body: 'CQĐT',
        charges: [{ article: '173', clause: 1 }],
        severity: 'I',
        sourceReportIds: ['crimeReport-1'],
      };
      await office.record('criminalCase', '7', { type: 'CaseInitiated', data });
      expect(await office.stateOf('crimeReport-1')).toMatchObject({
        status: 'initiated',
        links: [{ file: 'criminalCase-7', relation: 'ledTo' }],
      });
    });

    it('tells both when the decision was sent, and finds it late once', async () => {
      await office.record('crimeReport', '1', received('2026-03-02'));
      await office.record('crimeReport', '1', docketed('2026-03-03'));
      const { breaches } = await office.record('crimeReport', '1', initiated('2026-03-20', { sentOn: '2026-03-24' }));
      expect(await office.factOf('criminalCase-1', 'CaseInitiated')).toMatchObject({ sentOn: '2026-03-24' });
      expect(breaches.map(({ code }) => code).filter((code) => code.includes('sent-late'))).toEqual([
        'decision-sent-late',
      ]);
    });

    it('leaves a trace of a protest and a recommendation in the case they come from', async () => {
      await reportWithCase();
      await office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
      await office.record('recommendation', '2', issued({ sourceFile: 'crimeReport-1', recommendationNo: '2/KN' }));
      expect(await office.typesOf('criminalCase-1')).toContain('RecommendationLinked');
      expect((await office.stateOf('criminalCase-1')).links).toContainEqual({
        file: 'recommendation-1',
        relation: 'ledTo',
      });
      expect((await office.stateOf('crimeReport-1')).links).toContainEqual({
        file: 'recommendation-2',
        relation: 'ledTo',
      });
      expect((await office.stateOf('recommendation-1')).links).toEqual([
        { file: 'criminalCase-1', relation: 'cameFrom' },
      ]);
    });

    it('may come from the case of another unit', async () => {
      await reportWithCase();
      const fact = issued({ sourceFile: 'criminalCase-1', signer: 'vt-2' });
      await office.record('recommendation', '1', fact, 'vt-2', { unit: 'kv-2' });
      expect((await office.stateOf('recommendation-1')).unit).toBe('kv-2');
      expect((await office.stateOf('criminalCase-1')).unit).toBe('kv-1');
    });

    it('is refused whole when the other file refuses, in words that name it', async () => {
      const fact = issued({ sourceFile: 'criminalCase-404' });
      await expect(office.record('recommendation', '1', fact)).rejects.toThrow(/criminalCase-404.*không tồn tại/);
      await reportWithCase();
      await office.record('crimeReport', '2', received('2026-03-02'));
      await office.record('crimeReport', '2', docketed('2026-03-03'));
      await expect(office.record('crimeReport', '2', initiated('2026-03-21'))).rejects.toThrow(
        /Hồ sơ liên quan 01\/2026\/HS/,
      );
      expect(await office.typesOf('crimeReport-2')).toEqual(['CrimeReportReceived', 'CrimeReportDocketed']);
    });

    it('is not recorded by its mirror', async () => {
      await reportWithCase();
      const mirror = { type: 'RecommendationLinked', data: { on: '2026-03-25', file: 'recommendation-1' } };
      expect(await laterCodeOf(office.record('criminalCase', '1', mirror))).toBe('recorded-at-origin');
    });
  });
});
