/** One line of the bench: what was measured, against what, and what it must reach. */
export interface Row {
  readonly what: string;
  readonly perSecond: number;
  readonly against: string;
  readonly againstPerSecond: number;
  readonly ratio: number;
  /** What both figures count; so many a second when absent. */
  readonly unit?: string;
  /** The least ratio that the design asks for, where it asks for one. */
  readonly atLeast?: number;
}

/** How long a run is. */
export interface Scale {
  /** Everything, at the sizes that the design names; else a form of it for every day, within two minutes. */
  readonly full: boolean;
  /** The sizes of the logs that are rebuilt, in events. */
  readonly events: readonly number[];
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const rounded = (value: number) => (value < 100 ? Math.round(value * 100) / 100 : Math.round(value));

export const row = (
  what: string,
  perSecond: number,
  against: string,
  againstPerSecond: number,
  atLeast?: number,
): Row => ({
  what,
  perSecond: rounded(perSecond),
  against,
  againstPerSecond: rounded(againstPerSecond),
  ratio: Math.round((perSecond / againstPerSecond) * 100) / 100,
  ...(atLeast === undefined ? {} : { atLeast }),
});

/** What should be small (a time, a size) against the most it may be: the ratio says how many times it fits. */
export const bounded = (
  what: string,
  measured: number,
  unit: string,
  against: string,
  bound: number,
  atLeast?: number,
): Row => ({
  what,
  perSecond: rounded(measured),
  against,
  againstPerSecond: rounded(bound),
  ratio: Math.round((bound / measured) * 100) / 100,
  unit,
  ...(atLeast === undefined ? {} : { atLeast }),
});

/** The value that so large a part of all values doesn't pass. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;

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
