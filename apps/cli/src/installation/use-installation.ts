import { lockFolder } from '#infra';
import { dataFolder } from './data-folder.js';
import { databaseServer } from './database-server.js';
import { prepareDatabase, type Addresses } from './prepare-database.js';
import { runningIn } from './running.js';

const reachable = async (dataDir: string): Promise<Addresses | undefined> => {
  const known = runningIn(dataDir);
  return known && prepareDatabase(dataDir, known.ownerUrl, known.database).catch(() => undefined);
};

/**
 * Runs one command on an installation's database: on the one that `kiemsat start` runs now, else on a server started
 * for the length of the command.
 * @param data the folder asked for by --data
 * @throws {Trouble} when the database can't be had
 */
export const useInstallation = async <T>(
  data: string | undefined,
  command: (addresses: Addresses & { readonly dataDir: string }) => Promise<T>,
): Promise<T> => {
  const dataDir = dataFolder(data);
  const running = await reachable(dataDir);
  if (running) return command({ ...running, dataDir });
  const unlock = lockFolder(dataDir);
  try {
    const server = await databaseServer(dataDir, () => undefined);
    try {
      return await command({ ...(await prepareDatabase(dataDir, server.ownerUrl, server.database)), dataDir });
    } finally {
      await server.stop();
    }
  } finally {
    unlock();
  }
};
