import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { goneWithin, isAlive, programOf } from './processes.js';
import { systemCode, Trouble } from './trouble.js';

/** The process that `postmaster.pid` names; undefined when there is no such file. */
const postmasterOf = (folder: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Stops the server that a killed parent left on these data. Whoever calls holds the folder's lock, so no live program
 * needs it. A file that names another program's process is removed: PostgreSQL itself would refuse to start over it.
 * @throws {Trouble} when the process can't be stopped
 */
export const stopStaleServer = async (folder: string): Promise<void> => {
  const pid = postmasterOf(folder);
  if (pid === undefined) return;
  const program = programOf(pid);
  if (!isAlive(pid) || (program !== undefined && !basename(program).startsWith('postgres'))) {
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (systemCode(error) !== 'ESRCH') break;
    }
    if (await goneWithin(pid, patience)) return;
  }
  throw new Trouble(
    `PostgreSQL cũ (tiến trình ${pid}) vẫn giữ ${folder} và không dừng được: hãy dừng nó rồi chạy lại.`,
  );
};
