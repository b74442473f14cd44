import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { postgresEventLog } from '#event-log';
import { migrateReadModels } from '#read-models';
import { appendReference, REGION } from '../api/province.js';
import { benchEvent } from './bench-event.js';
import { benchServer } from './bench-server.js';
import { httpClient } from './http-client.js';
import { drive, median, row, type Row } from './row.js';

const CALLERS = 64;
const SECONDS = 3;
const ROUNDS = 3;
/** A program that has just started compiles what it does often only after a while. */
const WARM_UP = 5;
/** Client, server and database share the cores of one machine here. */
const AT_LEAST = 0.3;

const PROGRAM = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));

interface Told {
  readonly kiemsat: 'accounts' | 'ready';
  readonly address?: string;
  readonly accounts?: readonly { readonly username: string; readonly password: string }[];
}

/** The built API as a process of its own, and the password of its one account. */
const startApi = async (writerUrl: string) => {
  const account = { username: 'bench', personId: 'p-thongke', unit: REGION, roles: ['statisticsClerk'] };
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      KIEMSAT_WRITER_URL: writerUrl,
      KIEMSAT_PORT: '0',
      KIEMSAT_REQUESTS_A_MINUTE: '100000000',
      KIEMSAT_ENDS_WITH_PARENT: '1',
      KIEMSAT_DEMO_ACCOUNTS: JSON.stringify([account]),
    },
  });
  let password = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const { accounts, address } = JSON.parse(line) as Told;
    password = accounts?.[0]?.password ?? password;
    if (address === undefined) continue;
    const stop = () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      });
    return { address, password, stop };
  }
  throw new Error('the API ended before it was ready');
};

/** A milestone with a summary as long as the one that is appended directly. */
const fact = {
  type: 'PetitionReceived',
  data: {
    on: '2026-01-02',
    petitionNo: '123/2026',
    kind: 'complaint',
    field: 'administrative',
    sender: 'Nguyễn Thị Gửi',
    summary: 'Khiếu nại quyết định hành chính. '.repeat(6).trim(),
  },
};

/** A command through HTTP to the durable event, against the same log appended to directly at the same concurrency. */
export const benchHttpCommand = async (): Promise<readonly Row[]> => {
  const server = await benchServer();
  const { writerUrl, projectorUrl } = await server.database('http_command');
  await migrateReadModels({ url: projectorUrl });
  await appendReference(writerUrl);
  const api = await startApi(writerUrl);
  const client = httpClient(api.address);
  const log = postgresEventLog({ url: writerUrl });
  const { password } = api;
  const signedIn = await client.post('/api/session', {}, { username: 'bench', password });
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(signedIn)?.[1] ?? '';
  const overHttp = () => {
    const headers = { cookie, 'x-kiemsat': '1', 'idempotency-key': randomUUID() };
    return client.post(`/api/files/petition/${randomUUID()}/facts`, headers, fact);
  };
  const direct = () =>
    log.append([{ stream: `criminalCase-${randomUUID()}`, expected: 'noStream', events: [benchEvent()] }]);
  const rates = { http: [] as number[], direct: [] as number[] };
  await drive(CALLERS, WARM_UP, overHttp);
  await drive(CALLERS, 1, direct);
  for (let round = 0; round < ROUNDS; round++) {
    rates.http.push(await drive(CALLERS, SECONDS, overHttp));
    rates.direct.push(await drive(CALLERS, SECONDS, direct));
  }
  client.close();
  await api.stop();
  await log.close();
  await server.stop();
  const against = 'the log appended directly';
  return [row(`command through HTTP, ${CALLERS} callers`, median(rates.http), against, median(rates.direct), AT_LEAST)];
};
