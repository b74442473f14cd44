import { describe, expect, it } from '@jest/globals';
import { keepRunning } from './keep-running.js';
import { Trouble } from './trouble.js';

const until = async (so: () => boolean) => {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 1));
};

/** Something whose end the test decides. */
const ending = () => {
  const ends: (() => void)[] = [];
  return {
    starts: () => ends.length,
    endLatest: () => ends.at(-1)?.(),
    start: async () => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      ends.push(end);
      return { ended, stop: async () => end() };
    },
  };
};

const options = { name: 'Máy chủ', log: 'api.log', pause: 1 };

describe('what is kept running', () => {
  it('is started again when it ends by itself, and not when it is stopped', async () => {
    const { start, starts, endLatest } = ending();
    const restarts: string[] = [];
    const kept = await keepRunning({ ...options, start, onRestart: (name) => restarts.push(name) });
    endLatest();
    await until(() => starts() === 2);
    await kept.stop();
    expect(starts()).toBe(2);
    expect(restarts).toEqual(['Máy chủ']);
  });

  it('is given up, with one line that says so, when it ends again and again', async () => {
    const { start, starts } = ending();
    const kept = await keepRunning({
      ...options,
      bears: 3,
      start: async () => {
        const running = await start();
        return starts() === 1 ? { ...running, ended: Promise.resolve() } : Promise.reject(new Error('đĩa hỏng'));
      },
    });
    const trouble = await kept.givenUp;
    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble.message).toBe(
      'Máy chủ dừng 4 lần liên tiếp nên không được khởi động lại nữa: đĩa hỏng (xem api.log).',
    );
    expect(starts()).toBe(4);
    await kept.stop();
  });

  it('bears ends that are far apart for ever', async () => {
    const { start, starts, endLatest } = ending();
    const kept = await keepRunning({ ...options, start, bears: 1, within: 0 });
    for (let n = 1; n <= 5; n++) {
      endLatest();
      await until(() => starts() === n + 1);
    }
    await kept.stop();
    expect(starts()).toBe(6);
  });

  it('tells the caller when the first start fails', async () => {
    await expect(keepRunning({ ...options, start: () => Promise.reject(new Trouble('không')) })).rejects.toThrow(
      'không',
    );
  });
});
