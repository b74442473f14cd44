import { Command } from 'commander';
import { migrateEventLog, type LogInRole } from '#event-log';
import { Trouble } from '#infra';
import { checkGivenDatabase } from '../installation/given-database.js';
import { firstData } from '../start/first-data.js';
import { step } from '../start/steps.js';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Trouble(`Thiếu ${name}: xem docs/deployment.md.`);
  return value;
};

/** The role that a program will sign in as, read from the address that it will be given. */
const roleIn = (name: string, url: string): LogInRole => {
  try {
    const { username, password } = new URL(url);
    if (username && password) return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    // Told below, without the address: it holds a password.
  }
  throw new Trouble(`${name} phải là địa chỉ có tên và mật khẩu (postgres://vai-trò:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu).`);
};

/** `kiemsat prepare`: a database of one's own made ready for the API and the projector; harmless when it is already. */
export const prepare = new Command('prepare')
  .description('chuẩn bị cơ sở dữ liệu của DATABASE_URL: cấu trúc sổ, hai vai trò, dữ liệu pháp luật của bản phát hành')
  .action(async () => {
    const ownerUrl = required('DATABASE_URL');
    const writerUrl = required('KIEMSAT_WRITER_URL');
    const projectorUrl = required('KIEMSAT_PROJECTOR_URL');
    const writer = roleIn('KIEMSAT_WRITER_URL', writerUrl);
    const projector = roleIn('KIEMSAT_PROJECTOR_URL', projectorUrl);
    await checkGivenDatabase(ownerUrl);
    await step('Cập nhật cấu trúc sổ', () => migrateEventLog({ ownerUrl, writer, projector }));
    await firstData({ ownerUrl, writerUrl, projectorUrl }, 0);
  });
