/** Severity of an offence by the clause applied, BLHS Điều 9: ít nghiêm trọng, nghiêm trọng, rất nghiêm trọng, đặc biệt nghiêm trọng. */
export type Severity = 'I' | 'N' | 'R' | 'D';

export const SEVERITIES = ['I', 'N', 'R', 'D'] as const satisfies readonly Severity[];

/** A length of time as the law writes it. */
export interface Length {
  readonly hours?: number;
  readonly days?: number;
  readonly workingDays?: number;
  readonly months?: number;
  readonly years?: number;
}

/** An extension as it was decided, lawful or not. */
export interface Extension {
  /** The event that recorded it. */
  readonly fact: string;
  readonly decidedOn: string;
  readonly requestedOn?: string;
  readonly length: Length;
}

/** A time in which the clock stood still; open while `to` is absent. */
export interface Suspension {
  readonly from: string;
  readonly to?: string;
}

/** The class of the offence as it was from a day on, when the charge or its clause changed in mid-term. */
export interface Reclassification {
  readonly on: string;
  readonly severity: Severity;
}

/**
 * The same clock under the longer term that the law allows for complex matters, from the same trigger. It counts only
 * when it was decided before the shorter term had run out.
 */
export interface Prolongation {
  /** The event that recorded it. */
  readonly fact: string;
  readonly decidedOn: string;
  /** The longer term; absent when only the kind changes. */
  readonly term?: string;
  /** The kind under which the longer term stands; absent when it keeps its kind. */
  readonly kind?: string;
}

/** How the clock runs by another reading of an open point of the law, where the facts of the file make it matter. */
export interface Otherwise {
  /** A13 (joined cases), A14 (transferred), A15 (returned), A21 (summary procedure cancelled), A23 (in force when). */
  readonly point: string;
  readonly reading: 1 | 2;
  readonly trigger?: string;
  /** A time that doesn't count by that reading. */
  readonly suspension?: Suspension;
  /** What had been granted before, and counts on by that reading. */
  readonly extensions?: readonly Extension[];
}

/**
 * Everything a due date follows from, as the facts of a file tell it. The law itself (lengths, calendar, counting rules)
 * is not in it: the same clock read under another law gives another date.
 */
export interface Clock {
  /** A code of the table of terms. */
  readonly term: string;
  /** The day (YYYY-MM-DD) or instant (ISO 8601 with offset, for terms in hours) the term runs from. */
  readonly trigger: string;
  /** Selects the row where the length goes by severity. */
  readonly severity?: Severity;
  /** Selects the row where the length goes by kind (field, level, step). */
  readonly kind?: string;
  readonly extensions: readonly Extension[];
  readonly suspensions: readonly Suspension[];
  /** Changes of `severity` since the trigger, oldest first; absent when there were none. */
  readonly reclassifications?: readonly Reclassification[];
  /** Absent when it wasn't prolonged. */
  readonly prolongation?: Prolongation;
  /** Absent where every reading of the law runs it the same way. */
  readonly otherwise?: readonly Otherwise[];
}
