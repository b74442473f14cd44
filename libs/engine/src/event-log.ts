import type { NewEvent, Position, Revision, StoredEvent } from './envelope.js';

/** `noStream`: nothing may stand there yet; a number: exactly this revision is the last. */
export type Expected = 'noStream' | Revision;

export interface StreamWrite {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
}

export interface AppendResult {
  /** The position of the last event written. */
  readonly position: Position;
  /** Nothing was written now: it stood already, whole. Told only by logs that can tell it (`tellsRepeats`). */
  readonly repeated?: true;
}

/** Both must hold where both are given. */
export interface LogFilter {
  readonly types?: readonly string[];
  readonly streamPrefixes?: readonly string[];
}

export interface LogPage {
  readonly events: readonly StoredEvent[];
  /** Where to read on: the last position examined, matching or not. */
  readonly next: Position;
  /** Nothing stood after `next` when the page was read. */
  readonly caughtUp: boolean;
}

export interface Capabilities {
  readonly severalStreams: boolean;
  readonly durable: boolean;
  /** Positions have no gaps: the difference of two is the number of events between them. */
  readonly gapless?: boolean;
  /** An append that stood already is told apart from one that was written now. */
  readonly tellsRepeats?: boolean;
  /** The most bytes of event data and metadata (JSON, UTF-8) in one append. */
  readonly maxAppendBytes: number;
}

/**
 * The only thing the engine asks of a store of events. Positions are ordered and never change;
 * a reader never sees an event and later one that stands before it.
 */
export interface EventLog {
  readonly capabilities: Capabilities;
  /**
   * Writes all or nothing.
   * @throws {RevisionConflict} when a stream isn't at the expected revision
   * @throws {AppendTooLarge} before anything is written
   * @throws {LogUnavailable} nothing was written; try again
   * @throws {OutcomeUnknown} it may have been written; try again with the same ids and revisions
   */
  append(writes: readonly StreamWrite[]): Promise<AppendResult>;
  /** A page of one stream in the direction asked; empty when the stream doesn't exist. `from` is included. */
  readStream(
    stream: string,
    options?: { from?: Revision; direction?: 'forwards' | 'backwards'; limit?: number },
  ): Promise<readonly StoredEvent[]>;
  /**
   * A page of the whole log after a position. `limit` bounds the events examined; a page of large events ends earlier,
   * so that it never holds more than some megabytes and the event that went over.
   */
  readAll(options: { after: Position; limit: number; filter?: LogFilter }): Promise<LogPage>;
  /** Rings, coalesced, when something may have been appended. A hint: may ring for nothing, must not be relied on. */
  bell(signal: AbortSignal): AsyncIterable<void>;
  /** The position of the last event; START when there is none. */
  head(): Promise<Position>;
  /**
   * What names this log and no other: the same for whoever opens it and for ever, through restarts and backups restored.
   * Positions mean something only within one log.
   */
  identity(): Promise<string>;
}

export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: Expected,
  ) {
    super(`stream ${stream} stands at ${actual}, not at ${expected}`);
  }
}

export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`an append of ${bytes} bytes is over the limit of ${limit}`);
  }
}

/** Nothing was written; the same call may succeed later. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** The answer was lost: the same append, with the same ids and revisions, tells. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store refuses this caller, or this kind of operation. */
export class LogDenied extends Error {
  override readonly name = 'LogDenied';
}
