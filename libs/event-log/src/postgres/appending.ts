import { LogUnavailable, OutcomeUnknown } from '#engine';
import type { Pool, PoolClient } from 'pg';
import type { Answer } from '../group-commit.js';
import type { PreparedAppend } from '../prepared-append.js';
import { appendFailure, blamesContent, leavesConnectionUsable, unavailable } from './errors.js';
import { answersFrom, callFor, type GroupRow } from './write-group.js';

export interface AppendingOptions {
  readonly pool: Pool;
  /** Milliseconds after which an answer is no longer waited for. */
  readonly patience: number;
  /** Ends the wait for every answer. */
  readonly abandoned: AbortSignal;
  /** Says why nothing may be appended now, if so. */
  readonly mayAppend: () => Promise<string | undefined>;
}

/** Rejects when an answer has taken too long or nobody waits any more; the query itself may still go on. */
const within = async <T>(query: Promise<T>, milliseconds: number, abandoned: AbortSignal): Promise<T> => {
  let giveUp: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new OutcomeUnknown('no answer from the database'));
    timer = setTimeout(giveUp, milliseconds);
    abandoned.addEventListener('abort', giveUp);
    if (abandoned.aborted) giveUp();
  });
  try {
    return await Promise.race([query, givenUp]);
  } finally {
    clearTimeout(timer);
    if (giveUp) abandoned.removeEventListener('abort', giveUp);
  }
};

/** Sends groups to the database; every failure becomes the answer of the appends that it struck. */
export const appending = ({ pool, patience, abandoned, mayAppend }: AppendingOptions) => {
  const call = async (client: PoolClient, group: readonly PreparedAppend[]): Promise<readonly Answer[]> => {
    let usable = true;
    try {
      const { rows } = await within(client.query<GroupRow>(callFor(group)), patience, abandoned);
      const [row] = rows;
      if (!row) throw new Error('the log gave no answer');
      return answersFrom(group, row);
    } catch (error) {
      usable = leavesConnectionUsable(error);
      throw error;
    } finally {
      client.release(!usable);
    }
  };

  const everyone = (group: readonly PreparedAppend[], error: Error): readonly Answer[] => group.map(() => error);

  const write = async (group: readonly PreparedAppend[]): Promise<readonly Answer[]> => {
    let client: PoolClient;
    try {
      const reason = await mayAppend();
      if (reason !== undefined) return everyone(group, new LogUnavailable(reason));
      client = await pool.connect();
    } catch (error) {
      return everyone(group, unavailable(error));
    }
    try {
      return await call(client, group);
    } catch (error) {
      // Nothing of the group was written. One by one, only the guilty append fails.
      if (blamesContent(error) && group.length > 1) {
        const answers: Answer[] = [];
        for (const append of group) answers.push(...(await write([append])));
        return answers;
      }
      return everyone(group, error instanceof OutcomeUnknown ? error : appendFailure(error));
    }
  };

  return write;
};
