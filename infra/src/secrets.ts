import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './trouble.js';

/**
 * A password of this installation: made at the first call, read at later ones, kept in a file of mode 0600.
 * @param dataDir the installation's data folder
 * @param name the file's name, one for each password
 */
export const secret = (dataDir: string, name: string): string => {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const made = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, `${made}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
};
