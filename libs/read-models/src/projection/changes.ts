import type { DeadlineMoveRow, LawChangeRow } from '../law-change-tables.js';
import type { MomentRow, ParkedRow, Superseded, TargetRow, Version } from '../tables.js';
import type { FileRows } from './file-rows.js';
import type { NoticeRow } from './notice-rows.js';
import type { Difference } from './versions.js';

/** What a batch of events changes in the read models, gathered until it is written. */
export interface Changes {
  /** The latest version by item; nothing where the item is there no more. */
  readonly current: Map<string, Version | undefined>;
  readonly made: Version[];
  readonly superseded: Superseded[];
  readonly files: Map<string, FileRows>;
  readonly targets: TargetRow[];
  readonly moments: Map<string, MomentRow>;
  readonly parked: ParkedRow[];
  readonly moves: DeadlineMoveRow[];
  readonly lawChanges: LawChangeRow[];
  readonly notices: NoticeRow[];
}

export const noChanges = (): Changes => ({
  current: new Map(),
  made: [],
  superseded: [],
  files: new Map(),
  targets: [],
  moments: new Map(),
  parked: [],
  moves: [],
  lawChanges: [],
  notices: [],
});

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const addDifference = (changes: Changes, { made, superseded, refreshed, versions }: Difference): void => {
  for (const version of refreshed) changes.current.set(version.item.id, version);
  for (const old of superseded) {
    changes.superseded.push(old);
    if (!versions.has(old.item.id)) changes.current.set(old.item.id, undefined);
  }
  for (const version of made) {
    changes.made.push(version);
    changes.current.set(version.item.id, version);
  }
};
