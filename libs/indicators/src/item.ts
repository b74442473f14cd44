import type { DocketName } from '#casework';

/** A due date as it had been decided by a day, and from that day on. */
export interface DueSince {
  readonly from: string;
  readonly due: string;
}

/** What of the law a due date follows from: while none of it changes, the due date can't. */
export interface RestsOn {
  /** Codes of the terms. */
  readonly terms: readonly string[];
  /** The first and the last day whose place in the calendar was looked at; absent where none was. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * One line of a docket (sổ thụ lý), what figures are counted from: a spell of a file in one unit, or a breach. Days are
 * YYYY-MM-DD.
 */
export interface Item {
  readonly docket: DocketName | 'breach';
  /** `stream/key`, lasting. */
  readonly id: string;
  /** The stream of the file. */
  readonly file: string;
  readonly unit: string;
  readonly openedOn: string;
  readonly dueOn?: string | undefined;
  readonly closedOn?: string | undefined;
  /** The day that counts for being in time, where it isn't the closing (a protest is in time on the day of issue). */
  readonly doneOn?: string | undefined;
  readonly outcome?: string | undefined;
  /** Absent while undecided, and where no law sets a term. */
  readonly onTime?: boolean | undefined;
  readonly kind?: string | undefined;
  /** The accused, where the docket counts accused: unique within the file. */
  readonly subject?: string | undefined;
  readonly assignee?: string | undefined;
  /** The due date as decided by each day, oldest first; empty when it never changed. */
  readonly dues: readonly DueSince[];
  /** Absent where no law sets a term. */
  readonly restsOn?: RestsOn | undefined;
  /** How many breaches were made in it. */
  readonly breaches: number;
  /** What screens show and no figure is counted from. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The events it rests on. */
  readonly evidence: readonly string[];
}

/** The dockets and, beside them, the list of breaches. */
export type ItemDocket = Item['docket'];
