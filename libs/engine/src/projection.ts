import type { Position, StoredEvent } from './envelope.js';

/**
 * What keeps a read model. Rows and checkpoint commit in one transaction, compare-and-set on the checkpoint:
 * each event is applied exactly once, whatever crashes.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** The last position applied. */
  checkpoint(): Promise<Position>;
  /** Applies the events after `from`, and moves the checkpoint from `from` to `to`. */
  apply(batch: {
    readonly from: Position;
    readonly to: Position;
    readonly events: readonly StoredEvent[];
  }): Promise<void>;
}
