import { freeBytes } from '#infra';
import { openEventLog, type OpenEventLog } from '#event-log';
import { migrateReadModels, type Threads } from '#read-models';
import { useInstallation } from '../installation/use-installation.js';
import { threadsToRebuild } from './threads.js';

export interface OpenReadModels {
  /** The log as the projector reads it. */
  readonly log: OpenEventLog;
  /** The projector's role: it owns the read models. */
  readonly url: string;
  /** What a rebuild works on, beside this thread. */
  readonly threads: Threads;
  /** How many bytes are free where the embedded server lies. */
  readonly freeBytes?: () => Promise<number>;
}

/**
 * Works on an installation's read models with the projector's rights, whether the installation runs or not.
 * @param data the folder asked for by --data
 * @throws {Trouble} when the database can't be had
 */
export const openReadModels = <T>(
  data: string | undefined,
  work: (readModels: OpenReadModels) => Promise<T>,
): Promise<T> =>
  useInstallation(data, async ({ projectorUrl: url, dataDir }) => {
    await migrateReadModels({ url });
    const log = await openEventLog(process.env, { url });
    try {
      return await work({
        log,
        url,
        threads: threadsToRebuild(),
        ...(process.env['DATABASE_URL'] ? {} : { freeBytes: () => freeBytes(dataDir) }),
      });
    } finally {
      await log.close();
    }
  });
