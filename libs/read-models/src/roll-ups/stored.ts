import type { ClientBase } from 'pg';
import type { Contribution, Window } from '#indicators';
import { definitionsKey } from './definitions.js';
import { membersKey, type Nodes } from './nodes.js';

/** A window whose roll-ups are kept. */
export interface KeptWindow {
  readonly id: number;
  readonly window: Window;
  /** The day of whose tree its nodes are. */
  readonly today: string;
}

interface WindowRow {
  readonly id: number;
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly end: string;
  readonly day: string | null;
}

const keptWindow = ({ id, today, day, ...days }: WindowRow): KeptWindow => ({
  id,
  today,
  window: { ...days, ...(day === null ? {} : { day }) },
});

/** Drops windows that nobody goes on counting, and gives those that are whole. */
export const takeUpWindows = async (client: ClientBase): Promise<readonly KeptWindow[]> => {
  await client.query(`DELETE FROM read_models.roll_up_window WHERE NOT ready OR definitions <> $1`, [definitionsKey]);
  const { rows } = await client.query<WindowRow>(
    `SELECT id, today, from_day AS "from", to_day AS "to", end_day AS "end", view_day AS day
     FROM read_models.roll_up_window ORDER BY id`,
  );
  return rows.map(keptWindow);
};

/** Registers windows to be kept from now on; they answer once they are ready. */
export const registerWindows = async (
  client: ClientBase,
  windows: readonly Window[],
  today: string,
): Promise<readonly KeptWindow[]> => {
  const kept: KeptWindow[] = [];
  for (const window of windows) {
    const { from, to, end, day } = window;
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO read_models.roll_up_window (today, from_day, to_day, end_day, view_day, definitions)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [today, from, to, end, day ?? null, definitionsKey],
    );
    for (const { id } of rows) kept.push({ id, window, today });
  }
  return kept;
};

/** Drops windows with what was counted for them. */
export const dropWindows = (client: ClientBase, ids: readonly number[]) =>
  client.query(`DELETE FROM read_models.roll_up_window WHERE id = ANY($1::int[])`, [ids]);

/** For who changes items otherwise than by the next events: every window is counted anew. */
export const forgetRollUps = (client: ClientBase) => client.query(`DELETE FROM read_models.roll_up_window`);

/** Says that windows are whole. @returns those that are still there */
export const makeReady = async (client: ClientBase, ids: readonly number[]): Promise<readonly number[]> => {
  const { rows } = await client.query<{ id: number }>(
    `UPDATE read_models.roll_up_window SET ready = true WHERE id = ANY($1::int[]) RETURNING id`,
    [ids],
  );
  return rows.map(({ id }) => id);
};

/** Adds to the roll-ups of some windows. */
export const addToRollUps = async (
  client: ClientBase,
  sums: ReadonlyMap<number, Contribution>,
  nodes: Nodes,
): Promise<void> => {
  const rows = [...sums].flatMap(([id, contribution]) =>
    [...contribution].map(([node, counts]) => ({ id, node, counts })),
  );
  if (rows.length === 0) return;
  await client.query({
    name: 'add_to_roll_ups',
    text: `INSERT INTO read_models.roll_up AS kept (window_id, node, members, counts)
      SELECT id, node, members, counts::int[]
      FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS given (id, node, members, counts)
      ON CONFLICT (window_id, node) DO UPDATE SET counts =
        (SELECT array_agg(a + b ORDER BY n) FROM unnest(kept.counts, excluded.counts) WITH ORDINALITY AS sums (a, b, n))`,
    values: [
      rows.map(({ id }) => id),
      rows.map(({ node }) => node),
      rows.map(({ node }) => membersKey(nodes.get(node) ?? [])),
      rows.map(({ counts }) => `{${counts.join(',')}}`),
    ],
  });
};
