import type { Pool } from 'pg';
import type { Clock } from '../clock.js';
import type { Who } from './roles.js';

/** Reads that leave a trace: a sealed file, a search, an export. */
export type ReadKind = 'sealed' | 'search' | 'export';

/** Writes the trace before the answer goes out: no read without its record. */
export const readRecords = (pool: Pool, clock: Clock) => async (who: Who, kind: ReadKind, detail: object) => {
  await pool.query(
    'INSERT INTO access.read_record (at, username, person_id, unit, kind, detail) VALUES ($1, $2, $3, $4, $5, $6)',
    [clock(), who.username, who.personId, who.unit, kind, JSON.stringify(detail)],
  );
};

export type RecordRead = ReturnType<typeof readRecords>;
export const RECORD_READ = Symbol('RecordRead');
