import type { GivenLog } from './given.js';

/** Columns that follow from the log; when a file was parked does not. */
const tables = {
  docket_item: 't.*',
  docket_item_history: 't.*',
  docket_item_detail: 't.*',
  file: 't.*',
  late_entry: 't.*',
  pending_correction: 't.*',
  target: 't.*',
  moment: 't.*',
  parked_stream: 'stream, position, reason',
  deadline_move: 't.*',
  law_change: 't.*',
} as const;

/** Every row of every read model. */
export const everythingIn = async (
  given: Pick<GivenLog, 'rows'>,
): Promise<Readonly<Record<string, readonly object[]>>> => {
  const found: Record<string, readonly object[]> = {};
  for (const [table, columns] of Object.entries(tables))
    found[table] = await given.rows(
      `SELECT to_jsonb(r) AS row FROM (SELECT ${columns} FROM read_models.${table} t) r ORDER BY to_jsonb(r)::text`,
    );
  return found;
};
