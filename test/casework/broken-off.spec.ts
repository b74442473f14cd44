import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completeAllHalves, loadStream, type EventLog } from '#engine';
import { refusesHalf } from '#casework';
import { memoryEventLog } from '#event-log';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { specContext, specDigest } from '../../libs/casework/testing/index.js';
import { specReference } from '../../libs/casework/testing/law.js';
import { specOffice } from '../../libs/casework/testing/world.js';
import { filesOf } from '../engine/files-of.js';

const reference = specReference();
const { received, docketed, initiated } = theftReport;
const graver = { charges: [{ article: '173', clause: 2 }], severity: 'N' };
const streams = ['crimeReport-1', 'crimeReport-2', 'criminalCase-1', 'recommendation-1'];

const issued = {
  type: 'RecommendationIssued',
  data: {
    on: '2026-03-25',
    recommendationNo: '1/KN',
    kind: 'remedial',
    regime: 'none',
    addressee: 'Công an huyện',
    violations: ['Chậm gửi quyết định'],
    signer: 'vt-1',
    sourceFile: 'criminalCase-1',
  },
};

type Office = ReturnType<typeof specOffice>;
type Step = (office: Office) => Promise<unknown>;

/** Two reports that lead to one case, a recommendation from it, and corrections that reach the other file. */
const story: readonly Step[] = [
  (office) => office.record('crimeReport', '1', received('2026-03-02')),
  (office) => office.record('crimeReport', '1', docketed('2026-03-03')),
  (office) => office.record('crimeReport', '1', initiated('2026-03-20')),
  (office) => office.record('crimeReport', '2', received('2026-03-02')),
  (office) => office.record('crimeReport', '2', docketed('2026-03-03')),
  (office) => office.record('crimeReport', '2', initiated('2026-03-21', { existingCase: true })),
  (office) => office.record('recommendation', '1', issued),
  async (office) => {
    const change = await office.replacing('crimeReport-1', 'CaseInitiationDecided', graver);
    await office.approve('crimeReport', '1', await office.ask('crimeReport', '1', [change]), 'vt-1');
  },
  async (office) => {
    const change = await office.replacing('recommendation-1', 'RecommendationIssued', { sourceFile: 'crimeReport-1' });
    await office.approve('recommendation', '1', await office.ask('recommendation', '1', [change]), 'vt-1');
  },
  async (office) => {
    const change = await office.voiding('recommendation-1', 'RecommendationIssued');
    await office.approve('recommendation', '1', await office.ask('recommendation', '1', [change]), 'vt-1');
  },
];

/** A log whose process dies after some appends that are one command's first half, if told to. */
const mortal = (log: EventLog) => {
  let dying = false;
  let dead = false;
  return {
    dieAfterFirstHalf: () => {
      [dying, dead] = [true, false];
    },
    live: () => {
      [dying, dead] = [false, false];
    },
    log: {
      ...log,
      append: async (writes) => {
        if (dead) throw new Error('the process is gone');
        const result = await log.append(writes);
        dead = dying && writes.some(({ events }) => events.some(({ metadata }) => metadata.also));
        return result;
      },
    } satisfies EventLog,
  };
};

const completed = (log: EventLog) =>
  completeAllHalves({
    log,
    digest: specDigest,
    refuses: refusesHalf(() => reference),
    recordedAt: () => '2026-11-20T02:00:00Z',
  });

describe('facts and corrections of two files, on a log that takes one stream at a time', () => {
  it('given the process dies after any first half, when the reaction has run, once or twice at once, then the files are those of one append', async () => {
    const whole = memoryEventLog();
    const office = specOffice(reference, whole);
    for (const step of story) await step(office);
    const wanted = await filesOf(whole, streams);
    expect(wanted.map(({ length }) => length)).toEqual([7, 3, 5, 5]);

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('lives', 'one completes it', 'two complete it'), {
          minLength: story.length,
          maxLength: story.length,
        }),
        async (fates) => {
          const pieces = memoryEventLog({ severalStreams: false });
          const process = mortal(pieces);
          const there = specOffice(reference, process.log);
          for (const [i, step] of story.entries()) {
            const fate = fates[i];
            if (fate === 'lives') process.live();
            else process.dieAfterFirstHalf();
            await step(there).catch((error: unknown) =>
              expect(error).toMatchObject({ message: 'the process is gone' }),
            );
            process.live();
            if (fate === 'one completes it') await completed(pieces);
            if (fate === 'two complete it') await Promise.all([completed(pieces), completed(pieces)]);
          }
          expect(await filesOf(pieces, streams)).toEqual(wanted);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the half of a correction that comes too late', () => {
  it('overwrites nobody else’s correction, and is said to be refused', async () => {
    const log = memoryEventLog({ severalStreams: false });
    const office = specOffice(reference, log);
    for (const step of story.slice(0, 3)) await step(office);
    const half = await loadStream(log, 'criminalCase-1');
    const change = await office.replacing('criminalCase-1', 'CaseInitiated', graver);
    await office.approve('criminalCase', '1', await office.ask('criminalCase', '1', [change]), 'vt-1');

    const now = {
      stream: 'criminalCase-1',
      raw: await loadStream(log, 'criminalCase-1'),
      facts: [
        {
          type: 'FactCorrected',
          data: { on: '2026-04-02', request: half[0]?.id, fact: half[0]?.id, data: half[0]?.data },
        },
      ],
      metadata: { ...specContext('late'), commandHash: '', correlationId: '', confidentiality: 0 as const },
    };
    const refuses = refusesHalf(() => reference);
    expect(refuses({ ...now, seen: half.length - 1 })?.code).toBe('corrected-meanwhile');
    expect(refuses({ ...now, seen: now.raw.length - 1 })).toBeUndefined();
  });
});
