import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { hearing, waiting } from './patience.js';

const outcome = (milliseconds: number, others: (heard: () => void) => NodeJS.Timeout | undefined) => {
  const node = hearing();
  const talking = others(node.heard);
  return new Promise<string>((resolve) => {
    const { end } = waiting({
      hearing: node,
      patience: 100,
      within: 800,
      giveUp: ({ name }) => resolve(name),
    });
    void sleep(milliseconds).then(() => {
      end();
      resolve('an answer');
    });
  }).finally(() => clearInterval(talking));
};

const silent = () => undefined;
const justOnce = (heard: () => void) => {
  heard();
  return undefined;
};
const slow = (heard: () => void) => setInterval(heard, 5);

describe('how long one waits for a node', () => {
  it('given nobody has an answer, then it counts as silent', async () => {
    expect(await outcome(300, silent)).toBe('Silence');
  });

  it('given others have theirs, then it is only slow, and waited for', async () => {
    expect(await outcome(300, slow)).toBe('an answer');
  });

  it('given others have theirs, when one has waited long enough all the same, then it counts as silent', async () => {
    expect(await outcome(5_000, slow)).toBe('Silence');
  });

  it('given others had theirs a while ago, then it counts as silent', async () => {
    expect(await outcome(300, justOnce)).toBe('Silence');
  });
});
