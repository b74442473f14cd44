/**
 * Log in, read models out, as a process of its own.
 *
 * Environment: KIEMSAT_PROJECTOR_URL (required), the database as the projector role. EVENT_STORE_URL and
 * EVENT_STORE_NAMESPACE, where the log isn't in that database. KIEMSAT_WRITER_URL, the same as the writer: with it
 * deadlines are reminded of, and mailed where KIEMSAT_SMTP_URL and KIEMSAT_MAIL_FROM are set (links in mails begin
 * with KIEMSAT_PUBLIC_URL). KIEMSAT_CLOCK_AHEAD moves the clock, in milliseconds. KIEMSAT_REBUILD_THREADS is how many
 * threads a rebuild or a change of the law works on (as many as there are cores). Nothing is written while the disk of
 * the folder KIEMSAT_KEEPS_FLOOR is nearly full. KIEMSAT_METRICS_PORT serves `/metrics` and `/health` on that port of
 * KIEMSAT_METRICS_HOST (127.0.0.1); OTEL_EXPORTER_OTLP_ENDPOINT is where traces go. Of several of these processes one
 * works and the others wait. It says `{"kiemsat":"ready"}` on standard output once the tables are up to date, and ends
 * in order on SIGTERM, SIGINT, or when the pipe from its parent closes.
 */
import { openEventLog } from '#event-log';
import { dayIn } from '#law';
import { endWithParent, freeBytes, rebuildThreads, shortOfDisk, tellReady } from '#infra';
import { migrateReadModels, runProjection } from '#read-models';
import { startTelemetry, TelemetryRefused, telemetrySettings } from '#telemetry';
import { mailSettingsOf, type MailSettings } from './mail/settings.js';
import { clockOf } from './reminding/clock.js';
import { runReminding } from './reminding/run.js';
import { watchProjection } from './telemetry/watch-projection.js';

const failed = (error: unknown) => {
  const told = error instanceof TelemetryRefused ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${told}\n`);
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
  const telemetry = await startTelemetry(telemetrySettings('projector', process.env));
  const log = await openEventLog(process.env, { url });
  await migrateReadModels({ url });
  const dataFolder = process.env['KIEMSAT_DATA'];
  const clock = clockOf(process.env);
  const watch = watchProjection(telemetry, { log, url, clock, dataFolder });
  const onTrouble = (error: unknown) =>
    process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)}\n`);
  const { KIEMSAT_KEEPS_FLOOR: keepsFloor } = process.env;
  const running = runProjection({
    log,
    url,
    signal: stopping.signal,
    today: () => dayIn(clock()),
    threads: { beside: rebuildThreads(process.env) - 1, entry: new URL('./thread.js', import.meta.url) },
    ...(keepsFloor ? { freeBytes: () => freeBytes(keepsFloor) } : {}),
    onProgress: watch.onProgress,
    around: watch.around,
    onTrouble: (error) => {
      watch.onTrouble();
      onTrouble(error);
    },
  });
  running.catch(failed);
  const reminding = remind(mail, stopping.signal, onTrouble);
  reminding.catch(failed);
  endWithParent(async () => {
    stopping.abort();
    await Promise.all([running, reminding]);
    await log.close();
    await watch.close();
    await telemetry.close();
  });
  tellReady(telemetry.address === undefined ? {} : { metrics: telemetry.address });
};

const url = process.env['KIEMSAT_PROJECTOR_URL'];
if (url) await run(url).catch(failed);
else failed('Thiếu KIEMSAT_PROJECTOR_URL: địa chỉ cơ sở dữ liệu của vai trò tổng hợp.');
