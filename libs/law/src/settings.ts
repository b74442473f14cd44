/** Where the law is open there are two readings; which one is followed is a dated setting. */
export type Reading = 1 | 2;

export interface Setting {
  readonly point: string;
  readonly question: string;
  /** What each reading says, in Vietnamese. */
  readonly readings: readonly [string, string];
  readonly reading: Reading;
  /** Clocks that run from this day on follow it. */
  readonly validFrom: string;
  readonly source: string;
  readonly note?: string | undefined;
}

/** The readings followed by clocks that run from one day on; a point never settled follows reading 1. */
export type Readings = ReadonlyMap<string, Reading>;

export interface Settings {
  readonly all: readonly Setting[];
  /** Oldest first. */
  readonly timeline: readonly { readonly from: string; readonly readings: Readings }[];
}

export const emptySettings: Settings = { all: [], timeline: [] };

const NONE: Readings = new Map();

/** The settings with one more; the same point settled for the same day is replaced. */
export const settle = (settings: Settings, setting: Setting): Settings => {
  const all = [
    ...settings.all.filter(({ point, validFrom }) => point !== setting.point || validFrom !== setting.validFrom),
    setting,
  ].sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
  const readings = new Map<string, Reading>();
  const timeline: { from: string; readings: Readings }[] = [];
  for (const { point, reading, validFrom } of all) {
    readings.set(point, reading);
    if (timeline.at(-1)?.from === validFrom) timeline.pop();
    timeline.push({ from: validFrom, readings: new Map(readings) });
  }
  return { all, timeline };
};

/** The readings in force on a day. */
export const readingsOn = ({ timeline }: Settings, day: string): Readings => {
  for (let at = timeline.length - 1; at >= 0; at -= 1) {
    const entry = timeline[at];
    if (entry && entry.from <= day) return entry.readings;
  }
  return NONE;
};

/** The setting of a point in force on a day. */
export const settingOn = ({ all }: Settings, point: string, day: string): Setting | undefined =>
  all.findLast((setting) => setting.point === point && setting.validFrom <= day);
