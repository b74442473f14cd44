import { Silence } from './errors.js';

/** What tells a slow node from a silent one: whether anybody has an answer. */
export interface Hearing {
  readonly heard: () => void;
  /** Milliseconds since anybody had one. */
  readonly quietFor: () => number;
}

export const hearing = (): Hearing => {
  let last = -Infinity;
  return {
    heard: () => {
      last = performance.now();
    },
    quietFor: () => performance.now() - last,
  };
};

export interface PatienceOptions {
  readonly hearing: Hearing;
  /** Milliseconds for which nobody has an answer, before the node counts as silent. */
  readonly patience: number;
  /** Milliseconds after which one doesn't wait any longer although others have answers. */
  readonly within: number;
  readonly giveUp: (silence: Silence) => void;
}

/** Begins to wait for one answer. Where many wait at once at a slow node, each has to wait longer than for one alone. */
export const waiting = ({ hearing: { heard, quietFor }, patience, within, giveUp }: PatienceOptions) => {
  let since = performance.now();
  const look = () => {
    const waited = performance.now() - since;
    const quiet = Math.min(quietFor(), waited);
    if (quiet >= patience || waited >= within)
      giveUp(new Silence(`no answer from the event store within ${Math.round(waited)} ms`));
    else timer = setTimeout(look, patience - quiet);
  };
  let timer = setTimeout(look, patience);
  return {
    /** Part of the answer came. */
    heard: () => {
      since = performance.now();
      heard();
    },
    end: () => clearTimeout(timer),
  };
};

/** How much longer the client's own deadline is than a call is waited for, in milliseconds. */
export const GRACE = 500;

/** Waits for a call that gives one answer. @throws what the client said, or Silence */
export const answered = <T>(call: Promise<T>, options: Omit<PatienceOptions, 'giveUp'>): Promise<T> =>
  new Promise((resolve, reject) => {
    const { heard, end } = waiting({ ...options, giveUp: reject });
    call.then(heard, () => undefined);
    call.then(resolve, reject);
    call.then(end, end);
  });
