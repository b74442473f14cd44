/**
 * The API as a process of its own.
 *
 * Environment:
 * - KIEMSAT_WRITER_URL (required): the database, as the writer role. The log must be migrated and hold the law.
 * - EVENT_STORE_URL: the EventStoreDB that holds the log, if it isn't that database; EVENT_STORE_NAMESPACE: what the names
 *   of our streams begin with there.
 * - KIEMSAT_PORT (8080; 0 takes a free one), KIEMSAT_HOST (127.0.0.1; beyond loopback only with one of the next two).
 * - KIEMSAT_TLS_KEY and KIEMSAT_TLS_CERT (paths of PEM files), or KIEMSAT_BEHIND_PROXY=1.
 * - KIEMSAT_REQUESTS_A_MINUTE: how many one address may make (6000).
 * - KIEMSAT_WEB: the folder of the built pages (dist/apps/web beside this program's own).
 * - KIEMSAT_DATA: the folder of the embedded database, if it is one: nothing is written while its disk is nearly full.
 * - KIEMSAT_METRICS_PORT: serves `/metrics` (Prometheus) on that port of KIEMSAT_METRICS_HOST (127.0.0.1), with `/health`.
 * - OTEL_EXPORTER_OTLP_ENDPOINT: where traces go, with the other OTEL_EXPORTER_OTLP_* variables of OpenTelemetry.
 * - KIEMSAT_DEMO_ACCOUNTS: JSON list of {username, personId, roles, unit}. When no account exists at all they are made,
 *   each with a password of its own, and told once as one line of JSON
 *   `{"kiemsat":"accounts","accounts":[{username,password,roles,unit}]}`: on standard output, or, where
 *   KIEMSAT_ACCOUNTS_FILE names a file, in that file (mode 0600), for a parent that keeps standard output in a log.
 *   The parent shows it and removes the file. KIEMSAT_NEW_PASSWORDS=1 makes new passwords for them where they exist.
 *
 * When it listens it writes `{"kiemsat":"ready","address":"http://127.0.0.1:8080"}` on standard output. What stops it
 * from starting is one line on standard error and the exit code 1. It ends in order on SIGTERM, SIGINT, or when the pipe
 * from its parent closes.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { endWithParent, shortOfDisk, tellReady } from '#infra';
import type { NewAccount } from './access/accounts.js';
import { startTelemetry, TelemetryRefused, telemetrySettings } from '#telemetry';
import { settingsOf, StartRefused } from './settings.js';

const connectionCodes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000', '57P03'];

const lineOf = (error: unknown): string | undefined => {
  if (error instanceof StartRefused || error instanceof TelemetryRefused) return error.message;
  if (error instanceof Error && 'code' in error && connectionCodes.includes(String(error.code)))
    return `Không kết nối được cơ sở dữ liệu (KIEMSAT_WRITER_URL): ${error.message}`;
  return undefined;
};

const tellAccounts = (accounts: readonly NewAccount[]) => {
  const told = { kiemsat: 'accounts', accounts };
  const file = process.env['KIEMSAT_ACCOUNTS_FILE'];
  if (file) writeFileSync(file, `${JSON.stringify(told)}\n`, { mode: 0o600 });
  else process.stdout.write(`${JSON.stringify(told)}\n`);
};

const dataFolder = process.env['KIEMSAT_DATA'];

try {
  const settings = settingsOf(process.env);
  // What can't start says so at once, before all else is loaded.
  const { startApi } = await import('./app.js');
  const telemetry = await startTelemetry(telemetrySettings('api', process.env));
  const api = await startApi({
    ...settings,
    tellAccounts,
    telemetry,
    ...(dataFolder ? { dataFolder, mayAppend: () => shortOfDisk(dataFolder) } : {}),
  });
  endWithParent(async () => {
    await api.close();
    await telemetry.close();
  });
  tellReady({ address: api.address, ...(telemetry.address === undefined ? {} : { metrics: telemetry.address }) });
} catch (error) {
  process.stderr.write(`${lineOf(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
