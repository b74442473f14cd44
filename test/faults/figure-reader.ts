import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { indicatorTable, type TableQuery, type Viewer } from '#read-models';
import { OTHER_REGION, PROVINCE, REGION } from '../api/province.js';
import type { Rig } from './rig.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const units = [
  { unit: PROVINCE, members: [PROVINCE, REGION, OTHER_REGION], lineage: [] },
  { unit: REGION, members: [REGION], lineage: [] },
];
const [PERIOD, DAY] = ['work:2026:year', '2026-11-22'];
const query: TableQuery = { units, period: PERIOD, day: DAY };

/** Figures as somebody saw them. */
interface Seen {
  readonly position: string;
  readonly lines: string;
}

/** Asks for figures, as they are or as they were at a position. */
export type Look = (position?: string) => Promise<Seen>;

/** As the library tells them, from the database itself. */
export const inDatabase =
  (pool: Pool): Look =>
  async (position) => {
    const table = await indicatorTable(pool, everything, { ...query, ...(position === undefined ? {} : { position }) });
    return { position: table.position, lines: JSON.stringify(table.lines) };
  };

interface Page {
  readonly position: string;
  readonly rows: readonly { readonly code: string; readonly numerator: unknown; readonly denominator?: unknown }[];
}

/** As a person gets them, over the network and the API that are harmed. */
export const onPage =
  ({ address, cookie }: Rig): Look =>
  async (position) => {
    const fields = new URLSearchParams({ period: PERIOD, day: DAY, ...(position === undefined ? {} : { position }) });
    const answer = await fetch(`${address}/api/indicators?${fields.toString()}`, {
      headers: { cookie },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`figures answered ${answer.status}`);
    const page = (await answer.json()) as Page;
    const lines = page.rows.map(({ code, numerator, denominator }) => [code, numerator, denominator]);
    return { position: page.position, lines: JSON.stringify(lines) };
  };

/** Looks at figures all the time, and remembers what it saw and up to where the log was said to be counted. */
export const figureReader = (look: Look) => {
  const seen = new Map<string, Seen>();
  const wrong: string[] = [];
  let over = false;
  const run = async () => {
    while (!over) {
      const saw = await look().catch(() => undefined);
      if (saw && seen.has(saw.position) && seen.get(saw.position)?.lines !== saw.lines)
        wrong.push(`figures at ${saw.position} were seen in two ways`);
      if (saw) seen.set(saw.position, saw);
      await sleep(150);
    }
  };
  const running = run();
  return {
    /** @returns the positions whose figures were seen otherwise than they are told now; and how many were looked at */
    settle: async () => {
      over = true;
      await running;
      if (seen.size === 0) wrong.push('no figures were seen');
      for (const { position, lines } of seen.values()) {
        const told = await look(position);
        if (told.lines !== lines) wrong.push(`figures at ${position} were seen as ${lines}, and are ${told.lines}`);
      }
      return { wrong, looks: seen.size };
    },
  };
};
