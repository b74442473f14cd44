/**
 * Log in, read models out, as a process of its own.
 *
 * Environment: KIEMSAT_PROJECTOR_URL (required), the database as the projector role. KIEMSAT_WRITER_URL, the same as the
 * writer: with it deadlines are reminded of, and mailed where KIEMSAT_SMTP_URL and KIEMSAT_MAIL_FROM are set (links in
 * mails begin with KIEMSAT_PUBLIC_URL). KIEMSAT_CLOCK_AHEAD moves the clock of reminders, in milliseconds. Nothing is
 * written while the disk of the folder KIEMSAT_KEEPS_FLOOR is nearly full. Of several of these processes one works and
 * the others wait. It says `{"kiemsat":"ready"}` on standard output once the tables are up to date, and ends in
 * order on SIGTERM, SIGINT, or when the pipe from its parent closes.
 */
import { postgresEventLog } from '#event-log';
import { endWithParent, shortOfDisk, tellReady } from '#infra';
import { migrateReadModels, runProjection } from '#read-models';
import { mailSettingsOf, type MailSettings } from './mail/settings.js';
import { clockOf } from './reminding/clock.js';
import { runReminding } from './reminding/run.js';

const failed = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
};

/** Reminders, where this process is given the writer's rights. */
const remind = async (mail: MailSettings | undefined, signal: AbortSignal, onTrouble: (error: unknown) => void) => {
  const { KIEMSAT_WRITER_URL: url, KIEMSAT_KEEPS_FLOOR: folder } = process.env;
  if (!url) return;
  const mayAppend = folder ? { mayAppend: () => shortOfDisk(folder) } : {};
  await runReminding({
    url,
    signal,
    onTrouble,
    clock: clockOf(process.env),
    mail,
    ...mayAppend,
  });
};

const run = async (url: string) => {
  const mail = mailSettingsOf(process.env);
  const stopping = new AbortController();
  const log = postgresEventLog({ url });
  await migrateReadModels({ url });
  const onTrouble = (error: unknown) =>
    process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)}\n`);
  const running = runProjection({ log, url, signal: stopping.signal, onTrouble });
  running.catch(failed);
  const reminding = remind(mail, stopping.signal, onTrouble);
  reminding.catch(failed);
  endWithParent(async () => {
    stopping.abort();
    await Promise.all([running, reminding]);
    await log.close();
  });
  tellReady();
};

const url = process.env['KIEMSAT_PROJECTOR_URL'];
if (url) await run(url).catch(failed);
else failed('Thiếu KIEMSAT_PROJECTOR_URL: địa chỉ cơ sở dữ liệu của vai trò tổng hợp.');
