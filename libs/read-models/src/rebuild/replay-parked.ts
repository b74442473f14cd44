import { Client } from 'pg';
import { loadStream, type EventLog } from '#engine';
import { checkpointName, ensureMadeFrom, type Standing } from '../projection/checkpoint.js';
import { noChanges } from '../projection/changes.js';
import { casework, type Domain } from '../projection/domain.js';
import { dossiers } from '../projection/dossiers.js';
import { lawUpTo } from '../projection/law-up-to.js';
import { forgetMove } from '../projection/moving/staged.js';
import { inTransaction } from '../projection/transaction.js';
import { writeChanges } from '../projection/write.js';
import { forgetRollUps } from '../roll-ups/stored.js';
import { foldStream } from './whole-stream.js';

const ofFile = [
  'docket_item',
  'docket_item_history',
  'docket_item_detail',
  'late_entry',
  'pending_correction',
  'deadline_move',
] as const;

export interface ReplayOptions<R> {
  readonly log: EventLog;
  /** The projector's role. */
  readonly url: string;
  readonly stream: string;
  readonly domain?: Domain<R>;
}

/**
 * Applies a parked file anew from its first event, after what stood in its way was mended. The running projection waits
 * meanwhile, then goes on with it. Figures of the past change by what was missing from them.
 * @returns why it is still parked; nothing when it is not
 * @throws {MadeFromAnotherLog} before anything is applied
 */
export const replayParked = async <R = unknown>({
  log,
  url,
  stream,
  // Whoever names no domain means the real one.
  domain = casework as unknown as Domain<R>,
}: ReplayOptions<R>): Promise<string | undefined> => {
  const identity = await log.identity();
  const client = new Client({ connectionString: url, application_name: 'kiemsat replay' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await inTransaction(client, async () => {
      const { rows } = await client.query<Pick<Standing, 'position' | 'log'>>(
        `UPDATE read_models.checkpoint SET generation = generation + 1 WHERE name = $1 RETURNING position, log`,
        [checkpointName('')],
      );
      const [at] = rows;
      if (at) ensureMadeFrom(at, identity);
      const upTo = at?.position ?? '';
      const { timeline, lawChanges } = await lawUpTo(domain, log, upTo);
      const files = { dossiers: dossiers(domain, log, timeline, '', 0), lawChanges };
      const changes = noChanges();
      const raw = (await loadStream(log, stream)).filter(({ position }) => position <= upTo);
      foldStream(files, stream, raw, changes);
      for (const table of ofFile) await client.query(`DELETE FROM read_models.${table} WHERE file = $1`, [stream]);
      await client.query('DELETE FROM read_models.parked_stream WHERE stream = $1', [stream]);
      await writeChanges(client, changes, '');
      await forgetMove(client);
      await forgetRollUps(client);
      return changes.parked[0]?.reason;
    });
  } finally {
    await client.end().catch(() => undefined);
  }
};
