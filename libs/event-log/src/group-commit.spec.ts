import { describe, expect, it } from '@jest/globals';
import { event, write } from '#event-log/testing';
import { groupCommit, type Answer } from './group-commit.js';
import { prepareAppend, type PreparedAppend } from './prepared-append.js';

const appendTo = (...streams: readonly string[]) =>
  prepareAppend(
    streams.map((stream) => write(stream, 'noStream', event())),
    1_000_000,
  );

const DONE: Answer = { position: '1'.padStart(20, '0') };

/** A store that answers a group only when told to. */
const slowStore = (limits: { groupAppends?: number; groupBytes?: number; waitingAppends?: number } = {}) => {
  const groups: { streams: readonly string[]; answer: () => Promise<void> }[] = [];
  const commits = groupCommit({
    write: (group: readonly PreparedAppend[]) =>
      new Promise((resolve) => {
        const answer = async () => {
          resolve(group.map(() => DONE));
          await turn();
        };
        groups.push({ streams: group.flatMap(({ writes }) => writes.map(({ stream }) => stream)), answer });
      }),
    groupAppends: 100,
    groupBytes: 1_000_000,
    groupsInFlight: 2,
    waitingAppends: 1000,
    waitingBytes: 1_000_000,
    ...limits,
  });
  return { groups, commits, sent: () => groups.map(({ streams }) => streams) };
};

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('group commit', () => {
  it('given appends of one turn, when they are gathered, then they go as one group; the next go as a second', async () => {
    const { commits, groups, sent } = slowStore();
    for (const stream of ['a', 'b', 'c']) void commits.append(appendTo(stream));
    await turn();
    void commits.append(appendTo('d'));
    await turn();
    void commits.append(appendTo('e'));
    void commits.append(appendTo('f'));
    await turn();
    expect(sent()).toEqual([['a', 'b', 'c'], ['d']]);
    await groups[0]?.answer();
    expect(sent()).toEqual([['a', 'b', 'c'], ['d'], ['e', 'f']]);
  });

  it('given many appends of one turn, when two groups may be in flight, then they are shared between them', async () => {
    const { commits, sent } = slowStore();
    for (let i = 0; i < 64; i++) void commits.append(appendTo(`s${i}`));
    await turn();
    expect(sent().map(({ length }) => length)).toEqual([32, 32]);
  });

  it('given appends to one stream, when others wait too, then they keep their order and are never in flight together', async () => {
    const { commits, groups, sent } = slowStore();
    for (const streams of [['a'], ['a', 'b'], ['b'], ['c']]) void commits.append(appendTo(...streams));
    await turn();
    expect(sent()).toEqual([['a', 'c']]);
    await groups[0]?.answer();
    await groups[1]?.answer();
    expect(sent()).toEqual([['a', 'c'], ['a', 'b'], ['b']]);
  });

  it('given bounds in count and bytes, when more waits, then groups keep to them', async () => {
    const byCount = slowStore({ groupAppends: 2 });
    for (const stream of ['a', 'b', 'c', 'd', 'e']) void byCount.commits.append(appendTo(stream));
    await turn();
    expect(byCount.sent()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const byBytes = slowStore({ groupBytes: appendTo('a').bytes });
    for (const stream of ['a', 'b', 'c']) void byBytes.commits.append(appendTo(stream));
    await turn();
    expect(byBytes.sent()).toEqual([['a'], ['b']]);
  });

  it('given as many as may wait, when one more comes, then it is refused', async () => {
    const { commits } = slowStore({ waitingAppends: 1 });
    void commits.append(appendTo('a'));
    await expect(commits.append(appendTo('b'))).rejects.toMatchObject({ name: 'LogUnavailable' });
  });

  it('given appends that wait, when it is drained, then they are answered and later ones refused', async () => {
    const { commits, groups } = slowStore();
    const taken = commits.append(appendTo('a'));
    const drained = commits.drain();
    await expect(commits.append(appendTo('b'))).rejects.toMatchObject({ name: 'LogUnavailable' });
    await turn();
    await groups[0]?.answer();
    expect(await taken).toBe(DONE);
    await drained;
  });
});
