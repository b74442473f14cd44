import { describe, expect, it } from '@jest/globals';
import { bells } from './bells.js';

/** A bell that notes when its first listener comes and its last one leaves. */
const watched = () => {
  const seen: string[] = [];
  return { seen, ...bells({ onFirst: () => seen.push('first'), onLast: () => seen.push('last') }) };
};

describe('a bell', () => {
  it('given rings that nobody waited for, when one listens again, then it hears one', async () => {
    const { bell, ring } = bells();
    const stop = new AbortController();
    const hearing = bell(stop.signal);
    const first = hearing.next();
    ring();
    ring();
    expect(await first).toEqual({ done: false, value: undefined });
    ring();
    ring();
    expect(await hearing.next()).toEqual({ done: false, value: undefined });
    const third = hearing.next();
    stop.abort();
    expect(await third).toEqual({ done: true, value: undefined });
  });

  it('given listeners that come and go, when the first comes and the last leaves, then that is told once each', async () => {
    const { bell, seen } = watched();
    const [one, other] = [new AbortController(), new AbortController()];
    const waiting = [bell(one.signal).next(), bell(other.signal).next()];
    expect(seen).toEqual(['first']);
    one.abort();
    expect(seen).toEqual(['first']);
    other.abort();
    await Promise.all(waiting);
    expect(seen).toEqual(['first', 'last']);
  });

  it('given a listener that heard a ring and never asks again, when its signal aborts, then it has left', async () => {
    const { bell, ring, seen } = watched();
    const stop = new AbortController();
    const heard = bell(stop.signal).next();
    ring();
    await heard;
    stop.abort();
    expect(seen).toEqual(['first', 'last']);
  });

  it('given a bell that is closed, when one waits or comes to wait, then the wait is over', async () => {
    const { bell, close, seen } = watched();
    const { signal } = new AbortController();
    const waiting = bell(signal).next();
    close();
    expect(await waiting).toMatchObject({ done: true });
    expect(await bell(signal).next()).toMatchObject({ done: true });
    expect(seen).toEqual(['first', 'last']);
  });
});
