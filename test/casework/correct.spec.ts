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

  describe('correcting a fact', () => {
    const graver = { charges: [{ article: '173', clause: 2 }], severity: 'N' };

    it('is approved by the head or a deputy of the unit, or of the one above; never by who asked', async () => {
      await reportWithCase();
      const change = await office.replacing('crimeReport-1', 'CrimeReportReceived', { summary: 'Mất trộm xe đạp' });
      const request = await office.ask('crimeReport', '1', [change], 'vt-1');
      expect(await laterCodeOf(office.approve('crimeReport', '1', request, 'vt-1'))).toBe('own-request');
      expect(await laterCodeOf(office.approve('crimeReport', '1', request, 'ksv-1'))).toBe('not-the-head');
      expect(await laterCodeOf(office.approve('crimeReport', '1', request, 'vt-2'))).toBe('not-the-head');
      expect(await laterCodeOf(office.approve('crimeReport', '1', request, 'ksv-t'))).toBe('not-the-head');
      await office.approve('crimeReport', '1', request, 'pvt-1');
      expect((await office.stateOf('crimeReport-1')).title).toBe('Mất trộm xe đạp');
    });

    it('is refused by them too, with a reason', async () => {
      await reportWithCase();
      const request = await office.ask('crimeReport', '1', [
        await office.replacing('crimeReport-1', 'CrimeReportReceived', { summary: 'Khác' }),
      ]);
      expect(await laterCodeOf(office.refuse('crimeReport', '1', request, 'ksv-1'))).toBe('not-the-head');
      await office.refuse('crimeReport', '1', request, 'vt-1');
      expect(await laterCodeOf(office.approve('crimeReport', '1', request, 'vt-1'))).toBe('no-such-request');
    });

    it('reaches the other half, in one append', async () => {
      await reportWithCase();
      const request = await office.ask('crimeReport', '1', [
        await office.replacing('crimeReport-1', 'CaseInitiationDecided', graver),
      ]);
      expect(await office.typesOf('criminalCase-1')).toEqual(['CaseInitiated']);
      await office.approve('crimeReport', '1', request, 'vt-1');
      expect(await office.typesOf('criminalCase-1')).toEqual(['CaseInitiated', 'FactCorrected']);
      expect(await office.factOf('criminalCase-1', 'CaseInitiated')).toMatchObject(graver);
    });

    it('takes away from the other half what is taken away from one', async () => {
      await office.record('crimeReport', '1', received('2026-03-02'));
      await office.record('crimeReport', '1', docketed('2026-03-03'));
      await office.record('crimeReport', '1', initiated('2026-03-20', { sentOn: '2026-03-21' }));
      const request = await office.ask('crimeReport', '1', [
        await office.replacing('crimeReport-1', 'CaseInitiationDecided', { sentOn: undefined }),
      ]);
      await office.approve('crimeReport', '1', request, 'vt-1');
      expect(await office.factOf('criminalCase-1', 'CaseInitiated')).not.toHaveProperty('sentOn');
    });

    it('reaches it from either side', async () => {
      await reportWithCase();
      const request = await office.ask('criminalCase', '1', [
        await office.replacing('criminalCase-1', 'CaseInitiated', graver),
      ]);
      await office.approve('criminalCase', '1', request, 'vt-1');
      expect(await office.factOf('crimeReport-1', 'CaseInitiationDecided')).toMatchObject({
        ...graver,
        caseFile: 'criminalCase-1',
      });
    });

    it('leaves the other half alone when it says nothing of what changed', async () => {
      await reportWithCase();
      const before = await office.typesOf('crimeReport-1');
      const request = await office.ask('criminalCase', '1', [
        await office.replacing('criminalCase-1', 'CaseInitiated', { summary: 'Mất trộm xe đạp' }),
      ]);
      await office.approve('criminalCase', '1', request, 'vt-1');
      expect(await office.typesOf('crimeReport-1')).toEqual(before);
    });

    it('moves a link from one file to another', async () => {
      await reportWithCase();
      await office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
      const moved = await office.replacing('recommendation-1', 'RecommendationIssued', { sourceFile: 'crimeReport-1' });
      await office.approve('recommendation', '1', await office.ask('recommendation', '1', [moved]), 'vt-1');
      expect((await office.stateOf('criminalCase-1')).links.map(({ file }) => file)).toEqual(['crimeReport-1']);
      expect((await office.stateOf('crimeReport-1')).links.map(({ file }) => file)).toEqual([
        'criminalCase-1',
        'recommendation-1',
      ]);
    });

    it('is refused, at once and in words, when the other file could not stand it', async () => {
      await reportWithCase();
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
      await office.record('criminalCase', '1', charged);
      const undone = await office.voiding('crimeReport-1', 'CaseInitiationDecided');
      await expect(office.ask('crimeReport', '1', [undone])).rejects.toThrow(/Hồ sơ liên quan/);
    });

    it('takes a link away with the fact that made it', async () => {
      await reportWithCase();
      await office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
      const undone = await office.voiding('recommendation-1', 'RecommendationIssued');
      await office.approve('recommendation', '1', await office.ask('recommendation', '1', [undone]), 'vt-1');
      expect((await office.stateOf('criminalCase-1')).links.map(({ file }) => file)).toEqual(['crimeReport-1']);
    });

    it('takes a link that was moved away with the fact that made it', async () => {
      await reportWithCase();
      await office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
      const moved = await office.replacing('recommendation-1', 'RecommendationIssued', { sourceFile: 'crimeReport-1' });
      await office.approve('recommendation', '1', await office.ask('recommendation', '1', [moved]), 'vt-1');
      const undone = await office.voiding('recommendation-1', 'RecommendationIssued');
      await office.approve('recommendation', '1', await office.ask('recommendation', '1', [undone]), 'vt-1');
      expect((await office.stateOf('crimeReport-1')).links.map(({ file }) => file)).toEqual(['criminalCase-1']);
    });

    it('is asked for where the fact comes from, not at its mirror', async () => {
      await reportWithCase();
      await office.record('recommendation', '1', issued({ sourceFile: 'criminalCase-1' }));
      const mirror = await office.voiding('criminalCase-1', 'RecommendationLinked');
      await expect(office.ask('criminalCase', '1', [mirror])).rejects.toThrow(/recommendation-1/);
    });

    it('is asked for at the case when several reports led to it', async () => {
      for (const id of ['1', '2']) {
        await office.record('crimeReport', id, received('2026-03-02'));
        await office.record('crimeReport', id, docketed('2026-03-03'));
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
      await office.record('criminalCase', '7', { type: 'CaseInitiated', data });
      const change = await office.replacing('crimeReport-1', 'CaseInitiationDecided', graver);
      expect(await laterCodeOf(office.ask('crimeReport', '1', [change]))).toBe('corrected-at-origin');
      const request = await office.ask('criminalCase', '7', [
        await office.replacing('criminalCase-7', 'CaseInitiated', graver),
      ]);
      await office.approve('criminalCase', '7', request, 'vt-1');
      for (const stream of ['crimeReport-1', 'crimeReport-2'])
        expect(await office.factOf(stream, 'CaseInitiationDecided')).toMatchObject(graver);
    });
  });
});
