import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Checkpoint, Moment, ParkedStream, Target } from './entities/bookkeeping.js';
import { DeadlineMoveEntity, LawChangeEntity, LeaseEntity, Moving, MovingItem } from './entities/deadline-move.js';
import { DocketItem, DocketItemDetail, DocketItemHistory } from './entities/docket-item.js';
import { FileEntity, LateEntry, PendingCorrectionEntity } from './entities/file.js';
import { NoticeEntity } from './entities/notice.js';
import { RollUp, RollUpWindow } from './entities/roll-up.js';
import { migrations, MIGRATIONS_TABLE } from './migrations/index.js';

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
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
