import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { isAlive, startMark } from './processes.js';
import { folderTrouble, systemCode, Trouble } from './trouble.js';

const mine = () => `${process.pid} ${startMark(process.pid)}`;

const holderOf = (content: string): number | undefined => {
  const [pid = '', mark = ''] = content.split(' ');
  const number = Number.parseInt(pid, 10);
  if (!Number.isSafeInteger(number) || number <= 0 || !isAlive(number)) return undefined;
  return mark === startMark(number) ? number : undefined;
};

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Puts a dead holder's lock aside; false when another program was quicker and holds it now. */
const putAside = (file: string, stale: string): boolean => {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true;
    throw error;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved !== stale) linkSync(aside, file);
  rmSync(aside);
  return moved === stale;
};

const heldBy = (folder: string, pid: number | undefined) =>
  new Trouble(
    `Một Kiemsat khác${pid === undefined ? '' : ` (tiến trình ${pid})`} đang dùng dữ liệu ở ${folder}: hãy dừng nó, hoặc chọn thư mục khác bằng --data.`,
  );

/**
 * Takes the data folder for this process; a lock whose holder is dead is no obstacle.
 * @returns what gives it back
 * @throws {Trouble} when another live process holds it, or the folder can't be written
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'kiemsat.lock');
  const own = `${file}.${process.pid}`;
  try {
    makeFolder(folder);
    writeFileSync(own, mine(), { mode: 0o600 });
  } catch (error) {
    throw folderTrouble(folder, error);
  }
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (linked(own, file)) return () => rmSync(file, { force: true });
      const content = read(file);
      if (content === undefined) continue;
      const holder = holderOf(content);
      if (holder !== undefined || !putAside(file, content)) throw heldBy(folder, holder);
    }
    throw heldBy(folder, undefined);
  } finally {
    rmSync(own, { force: true });
  }
};

const linked = (own: string, file: string): boolean => {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return false;
  }
};
