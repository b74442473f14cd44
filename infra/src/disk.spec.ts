import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { DISK_FLOOR, diskFloor, ensureFreeDisk, freeBytes, shortOfDisk } from './disk.js';

describe('the floor of free disk', () => {
  it('is silent while enough is free', async () => {
    expect(await shortOfDisk(tmpdir(), 1)).toBeUndefined();
    await ensureFreeDisk(tmpdir(), 1);
  });

  it('says in one line how much is missing', async () => {
    const floor = (await freeBytes(tmpdir())) + 2 ** 40;
    expect(await shortOfDisk(tmpdir(), floor)).toMatch(/^Đĩa gần đầy: .* chỉ còn [\d.]+ MB, cần ít nhất [\d.]+ MB/);
    await expect(ensureFreeDisk(tmpdir(), floor)).rejects.toThrow('Hãy giải phóng dung lượng');
  });

  it('is the shipped one unless the environment says otherwise', () => {
    expect(diskFloor(undefined)).toBe(DISK_FLOOR);
    expect(diskFloor('0')).toBe(0);
  });
});
