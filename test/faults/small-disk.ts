import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTES = 420;

/** A disk that may be filled to the last block. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no free block on it. */
  readonly fill: () => void;
  readonly free: () => void;
}

const PARTS = 4;

/** Works on a small disk of its own. @returns undefined where the right to mount one is missing */
export const onSmallDisk = async <T>(work: (disk: SmallDisk) => Promise<T>): Promise<T | undefined> => {
  const folder = mkdtempSync(join(tmpdir(), 'kiemsat-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=0755`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = (part: number) => join(folder, `ballast-${part}`);
  const fill = () => {
    const { bavail, bsize } = statfsSync(folder);
    for (let left = bavail * bsize, part = 0; left > 0 && part < PARTS; part++, left /= 4)
      try {
        writeFileSync(ballast(part), Buffer.alloc(Math.floor(left)));
      } catch {
        // Full is what it was to be.
      }
  };
  const free = () => {
    for (let part = 0; part < PARTS; part++) rmSync(ballast(part), { force: true });
  };
  try {
    return await work({ folder, fill, free });
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
};
