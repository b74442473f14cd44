import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  commandLoop,
  effectiveHistory,
  opensFile,
  OutcomeUnknown,
  recordFacts,
  Rejection,
  stateOf,
  type Command,
  type EventLog,
} from '#engine';
import { bookRegister, context, type BookFact } from '#engine/testing';
import { memoryEventLog } from '#event-log';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const bought: BookFact = { type: 'BookBought', data: { on: '2026-01-05', title: 'Lều chõng' } };
const lent = (reader: string): BookFact => ({ type: 'BookLent', data: { on: '2026-01-10', reader } });
const returned: BookFact = { type: 'BookReturned', data: { on: '2026-01-20' } };

const recording = (
  fact: BookFact,
  more: { commandId?: string; ifRevision?: number; stream?: string } = {},
): Command<string> => {
  const { stream = 'book-1', commandId = randomUUID(), ifRevision } = more;
  const inContext = context({ commandId });
  return {
    streams: [stream],
    content: fact,
    context: inContext,
    opens: opensFile(bookRegister, fact),
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories) => {
      const raw = histories.get(stream) ?? [];
      const { facts, state } = recordFacts(bookRegister, raw, [fact], inContext, () => ({ maxRenewals: 1 }));
      return { writes: [{ stream, facts }], answer: state.status };
    },
  };
};

const eventsIn = (log: EventLog, stream = 'book-1') => log.readStream(stream, { limit: 1000 });

/** A log whose first append is carried out although its answer never arrives. */
const losingTheFirstAnswer = (log: EventLog): EventLog => {
  let lost = false;
  return {
    ...log,
    append: async (writes) => {
      const result = await log.append(writes);
      if (lost) return result;
      lost = true;
      throw new OutcomeUnknown('the answer was lost');
    },
  };
};

describe.each([{ severalStreams: true }, { severalStreams: false }])('carrying out a command on %j', (kind) => {
  it('appends what was decided and answers with position and revision', async () => {
    const log = memoryEventLog(kind);
    const outcome = await commandLoop({ log, digest })(recording(bought));
    expect(outcome).toMatchObject({ revision: 0, repeated: false, answer: 'shelved', position: await log.head() });
  });

  it('happens once however often it is sent, with the first answer each time', async () => {
    const log = memoryEventLog(kind);
    const run = commandLoop({ log, digest });
    const command = recording(bought, { commandId: 'k1' });
    const first = await run(command);
    await run(recording(lent('binh')));
    const again = await run(command);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await eventsIn(log)).toHaveLength(2);
  });

  it('refuses another content under the same id', async () => {
    const run = commandLoop({ log: memoryEventLog(kind), digest });
    await run(recording(bought, { commandId: 'k1' }));
    await expect(run(recording(lent('binh'), { commandId: 'k1' }))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
  });

  it('refuses another content under the same id also when both are on their way at once', async () => {
    const log = memoryEventLog(kind);
    const other: BookFact = { type: 'BookBought', data: { on: '2026-01-05', title: 'Việc làng' } };
    const tried = await Promise.allSettled(
      [bought, other].map((fact) => commandLoop({ log, digest })(recording(fact, { commandId: 'k1' }))),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'command-id-reused' } });
    expect(await eventsIn(log)).toHaveLength(1);
  });

  it('happens once when its answer was lost', async () => {
    const log = memoryEventLog(kind);
    const outcome = await commandLoop({ log: losingTheFirstAnswer(log), digest })(recording(bought));
    expect(outcome).toMatchObject({ revision: 0, repeated: true });
    expect(await eventsIn(log)).toHaveLength(1);
  });

  it('looks at the file again before it refuses: another process may have moved it on', async () => {
    const log = memoryEventLog(kind);
    const here = commandLoop({ log, digest });
    const there = commandLoop({ log, digest });
    await here(recording(bought));
    await there(recording(lent('binh')));
    await expect(here(recording(returned))).resolves.toMatchObject({ revision: 2 });
  });

  it('refuses when the caller looked at an older revision', async () => {
    const run = commandLoop({ log: memoryEventLog(kind), digest });
    await run(recording(bought));
    await run(recording(lent('binh')));
    await expect(run(recording(returned, { ifRevision: 0 }))).rejects.toMatchObject({ code: 'revision-moved' });
    await expect(run(recording(returned, { ifRevision: 1 }))).resolves.toMatchObject({ revision: 2 });
  });

  it('lets one of several rivals win and refuses the others by the rules, whoever is first', async () => {
    const log = memoryEventLog(kind);
    await commandLoop({ log, digest })(recording(bought));
    const rivals = Array.from({ length: 8 }, (_, i) => commandLoop({ log, digest })(recording(lent(`reader-${i}`))));
    const results = await Promise.allSettled(rivals);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Rejection);
    expect(await eventsIn(log)).toHaveLength(2);
  });

  it('writes to several streams at once, or to none', async () => {
    const log = memoryEventLog(kind);
    const run = commandLoop({ log, digest });
    const both = (commandId: string): Command<string> => ({
      streams: ['book-1', 'book-2'],
      content: 'both',
      context: context({ commandId }),
      decide: () => ({ writes: ['book-1', 'book-2'].map((stream) => ({ stream, facts: [bought] })), answer: 'done' }),
    });
    await run(both('k1'));
    await run(both('k1'));
    expect([await eventsIn(log), await eventsIn(log, 'book-2')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('leaves the same file whatever retries, duplicates and losses happen on the way', async () => {
    const fact = fc.constantFrom(bought, lent('binh'), returned);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ fact, id: fc.integer({ min: 0, max: 9 }) }), { maxLength: 20 }),
        async (sent) => {
          const smooth = memoryEventLog(kind);
          const rough = memoryEventLog(kind);
          const loops = [
            commandLoop({ log: smooth, digest }),
            commandLoop({ log: losingTheFirstAnswer(rough), digest, cachedEvents: 1 }),
          ];
          for (const { fact: one, id } of sent) {
            const command = recording(one, { commandId: `k${id}` });
            const answers = await Promise.all(
              loops.map((run) =>
                run(command).then(
                  ({ answer }) => answer,
                  (error: unknown) => (error as Rejection).code,
                ),
              ),
            );
            expect(answers[1]).toBe(answers[0]);
          }
          const states = await Promise.all(
            [smooth, rough].map(async (log) => stateOf(bookRegister, effectiveHistory<BookFact>(await eventsIn(log)))),
          );
          expect(states[1]).toEqual(states[0]);
          const ids = (await eventsIn(rough)).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A log that tells how often a stream was looked at. */
const counting = (log: EventLog) => {
  let looks = 0;
  const readStream: EventLog['readStream'] = (stream, options) => {
    looks++;
    return log.readStream(stream, options);
  };
  return { log: { ...log, readStream }, looks: () => looks };
};

describe('opening a file', () => {
  const other: BookFact = { type: 'BookBought', data: { on: '2026-01-05', title: 'Việc làng' } };

  it('takes no look at a stream that nothing can stand in', async () => {
    const { log, looks } = counting(memoryEventLog());
    await commandLoop({ log, digest })(recording(bought));
    expect(looks()).toBe(0);
    await commandLoop({ log, digest })(recording(lent('binh')));
    expect(looks()).toBe(1);
  });

  it('looks where the log takes one stream at a time, or can’t tell what it wrote before', async () => {
    const forgetful = memoryEventLog();
    const logs = [
      memoryEventLog({ severalStreams: false }),
      { ...forgetful, capabilities: { ...forgetful.capabilities, tellsRepeats: false } },
    ];
    for (const one of logs) {
      const { log, looks } = counting(one);
      const command = recording(bought, { commandId: 'k1' });
      const first = await commandLoop({ log, digest })(command);
      expect(looks()).toBe(1);
      expect(await commandLoop({ log, digest })(command)).toEqual({ ...first, repeated: true });
    }
  });

  it('is answered the same by a process that has never seen the file, however far it has come since', async () => {
    const log = memoryEventLog();
    const command = recording(bought, { commandId: 'k1' });
    const first = await commandLoop({ log, digest })(command);
    await commandLoop({ log, digest })(recording(lent('binh')));
    expect(await commandLoop({ log, digest })(command)).toEqual({ ...first, repeated: true });
    expect(await eventsIn(log)).toHaveLength(2);
  });

  it('tells one of several that are sent at once from the others', async () => {
    const log = memoryEventLog();
    const command = recording(bought, { commandId: 'k1' });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => commandLoop({ log, digest })(command)));
    expect(outcomes.filter(({ repeated }) => repeated)).toHaveLength(4);
  });

  it('refuses another content under its id, whoever is asked', async () => {
    const log = memoryEventLog();
    await commandLoop({ log, digest })(recording(bought, { commandId: 'k1' }));
    await expect(commandLoop({ log, digest })(recording(other, { commandId: 'k1' }))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
  });

  it('decides on what stands there after all', async () => {
    const log = memoryEventLog();
    await commandLoop({ log, digest })(recording(bought));
    await expect(commandLoop({ log, digest })(recording(other))).rejects.toMatchObject({ code: 'not-in-this-status' });
    expect(await eventsIn(log)).toHaveLength(1);
  });

  it('looks at the file where the caller has seen one', async () => {
    const log = memoryEventLog();
    const run = commandLoop({ log, digest });
    await expect(run(recording(bought, { ifRevision: 0 }))).rejects.toMatchObject({ code: 'revision-moved' });
    expect(await eventsIn(log)).toHaveLength(0);
  });
});
