import type { Fact, Position } from '#engine';
import type { Clock, Severity } from '#law';

/** The dockets (sổ thụ lý) that figures are counted from. */
export const docketNames = [
  'crimeReport',
  'investigation',
  'prosecution',
  'court',
  'accused',
  'return',
  'protest',
  'recommendation',
  'petition',
  'duty',
] as const;
export type DocketName = (typeof docketNames)[number];

/**
 * One stay of a file (or of an accused in it) in one docket of one unit. Transfer, suspension and return close a spell
 * and open the next. Registers keep their spells in their state; dockets, due lists and figures are read from them.
 */
export interface Spell {
  readonly docket: DocketName;
  /** Unique and lasting within the file, e.g. `investigation-2`, `accused-a1-1`. */
  readonly key: string;
  readonly unit: string;
  /** A day, YYYY-MM-DD. */
  readonly openedOn: string;
  /** What its due date follows from; absent where no law sets one. */
  readonly clock?: Clock;
  readonly closedOn?: string;
  readonly outcome?: string;
  /** What figures split by: the field of a protest, the kind of a recommendation, who returned a file. */
  readonly kind?: string;
  /** The accused it is about, where the docket counts accused. */
  readonly subject?: string;
  /** The person in charge. */
  readonly assignee?: string;
  /** What happened in time is not always closing before the due date (a protest is in time on the day of issue). */
  readonly doneOn?: string;
  /** Where the law stood when it was closed: a closed spell is judged by that, for ever. */
  readonly closedUnder?: Position;
  /** The events it rests on, oldest first. */
  readonly evidence: readonly string[];
}

/** A file this one came from, or led to. */
export interface FileLink {
  /** The stream of the other file. */
  readonly file: string;
  readonly relation: 'cameFrom' | 'ledTo' | 'sameRoot';
}

/** A fact of a file, and how the file stood after it. */
export interface Mark {
  /** The event that recorded it. */
  readonly id: string;
  readonly fact: Fact;
  /** Where the law stood when it was recorded. */
  readonly reference: Position;
  /** Copied from the books of former days. */
  readonly historical: boolean;
  readonly status: string;
  readonly unit: string;
  readonly assignee?: string | undefined;
  /** The class of the offence, where the register knows one. */
  readonly severity?: Severity | undefined;
}

/** What every register's state has in common. */
export interface FileState<Status extends string = string> {
  readonly status: Status;
  /** The unit that has the file now; empty before its first fact. */
  readonly unit: string;
  /** The number people know it by, e.g. 12/2026/TB. */
  readonly number: string;
  /** What it is about, in a line. */
  readonly title: string;
  readonly assignee?: string;
  readonly confidentiality: 0 | 1 | 2;
  readonly spells: readonly Spell[];
  readonly links: readonly FileLink[];
  /** Its facts, oldest first, each with how the file stood after it: what duties are read from. */
  readonly trail?: readonly Mark[];
}
