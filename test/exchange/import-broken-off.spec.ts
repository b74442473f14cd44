import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { completeAllHalves, type EventLog } from '#engine';
import { refusesHalf } from '#casework';
import { memoryEventLog } from '#event-log';
import { runImport, type ImportOptions } from '#exchange';
import { fileEvents, smallLog } from './small-log.js';
import { recommendations, reportWithCase } from './written-sheets.js';

const sheets = [...reportWithCase, recommendations.sheet(recommendations.issued('01'), recommendations.answered('01'))];

const undisturbed = async () => {
  const options = await smallLog();
  await runImport(sheets, options);
  return filesIn(options.log);
};

/** By file, in the order in which each was written. */
const filesIn = async (log: EventLog) => {
  const files = new Map<string, string[]>();
  for (const { stream, id } of await fileEvents(log)) files.set(stream, [...(files.get(stream) ?? []), id]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** An import whose process dies before it has made some append. @returns whether it came to its end */
const importDyingBefore = async (append: number, options: ImportOptions): Promise<boolean> => {
  let made = 0;
  const log: EventLog = {
    ...options.log,
    append: async (writes) => {
      // What is on its way at the same time may arrive in any order: here whatever a report leads to is first.
      if (writes.some(({ stream }) => stream.startsWith('crimeReport-'))) await setImmediate();
      if (made >= append) throw new Error('the process is gone');
      made++;
      return options.log.append(writes);
    },
  };
  return runImport(sheets, { ...options, log }).then(
    () => true,
    () => false,
  );
};

const react = ({ log, digest, referenceAt, recordedAt }: ImportOptions) =>
  completeAllHalves({ log, digest, refuses: refusesHalf(referenceAt), recordedAt: () => recordedAt });

describe.each([{ severalStreams: true }, { severalStreams: false }])('an import into a log with %j', (kind) => {
  it.each(['again', 'by the reaction and again'])(
    'given it broke off before any append, when it is run %s, then every file is as if it never had',
    async (how) => {
      const wanted = await undisturbed();
      let cameToItsEnd = false;
      for (let append = 0; !cameToItsEnd; append++) {
        const options = await smallLog(memoryEventLog(kind));
        cameToItsEnd = await importDyingBefore(append, options);
        if (how !== 'again') await react(options);
        expect(await runImport(sheets, options)).toMatchObject({ problems: [] });
        expect(await filesIn(options.log)).toEqual(wanted);
      }
    },
  );
});
