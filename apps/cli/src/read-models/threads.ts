import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, rebuildThreads } from '#infra';
import type { Threads } from '#read-models';

const PROJECTORS = join(projectRoot, 'dist', 'apps', 'projector', 'src', 'thread.js');

/**
 * What a rebuild that was asked for by hand works on: the projector's threads.
 * @param eventStore where the log is, if not where the environment says; '' in PostgreSQL
 * @throws {Trouble}
 */
export const threadsToRebuild = (eventStore?: string): Threads => ({
  beside: rebuildThreads(process.env) - 1,
  entry: pathToFileURL(PROJECTORS),
  ...(eventStore === undefined ? {} : { env: { ...process.env, EVENT_STORE_URL: eventStore } }),
});
