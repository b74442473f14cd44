export interface BellsOptions {
  /** Called when the first listener comes, and when the last one has left. */
  readonly onFirst?: () => void;
  readonly onLast?: () => void;
}

interface Listener {
  readonly hear: () => void;
  readonly leave: () => void;
}

/**
 * A bell for any number of listeners in this process. Rings that nobody waited for are kept as one,
 * so a listener that was busy never misses that something happened.
 */
export const bells = ({ onFirst, onLast }: BellsOptions = {}) => {
  const listeners = new Set<Listener>();
  let closed = false;

  async function* bell(signal: AbortSignal): AsyncGenerator<void> {
    let rung = false;
    let left = false;
    let wake: (() => void) | undefined;
    const hear = () => {
      rung = true;
      wake?.();
    };
    // At the abort itself, not when the generator is resumed: who abandons a bell may never ask it again.
    const leave = () => {
      if (left) return;
      left = true;
      signal.removeEventListener('abort', leave);
      listeners.delete(listener);
      if (listeners.size === 0) onLast?.();
      wake?.();
    };
    const listener = { hear, leave };
    if (closed || signal.aborted) return;
    signal.addEventListener('abort', leave);
    listeners.add(listener);
    if (listeners.size === 1) onFirst?.();
    // Read through a function: it changes while the generator waits.
    const isOver = () => left;
    try {
      while (!isOver()) {
        if (!rung) await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
        if (isOver()) return;
        rung = false;
        yield;
      }
    } finally {
      leave();
    }
  }

  return {
    bell,
    ring: () => {
      for (const { hear } of listeners) hear();
    },
    /** Ends every listener's wait, also of those to come. */
    close: () => {
      closed = true;
      for (const { leave } of listeners) leave();
    },
  };
};
