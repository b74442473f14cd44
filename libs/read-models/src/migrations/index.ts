import { ReadModels1763000000000 } from './1763000000000-read-models.js';
import { RollUps1763000000300 } from './1763000000300-roll-ups.js';
import { Notices1763000000400 } from './1763000000400-notices.js';
import { DeadlineMoves1763000000500 } from './1763000000500-deadline-moves.js';
import { DueList1763000000600 } from './1763000000600-due-list.js';
import { LogOfCheckpoint1763000000700 } from './1763000000700-log-of-checkpoint.js';
import { StagedHistory1763000000800 } from './1763000000800-staged-history.js';

/** Where TypeORM notes by name which of them were run. */
export const MIGRATIONS_TABLE = 'migrations';

/** All that the tables of schema `read_models` have gone through, the first first. */
export const migrations = [
  ReadModels1763000000000,
  RollUps1763000000300,
  Notices1763000000400,
  DeadlineMoves1763000000500,
  DueList1763000000600,
  LogOfCheckpoint1763000000700,
  StagedHistory1763000000800,
];
