import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from './instance-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is one process’s until it gives it back', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`Một Kiemsat khác (tiến trình ${process.pid}) đang dùng dữ liệu`);
    unlock();
    expect(lockFolder(folder)).not.toThrow();
  });

  it('is free when its holder is dead', () => {
    const { pid } = spawnSync('true');
    writeFileSync(join(folder, 'kiemsat.lock'), `${pid} 1`);
    expect(lockFolder(folder)).not.toThrow();
  });

  it('is free when its holder’s number now belongs to another process', () => {
    writeFileSync(join(folder, 'kiemsat.lock'), `${process.ppid} 1`);
    expect(lockFolder(folder)).not.toThrow();
  });

  it('is free when a crash left it empty', () => {
    writeFileSync(join(folder, 'kiemsat.lock'), '');
    lockFolder(folder)();
    expect(existsSync(join(folder, 'kiemsat.lock'))).toBe(false);
  });

  it('says in one line what is wrong with the folder', () => {
    writeFileSync(join(folder, 'tệp'), '');
    expect(() => lockFolder(join(folder, 'tệp'))).toThrow('không phải là thư mục');
    expect(() => lockFolder(join(folder, 'tệp', 'dưới'))).toThrow('không phải là thư mục');
    expect(() => lockFolder('/proc/kiemsat')).toThrow('Không ghi được vào thư mục /proc/kiemsat');
  });
});
