import { describe, expect, it } from '@jest/globals';
import { gathered } from './gathered.js';

/** Keeps each group until it is let go. */
const slowly = (most: number) => {
  const groups: (readonly number[])[] = [];
  const waiting: ((failure?: Error) => void)[] = [];
  const ask = gathered<number, string>({
    most,
    groupsInFlight: 1,
    ask: (questions) => {
      groups.push(questions);
      return new Promise((resolve, reject) =>
        waiting.push((failure) => (failure ? reject(failure) : resolve(questions.map((question) => `${question}!`)))),
      );
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const letGo = async (failure?: Error) => {
    waiting.shift()?.(failure);
    await turn();
    await turn();
  };
  return { ask, groups, turn, letGo };
};

describe('questions that are gathered', () => {
  it('go at once when nobody else asks', async () => {
    const { ask, groups, turn, letGo } = slowly(10);
    const answer = ask(1);
    await turn();
    expect(groups).toEqual([[1]]);
    await letGo();
    await expect(answer).resolves.toBe('1!');
  });

  it('go together when they come while others are under way, and each gets its own answer', async () => {
    const { ask, groups, turn, letGo } = slowly(3);
    const answers = [ask(0)];
    await turn();
    for (let question = 1; question <= 4; question++) answers.push(ask(question));
    for (let group = 0; group < 3; group++) await letGo();
    expect(groups).toEqual([[0], [1, 2, 3], [4]]);
    await expect(Promise.all(answers)).resolves.toEqual(['0!', '1!', '2!', '3!', '4!']);
  });

  it('fail with their group and no other', async () => {
    const { ask, turn, letGo } = slowly(1);
    const [failing, other] = [ask(1), ask(2)];
    const outcomes = Promise.allSettled([failing, other]);
    await turn();
    await letGo(new Error('no answer'));
    await letGo();
    expect(await outcomes).toEqual([
      { status: 'rejected', reason: new Error('no answer') },
      { status: 'fulfilled', value: '2!' },
    ]);
  });
});
