/**
 * What telling costs a command, in the processor's time of the API: three of them on one database take turns, one that
 * tells nothing, one that counts, one that traces as well. Times of the processor and not of the clock, so that what else
 * the machine does matters little. Linux.
 * `node --import ./test/harness/register.mjs test/telemetry/cost.ts`
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateReadModels } from '#read-models';
import { lineOf, startProgram } from '#test';
import { petitionReceived } from '../api/facts.js';
import { appendReference, REGION } from '../api/province.js';
import { benchServer } from '../bench/bench-server.js';
import { httpClient } from '../bench/http-client.js';
import { traceCollector } from './collector.js';

const ROUNDS = 20;
const COMMANDS = 400;
const CALLERS = 8;
/** The kernel counts in hundredths of a second. */
const TICK = 10_000;

const cpuOf = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK;
};

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const startApi = async (writerUrl: string, username: string, folder: string, env: Readonly<Record<string, string>>) => {
  const file = join(folder, username);
  const child = startProgram('apps/api/src/main.ts', [], {
    KIEMSAT_WRITER_URL: writerUrl,
    KIEMSAT_PORT: '0',
    KIEMSAT_REQUESTS_A_MINUTE: '100000000',
    KIEMSAT_ENDS_WITH_PARENT: '1',
    KIEMSAT_NEW_PASSWORDS: '1',
    KIEMSAT_ACCOUNTS_FILE: file,
    KIEMSAT_DEMO_ACCOUNTS: JSON.stringify([
      { username, personId: 'p-thongke', unit: REGION, roles: ['statisticsClerk'] },
    ]),
    ...env,
  });
  const { address } = JSON.parse(await lineOf(child, /"kiemsat":"ready"/)) as { address: string };
  const { accounts } = JSON.parse(await readFile(file, 'utf8')) as { accounts: { password: string }[] };
  const client = httpClient(address);
  const signedIn = await client.post('/api/session', {}, { username, password: accounts[0]?.password });
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(signedIn)?.[1] ?? '';
  const one = async () => {
    const headers = { cookie, 'x-kiemsat': '1', 'idempotency-key': randomUUID() };
    await client.post(`/api/files/petition/${randomUUID()}/facts`, headers, petitionReceived('2026-01-02'));
  };
  const pid = child.pid ?? 0;
  /** Microseconds of the processor a command. */
  const round = async () => {
    const before = cpuOf(pid);
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        for (let i = 0; i < COMMANDS / CALLERS; i++) await one();
      }),
    );
    return (cpuOf(pid) - before) / COMMANDS;
  };
  const stop = () => {
    client.close();
    child.stdin?.end();
  };
  return { round, stop };
};

const server = await benchServer();
const folder = await mkdtemp(join(tmpdir(), 'kiemsat-cost-'));
const collector = await traceCollector();
const { writerUrl, projectorUrl } = await server.database('telemetry_cost');
await migrateReadModels({ url: projectorUrl });
await appendReference(writerUrl);
const counting = { KIEMSAT_METRICS_PORT: '0' };
const tracing = { ...counting, OTEL_EXPORTER_OTLP_ENDPOINT: collector.address };
const ways = {
  'tells nothing': await startApi(writerUrl, 'off', folder, {}),
  counts: await startApi(writerUrl, 'counts', folder, counting),
  'counts and traces': await startApi(writerUrl, 'traces', folder, tracing),
};
const times = new Map<string, number[]>();
for (const { round } of Object.values(ways)) for (let i = 0; i < 5; i++) await round();
for (let i = 0; i < ROUNDS; i++)
  for (const [way, { round }] of Object.entries(ways)) times.set(way, [...(times.get(way) ?? []), await round()]);
const [off = []] = times.values();
for (const [way, all] of times) {
  // Against the turn just before: what disturbs one disturbs both.
  const more = all.map((time, i) => (100 * time) / (off[i] ?? 1) - 100).sort((a, b) => a - b);
  const [low = 0, middle = 0, high = 0] = [0.25, 0.5, 0.75].map((part) => more[Math.floor(more.length * part)]);
  const spread = `${middle.toFixed(1)} % more (${low.toFixed(1)} to ${high.toFixed(1)})`;
  console.log(`${way}: ${median(all).toFixed(0)} µs a command, ${spread}`);
}
for (const { stop } of Object.values(ways)) stop();
await collector.close();
await server.stop();
await rm(folder, { recursive: true, force: true });
