/** What the law pages read of the API's answers. */
export type Length = Partial<Record<'hours' | 'days' | 'workingDays' | 'months' | 'years', number>>;
export type Severity = 'I' | 'N' | 'R' | 'D';
/** One length for all, or one a class of offence. */
export type Lengths = Length | Partial<Record<Severity, Length>>;

interface Extension {
  readonly max: Lengths;
  readonly inParts?: boolean;
  readonly grantedBy: string;
  readonly requestDaysBefore?: number;
  readonly basis: string;
}

interface DutyStart {
  readonly register: string;
  readonly fact: string;
}

export interface TermRow {
  readonly code: string;
  readonly kind?: string;
  readonly label: string;
  readonly basis: string;
  readonly runsFrom: string;
  readonly lengths: Lengths;
  readonly counting: string;
  readonly extensions?: readonly Extension[];
  readonly suspension?: { readonly basis: string };
  readonly rolls?: boolean;
  readonly openPoints?: readonly string[];
  /** What another reading of an open point changes in the row. */
  readonly readings?: readonly unknown[];
  readonly starts?: DutyStart | readonly DutyStart[];
  readonly ends?: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly status: 'confirmed' | 'toBeConfirmed';
  readonly note?: string;
}

/** Who brought a row about, and when. */
export interface Enactment {
  readonly id: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly actorName: string;
}

export interface TermTold {
  readonly code: string;
  readonly kind?: string;
  /** Absent where no row stands on the day asked for. */
  readonly row?: TermRow;
  readonly toCome: readonly TermRow[];
  /** What a release says otherwise of rows enacted here; not followed. */
  readonly released: readonly TermRow[];
  readonly history: readonly (Enactment & { readonly row: TermRow; readonly read: boolean })[];
}

export interface CalendarDay {
  readonly day: string;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly working: boolean;
  readonly provisional: boolean;
  readonly kind?: string;
  readonly name?: string;
  readonly basis?: string;
  readonly status?: string;
}

export interface CalendarTold {
  readonly year: number;
  readonly published: boolean;
  readonly provisional: boolean;
  readonly basis?: string;
  readonly days: readonly CalendarDay[];
  readonly history: readonly (Enactment & { readonly type: string; readonly data: Partial<CalendarDay> })[];
}

interface SettingRow {
  readonly reading: 1 | 2;
  readonly validFrom: string;
  readonly source: string;
}

export interface SettingTold {
  readonly point: string;
  readonly question: string;
  readonly readings: readonly [string, string];
  readonly inForce?: SettingRow;
  readonly toCome: readonly SettingRow[];
  readonly history: readonly (Enactment & { readonly row: SettingRow })[];
}

export interface OffenceClause {
  readonly clause: string;
  readonly preparation: boolean;
  readonly max: string;
  readonly severity: Severity;
  readonly status: 'confirmed' | 'toBeConfirmed';
}

export interface OffenceTold {
  readonly article: string;
  readonly name: string;
  readonly clauses: readonly OffenceClause[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly basis?: string;
  readonly note?: string;
  readonly others: readonly { readonly validFrom: string; readonly note?: string }[];
  readonly history: readonly (Enactment & { readonly validFrom: string })[];
}

export interface LawAbout {
  readonly today: string;
  readonly mayEnact: boolean;
  readonly years: readonly { readonly year: number; readonly provisional: boolean }[];
  readonly setAside: readonly SetAside[];
}

/** A row of a release that isn't followed, because the office itself enacted another. */
export interface SetAside {
  readonly tab: string;
  readonly name: string;
  readonly validFrom?: string;
  readonly basis: string;
}

/** What a change did, or would do. */
export interface Enacted {
  readonly dryRun: boolean;
  readonly already: boolean;
  readonly replaces?: { readonly validFrom?: string; readonly name?: string; readonly basis?: string };
  readonly follows?: { readonly validFrom?: string; readonly basis?: string; readonly source?: string };
  readonly mayMove?: { readonly items: number; readonly files: number };
}
