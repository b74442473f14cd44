/**
 * A bell for any number of listeners in this process. Rings that nobody waited for are kept as one,
 * so a listener that was busy never misses that something happened.
 */
export const bells = () => {
  const listeners = new Set<() => void>();

  async function* bell(signal: AbortSignal): AsyncGenerator<void> {
    let rung = false;
    let wake: (() => void) | undefined;
    const hear = () => {
      rung = true;
      wake?.();
    };
    const leave = () => wake?.();
    listeners.add(hear);
    signal.addEventListener('abort', leave);
    try {
      while (!signal.aborted) {
        if (!rung) await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
        if (signal.aborted) return;
        rung = false;
        yield;
      }
    } finally {
      listeners.delete(hear);
      signal.removeEventListener('abort', leave);
    }
  }

  return {
    bell,
    ring: () => {
      for (const hear of listeners) hear();
    },
  };
};
