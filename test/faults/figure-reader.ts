import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { indicatorTable, type TableQuery, type Viewer } from '#read-models';
import { OTHER_REGION, PROVINCE, REGION } from '../api/province.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const units = [
  { unit: PROVINCE, members: [PROVINCE, REGION, OTHER_REGION], lineage: [] },
  { unit: REGION, members: [REGION], lineage: [] },
];
const query: TableQuery = { units, period: 'work:2026:year', day: '2026-11-22' };

/** Figures as somebody saw them. */
interface Seen {
  readonly position: string;
  readonly lines: string;
}

const look = async (pool: Pool, position?: string): Promise<Seen> => {
  const table = await indicatorTable(pool, everything, { ...query, ...(position === undefined ? {} : { position }) });
  return { position: table.position, lines: JSON.stringify(table.lines) };
};

/** Looks at figures all the time, and remembers what it saw and up to where the log was said to be counted. */
export const figureReader = (pool: Pool) => {
  const seen = new Map<string, Seen>();
  const wrong: string[] = [];
  let over = false;
  const run = async () => {
    while (!over) {
      const saw = await look(pool).catch(() => undefined);
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
      for (const { position, lines } of seen.values()) {
        const told = await look(pool, position);
        if (told.lines !== lines) wrong.push(`figures at ${position} were seen as ${lines}, and are ${told.lines}`);
      }
      return { wrong, looks: seen.size };
    },
  };
};
