import { describe, expect, it } from '@jest/globals';
import { serverAccount } from './server-account.js';

const line = (name: string, id: number) => `${name}:x:${id}:${id + 1}::/nonexistent:/usr/sbin/nologin\n`;
const accountAmong = (...lines: string[]) => serverAccount(true, () => lines.join(''));

describe('the account that PostgreSQL runs under', () => {
  it('is the program’s own unless it is root', () => {
    expect(serverAccount(false, () => '')).toBeUndefined();
  });

  it('is postgres where there is one, else nobody', () => {
    expect(accountAmong(line('root', 0), line('nobody', 65534), line('postgres', 101))).toEqual({ uid: 101, gid: 102 });
    expect(accountAmong(line('root', 0), line('nobody', 65534))).toEqual({ uid: 65534, gid: 65535 });
  });

  it('is never made: root without either is told so', () => {
    expect(() => accountAmong(line('root', 0))).toThrow('hãy chạy bằng người dùng thường');
  });
});
