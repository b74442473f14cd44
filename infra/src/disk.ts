import { statfs } from 'node:fs/promises';
import { Trouble } from './trouble.js';

/** How many bytes a program may still write where the folder lies. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Below this many free bytes nothing more is recorded: PostgreSQL itself needs room to stay whole. */
export const DISK_FLOOR = 512 * 1024 * 1024;

const mib = (bytes: number) => `${new Intl.NumberFormat('vi-VN').format(Math.floor(bytes / 1024 / 1024))} MB`;

/** The floor in force: KIEMSAT_DISK_FLOOR in bytes, else the shipped one. */
export const diskFloor = (given = process.env['KIEMSAT_DISK_FLOOR']): number =>
  given === undefined || given === '' ? DISK_FLOOR : Number(given);

/** Why nothing more should be written where the folder lies, in one line; undefined while enough is free. */
export const shortOfDisk = async (folder: string, floor = diskFloor()): Promise<string | undefined> => {
  const free = await freeBytes(folder);
  return free >= floor
    ? undefined
    : `Đĩa gần đầy: chỗ chứa ${folder} chỉ còn ${mib(free)}, cần ít nhất ${mib(floor)} để ghi tiếp. Hãy giải phóng dung lượng.`;
};

/** @throws {Trouble} when less than the floor is free where the folder lies */
export const ensureFreeDisk = async (folder: string, floor = diskFloor()): Promise<void> => {
  const short = await shortOfDisk(folder, floor);
  if (short !== undefined) throw new Trouble(short);
};
