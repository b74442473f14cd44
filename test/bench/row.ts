/** One line of the bench: what was measured, against what, and what it must reach. */
export interface Row {
  readonly what: string;
  readonly perSecond: number;
  readonly against: string;
  readonly againstPerSecond: number;
  readonly ratio: number;
  /** The least ratio that the design asks for, where it asks for one. */
  readonly atLeast?: number;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export const row = (
  what: string,
  perSecond: number,
  against: string,
  againstPerSecond: number,
  atLeast?: number,
): Row => ({
  what,
  perSecond: Math.round(perSecond),
  against,
  againstPerSecond: Math.round(againstPerSecond),
  ratio: Math.round((perSecond / againstPerSecond) * 100) / 100,
  ...(atLeast === undefined ? {} : { atLeast }),
});

/** As many callers as asked, each calling again when it has its answer, for so many seconds: calls a second. */
export const drive = async (callers: number, seconds: number, call: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  const end = start + seconds * 1000;
  let calls = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await call();
      calls++;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (calls * 1000) / (performance.now() - start);
};
