import pg from 'pg';
import { connected } from './as-owner.js';

const TABLES = ['streams', 'events'];
const PAGE = 5000;

const copyTable = async (from: pg.Client, to: pg.Client, table: string) => {
  const { rows } = await from.query<{ row: string }>(`SELECT to_json(t)::text AS row FROM event_log.${table} t`);
  for (let i = 0; i < rows.length; i += PAGE)
    await to.query(
      `INSERT INTO event_log.${table} SELECT r.* FROM unnest($1::text[]) AS u(row),
         json_populate_record(NULL::event_log.${table}, u.row::json) r`,
      [rows.slice(i, i + PAGE).map(({ row }) => row)],
    );
};

/** Moves a whole log, row by row, into another migrated database. */
export const copyLog = (fromUrl: string, toUrl: string): Promise<void> =>
  connected(fromUrl, (from) =>
    connected(toUrl, async (to) => {
      for (const table of TABLES) await copyTable(from, to, table);
      const { rows } = await from.query<{ position: string; streams: number }>(
        'SELECT position, streams FROM event_log.head',
      );
      await to.query('UPDATE event_log.head SET position = $1, streams = $2', [rows[0]?.position, rows[0]?.streams]);
    }),
  );
