import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  commandLoop,
  completeAllHalves,
  completeHalves,
  loadStream,
  OutcomeUnknown,
  outstandingHalves,
  recordFacts,
  Rejection,
  type Command,
  type EventLog,
  type RefusesHalf,
} from '#engine';
import { bookRegister, context, LATER, type BookFact } from '#engine/testing';
import { memoryEventLog } from '#event-log';
import { filesOf } from './files-of.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const rules = () => ({ maxRenewals: 1 });
const bought: BookFact = { type: 'BookBought', data: { on: '2026-01-05', title: 'Lều chõng' } };
const lent: BookFact = { type: 'BookLent', data: { on: '2026-01-10', reader: 'binh' } };

const refuses: RefusesHalf = ({ raw, facts, metadata }) => {
  try {
    recordFacts(bookRegister, raw, facts as readonly BookFact[], metadata, rules);
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

/** A fact that is recorded in two books or more, each judged by itself. */
const recording = (fact: BookFact, streams: readonly string[], commandId: string): Command<string> => {
  const inContext = context({ commandId });
  return {
    streams,
    content: fact,
    context: inContext,
    decide: (histories) => ({
      answer: fact.type,
      writes: streams.map((stream) => ({
        stream,
        facts: recordFacts(bookRegister, histories.get(stream) ?? [], [fact], inContext, rules).facts,
      })),
    }),
  };
};

/** A log of a process that dies before it has made some append, and does nothing more. */
const dyingBefore = (log: EventLog, append: number): EventLog => {
  let made = 0;
  return {
    ...log,
    append: async (writes) => {
      if (made >= append) throw new Error('the process is gone');
      made++;
      return log.append(writes);
    },
  };
};

const oneAtATime = () => memoryEventLog({ severalStreams: false });
const on = (log: EventLog) => ({ log, digest, refuses, recordedAt: () => LATER });
const loopOn = (log: EventLog) => commandLoop({ log, digest, refuses });
const typesIn = async (log: EventLog, stream: string) => (await loadStream(log, stream)).map(({ type }) => type);

describe('a fact of two files on a log that takes one stream at a time', () => {
  it('given the process died between the two, then the other half is outstanding, and is not once it is completed', async () => {
    const log = oneAtATime();
    await expect(loopOn(dyingBefore(log, 1))(recording(bought, ['book-1', 'book-2'], 'k1'))).rejects.toThrow('gone');
    const raw = await loadStream(log, 'book-1');
    expect(outstandingHalves(raw, new Map())).toMatchObject([{ half: { stream: 'book-2', seen: -1 } }]);
    await completeAllHalves(on(log));
    const other = await loadStream(log, 'book-2');
    expect(other.map(({ type }) => type)).toEqual(['BookBought']);
    expect(outstandingHalves(raw, new Map([['book-2', other]]))).toEqual([]);
  });

  it('when the same command is sent again, then it completes the other half before it answers', async () => {
    const log = oneAtATime();
    const command = recording(bought, ['book-1', 'book-2'], 'k1');
    await expect(loopOn(dyingBefore(log, 1))(command)).rejects.toThrow('gone');
    await expect(loopOn(log)(command)).resolves.toMatchObject({ repeated: true, answer: 'BookBought' });
    expect(await typesIn(log, 'book-2')).toEqual(['BookBought']);
  });

  it('when another command comes to the file, then nothing is decided upon half a fact', async () => {
    const log = oneAtATime();
    await expect(loopOn(dyingBefore(log, 1))(recording(bought, ['book-1', 'book-2'], 'k1'))).rejects.toThrow('gone');
    await loopOn(log)(recording(lent, ['book-1', 'book-2'], 'k2'));
    expect(await typesIn(log, 'book-2')).toEqual(['BookBought', 'BookLent']);
  });

  it('when the log is gone after the first half, then the caller is told that nobody knows, and the same again tells', async () => {
    const log = oneAtATime();
    let down = true;
    const flaky: EventLog = {
      ...log,
      append: async (writes) => {
        if (down && writes[0]?.stream === 'book-2') throw new OutcomeUnknown('no answer');
        return log.append(writes);
      },
    };
    const command = recording(bought, ['book-1', 'book-2'], 'k1');
    await expect(loopOn(flaky)(command)).rejects.toBeInstanceOf(OutcomeUnknown);
    down = false;
    await expect(loopOn(flaky)(command)).resolves.toMatchObject({ repeated: true });
  });

  it('given the other file can no longer take its half, then the first says so, once, whoever tries', async () => {
    const log = oneAtATime();
    const run = loopOn(log);
    await run(recording(bought, ['book-1'], 'k1'));
    await run(recording(bought, ['book-2'], 'k2'));
    const both = recording(lent, ['book-1', 'book-2'], 'k3');
    await expect(loopOn(dyingBefore(log, 1))(both)).rejects.toThrow('gone');
    await run(recording(lent, ['book-2'], 'k4'));

    const [origin] = (await loadStream(log, 'book-1')).filter(({ metadata }) => metadata.also);
    if (!origin) throw new Error('nothing says what the other file gets');
    const tries = await Promise.all([1, 2, 3].map(() => completeHalves(on(log), origin)));
    for (const { refused } of tries) expect(refused).toMatchObject([{ code: 'not-in-this-status', file: 'book-2' }]);
    expect(await typesIn(log, 'book-1')).toEqual(['BookBought', 'BookLent', 'OtherHalfRefused']);
    expect(await typesIn(log, 'book-2')).toEqual(['BookBought', 'BookLent']);
    await expect(loopOn(log)(both)).rejects.toMatchObject({ code: 'other-half-refused' });
  });

  it('given a command that loses the race for the other file, then it is judged anew there', async () => {
    const log = oneAtATime();
    const run = loopOn(log);
    await run(recording(bought, ['book-1', 'book-2'], 'k1'));
    let raced = false;
    const racing: EventLog = {
      ...log,
      append: async (writes) => {
        if (!raced && writes[0]?.stream === 'book-2') {
          raced = true;
          await loopOn(log)(recording({ ...lent, data: { ...lent.data, reader: 'an' } }, ['book-2'], 'k2'));
        }
        return log.append(writes);
      },
    };
    await expect(loopOn(racing)(recording(lent, ['book-1', 'book-2'], 'k3'))).rejects.toMatchObject({
      code: 'other-half-refused',
    });
    expect(await typesIn(log, 'book-2')).toEqual(['BookBought', 'BookLent']);
  });

  it('comes to what one append comes to, wherever the process died and however many complete it', async () => {
    const streams = ['book-1', 'book-2', 'book-3'];
    const facts: readonly BookFact[] = [bought, lent, { type: 'BookReturned', data: { on: '2026-01-20' } }];
    const command = fc.record({
      fact: fc.constantFrom(...facts),
      among: fc.shuffledSubarray(streams, { minLength: 1 }),
      diesBefore: fc.integer({ min: 0, max: 4 }),
      completedBy: fc.constantFrom('reaction', 'several', 'same', 'next'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
        const [whole, pieces] = [memoryEventLog(), oneAtATime()];
        for (const [i, { fact, among, diesBefore, completedBy }] of commands.entries()) {
          const asked = recording(fact, among, `k${i}`);
          const before = await pieces.head();
          const code = (error: unknown) => (error instanceof Rejection ? error.code : 'gone');
          const answer = await loopOn(dyingBefore(pieces, diesBefore))(asked).then(({ answer: a }) => a, code);
          // What left no trace didn't happen.
          if (answer === 'gone' && (await pieces.head()) === before) continue;
          expect(answer === 'gone' ? fact.type : answer).toBe(await loopOn(whole)(asked).then((o) => o.answer, code));
          if (completedBy === 'reaction') await completeAllHalves(on(pieces));
          if (completedBy === 'several') await Promise.all([1, 2, 3].map(() => completeAllHalves(on(pieces))));
          // Of a log that is whole the same command finds nothing to complete.
          if (completedBy === 'same') await loopOn(pieces)(asked).catch(code);
          // Nobody comes by before the next command on one of these files: here on the first.
          if (completedBy === 'next')
            await loopOn(pieces)({
              ...recording(fact, among.slice(0, 1), `n${i}`),
              decide: () => ({ writes: [], answer: '' }),
            });
        }
        expect(await filesOf(pieces, streams)).toEqual(await filesOf(whole, streams));
      }),
      { numRuns: 150 },
    );
  });
});
