/**
 * Log in, read models out, as a process of its own.
 *
 * Environment: KIEMSAT_PROJECTOR_URL (required), the database as the projector role. Of several of these processes one
 * works and the others wait. It says `{"kiemsat":"ready"}` on standard output once the tables are up to date, and ends in
 * order on SIGTERM, SIGINT, or when the pipe from its parent closes.
 */
import { postgresEventLog } from '#event-log';
import { endWithParent, tellReady } from '#infra';
import { migrateReadModels, runProjection } from '#read-models';

const failed = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
};

const run = async (url: string) => {
  const stopping = new AbortController();
  const log = postgresEventLog({ url });
  await migrateReadModels({ url });
  const onTrouble = (error: unknown) =>
    process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)}\n`);
  const running = runProjection({ log, url, signal: stopping.signal, onTrouble });
  running.catch(failed);
  endWithParent(async () => {
    stopping.abort();
    await running;
    await log.close();
  });
  tellReady();
};

const url = process.env['KIEMSAT_PROJECTOR_URL'];
if (url) await run(url).catch(failed);
else failed('Thiếu KIEMSAT_PROJECTOR_URL: địa chỉ cơ sở dữ liệu của vai trò tổng hợp.');
