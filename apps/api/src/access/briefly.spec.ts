import { describe, expect, it } from '@jest/globals';
import { briefly } from './briefly.js';

const KNOWN_FOR = 10_000;

const given = () => {
  let now = 0;
  let sure = true;
  let asked = 0;
  const known = briefly<number>({
    milliseconds: KNOWN_FOR,
    most: 2,
    clock: () => new Date(now),
    sure: () => sure,
  });
  return {
    known,
    /** Tells how often it had to be looked for so far. */
    look: (key = 'a') => known.get(key, async () => ++asked),
    pass: (milliseconds: number) => (now += milliseconds),
    doubt: () => (sure = false),
  };
};

describe('what is remembered briefly', () => {
  it('given something found, when it is asked for again, then it is known until its time is over', async () => {
    const { look, pass } = given();
    expect([await look(), await look()]).toEqual([1, 1]);
    pass(KNOWN_FOR);
    expect(await look()).toBe(2);
  });

  it('given more than it may hold, then the oldest goes', async () => {
    const { look } = given();
    for (const key of ['a', 'b', 'c']) await look(key);
    expect([await look('c'), await look('a')]).toEqual([3, 4]);
  });

  it('given that all was forgotten while something was looked for, then that is told and not kept', async () => {
    const { known, look } = given();
    let find: (value: number) => void = () => undefined;
    const slow = known.get('a', () => new Promise((resolve) => (find = resolve)));
    known.forgetAll();
    find(77);
    expect(await slow).toBe(77);
    expect(await look()).toBe(1);
  });

  it('given that it wouldn’t be told, then everything is looked for', async () => {
    const { look, doubt } = given();
    await look();
    doubt();
    expect([await look(), await look()]).toEqual([2, 3]);
  });
});
