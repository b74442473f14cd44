import type { Reference } from '#casework';
import type { Digest, EventLog, Position } from '#engine';

/** How far an import has come. */
export interface ImportProgress {
  readonly step: 'files' | 'decide' | 'write';
  readonly done: number;
  /** Unknown while the log is read. */
  readonly total?: number;
}

export interface ImportOptions {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly referenceAt: (position: Position) => Reference;
  /** Where the reference data stands. */
  readonly reference: Position;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
  /** The server's clock, an instant in UTC. */
  readonly recordedAt: string;
  /** Who answers for loading mid-life files as they were; the facts are marked as imported and exempt from the rules. */
  readonly historicalApprovedBy?: string | undefined;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the import between two rows, or between two files. */
  readonly signal?: AbortSignal;
}
