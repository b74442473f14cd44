import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Checkpoint, Moment, ParkedStream, Target } from './entities/bookkeeping.js';
import { DeadlineMoveEntity, LawChangeEntity, LeaseEntity, Moving, MovingItem } from './entities/deadline-move.js';
import { DocketItem, DocketItemDetail, DocketItemHistory } from './entities/docket-item.js';
import { FileEntity, LateEntry, PendingCorrectionEntity } from './entities/file.js';
import { NoticeEntity } from './entities/notice.js';
import { RollUp, RollUpWindow } from './entities/roll-up.js';
import { ReadModels1763000000000 } from './migrations/1763000000000-read-models.js';
import { RollUps1763000000300 } from './migrations/1763000000300-roll-ups.js';
import { Notices1763000000400 } from './migrations/1763000000400-notices.js';
import { DeadlineMoves1763000000500 } from './migrations/1763000000500-deadline-moves.js';
import { DueList1763000000600 } from './migrations/1763000000600-due-list.js';
import { LogOfCheckpoint1763000000700 } from './migrations/1763000000700-log-of-checkpoint.js';

/** The read models as TypeORM knows them. */
export const readModelSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    schema: 'read_models',
    entities: [
      DocketItem,
      DocketItemHistory,
      DocketItemDetail,
      FileEntity,
      LateEntry,
      PendingCorrectionEntity,
      Target,
      Moment,
      ParkedStream,
      Checkpoint,
      DeadlineMoveEntity,
      LawChangeEntity,
      Moving,
      MovingItem,
      LeaseEntity,
      RollUpWindow,
      RollUp,
      NoticeEntity,
    ],
    migrations: [
      ReadModels1763000000000,
      RollUps1763000000300,
      Notices1763000000400,
      DeadlineMoves1763000000500,
      DueList1763000000600,
      LogOfCheckpoint1763000000700,
    ],
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
