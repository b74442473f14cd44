import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const above = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the program');
  return above(parent);
};

/** The folder of package.json, the same from the sources and from the build. */
export const projectRoot = above(dirname(fileURLToPath(import.meta.url)));
