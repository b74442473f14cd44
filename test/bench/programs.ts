import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { REGION } from '../api/province.js';
import { httpClient } from './http-client.js';

interface Told {
  readonly kiemsat: 'accounts' | 'ready';
  readonly address?: string;
  readonly accounts?: readonly { readonly username: string; readonly password: string }[];
}

const USERNAME = 'bench';

/** A built program as a process of its own, once it says that it is ready. */
const started = async (app: 'api' | 'projector', env: Readonly<Record<string, string>>) => {
  const program = fileURLToPath(new URL(`../../dist/apps/${app}/src/main.js`, import.meta.url));
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // The programs' log is in the bench's own database, whatever else appends are compared with.
    env: { ...process.env, EVENT_STORE_URL: undefined, ...env, KIEMSAT_ENDS_WITH_PARENT: '1' },
  });
  let password = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const { kiemsat, accounts, address = '' } = JSON.parse(line) as Told;
    password = accounts?.[0]?.password ?? password;
    if (kiemsat !== 'ready') continue;
    const stop = () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      });
    return { address, password, stop };
  }
  throw new Error(`${app} ended before it was ready`);
};

/**
 * The built API, and a client who is signed in.
 * @param session of a client of another API on the same database: it holds in this one as well
 */
export const startApi = async (writerUrl: string, session?: string) => {
  const account = { username: USERNAME, personId: 'p-thongke', unit: REGION, roles: ['statisticsClerk'] };
  const api = await started('api', {
    KIEMSAT_WRITER_URL: writerUrl,
    KIEMSAT_PORT: '0',
    KIEMSAT_REQUESTS_A_MINUTE: '100000000',
    KIEMSAT_DEMO_ACCOUNTS: JSON.stringify([account]),
  });
  const client = httpClient(api.address);
  const signIn = async () => {
    const signedIn = await client.post('/api/session', {}, { username: USERNAME, password: api.password });
    return /\r\nset-cookie: ([^;\r]+)/i.exec(signedIn)?.[1] ?? '';
  };
  const cookie = session ?? (await signIn());
  return {
    address: api.address,
    cookie,
    post: (path: string, headers: Readonly<Record<string, string>>, body: object) =>
      client.post(path, { cookie, 'x-kiemsat': '1', ...headers }, body),
    stop: async () => {
      client.close();
      await api.stop();
    },
  };
};

export const startProjector = (projectorUrl: string) => started('projector', { KIEMSAT_PROJECTOR_URL: projectorUrl });
