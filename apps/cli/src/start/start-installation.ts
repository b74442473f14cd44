import { lockFolder } from '#infra';
import { databaseServer } from '../installation/database-server.js';
import type { Installation, StartOptions } from './on-database.js';
import { availablePort } from './port.js';
import { step } from './steps.js';
import { undoing } from './undoing.js';

const onRestart = (name: string) =>
  console.error(`${new Date().toLocaleTimeString('vi-VN')} ${name} dừng bất thường, đang khởi động lại.`);

/**
 * Starts the database, brings it up to date, and starts the programs that live on it, each kept running.
 * @param options with port 0 a free one is taken
 * @throws {Trouble} one line that a person can act on; nothing is left running then
 */
export const startInstallation = async (options: StartOptions): Promise<Installation> => {
  const { dataDir, host, port, signal } = options;
  const undo = undoing();
  try {
    undo.add(lockFolder(dataDir));
    const pagesPort = await availablePort(host, port);
    // Most of the program: read while the database starts, and not at all when the start is refused.
    const loading = import('./on-database.js');
    const server = await step('Khởi động cơ sở dữ liệu', () => databaseServer(dataDir, onRestart));
    undo.add(server.stop);
    signal.throwIfAborted();
    const { startOnDatabase } = await loading;
    return await startOnDatabase(server, { ...options, port: pagesPort }, undo, onRestart);
  } catch (error) {
    await undo.all();
    throw error;
  }
};
