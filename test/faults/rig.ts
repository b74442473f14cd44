import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventLog, type OpenEventLog } from '#event-log';
import { REGION } from '../api/province.js';
import { ownNode } from '../event-log/eventstore-node.js';
import { faultDatabase, type FaultDatabase } from './database.js';
import { proxy, type Proxy } from '../harness/proxy.js';
import { program, type Program } from './program.js';

/** In whose name every command is sent. */
export const PERSON = 'p-thongke';
const account = { username: 'ke', personId: PERSON, unit: REGION, roles: ['statisticsClerk'] };

/** An EventStoreDB of the rig's own. */
export type StoreNode = Awaited<ReturnType<typeof ownNode>>;

/** A whole installation to be harmed: database, log, wires, API, and two projectors of which one stands by. */
export interface Rig {
  readonly database: FaultDatabase;
  /** Where the log is, if it isn't in the database. */
  readonly store?: { readonly node: StoreNode; readonly wire: Proxy };
  /** Every stretch of wire between the programs and what they keep. */
  readonly wires: readonly Proxy[];
  /** The log, reached past the wires. @returns one that the caller closes */
  readonly openLog: () => Promise<OpenEventLog>;
  /** The log, reached through the wires. @returns one that the caller closes */
  readonly openThrough: () => Promise<OpenEventLog>;
  readonly api: Program;
  readonly projectors: readonly Program[];
  /** Where the API answers; the same after every start. */
  readonly address: string;
  /** The session's cookie of the one account. */
  readonly cookie: string;
  /** Resolves when everything answers again. */
  readonly whole: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

const firstStart = async (writerUrl: string, log: string) => {
  const once = program(
    'api',
    { KIEMSAT_WRITER_URL: writerUrl, KIEMSAT_PORT: '0', KIEMSAT_DEMO_ACCOUNTS: JSON.stringify([account]) },
    log,
  );
  await once.ready();
  const [accounts] = once.told().flatMap((said) => (Array.isArray(said['accounts']) ? [said['accounts']] : []));
  const address = text(once.told().find((said) => 'address' in said)?.['address']);
  await once.stop();
  return { address, password: text((accounts?.[0] as Record<string, unknown> | undefined)?.['password']) };
};

const signIn = async (address: string, password: string) => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account.username, password }),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

export interface RigOptions {
  /** On whose disk the database lies; one of its own in the temporary folder when absent. */
  readonly folder?: string;
  /** The same for EventStoreDB. */
  readonly storeFolder?: string;
  readonly projectors?: number;
}

const { EVENT_STORE_URL: givenUrl, EVENT_STORE_COMMAND: command } = process.env;

/** What the log lies in: EventStoreDB where there is one that may be harmed. */
export const engine = givenUrl && command ? 'EventStoreDB' : 'PostgreSQL';

/** Whatever this process and those that it starts open as the log is in the rig's own store, never in the one given. */
const ownStore = async (folder?: string): Promise<Rig['store']> => {
  delete process.env['EVENT_STORE_URL'];
  if (engine === 'PostgreSQL' || command === undefined) return undefined;
  const node = await ownNode(command, folder);
  process.env['EVENT_STORE_URL'] = node.url;
  return { node, wire: await proxy(node.port) };
};

export const faultRig = async ({ folder, storeFolder, projectors: many = 2 }: RigOptions = {}): Promise<Rig> => {
  const logs = await mkdtemp(join(tmpdir(), 'kiemsat-faults-logs-'));
  const store = await ownStore(storeFolder);
  const database = await faultDatabase(folder);
  const wire = await proxy(database.port);
  const wires = [wire, ...(store ? [store.wire] : [])];
  const [writerUrl, projectorUrl] = [wire.through(database.writerUrl), wire.through(database.projectorUrl)];
  const through = store ? { EVENT_STORE_URL: store.wire.through(store.node.url) } : {};
  const { address, password } = await firstStart(writerUrl, join(logs, 'api.log'));
  const api = program(
    'api',
    {
      ...through,
      KIEMSAT_WRITER_URL: writerUrl,
      KIEMSAT_PORT: new URL(address).port,
      KIEMSAT_REQUESTS_A_MINUTE: '100000000',
    },
    join(logs, 'api.log'),
  );
  const projector = (n: number) =>
    program(
      'projector',
      { ...through, KIEMSAT_PROJECTOR_URL: projectorUrl, KIEMSAT_WRITER_URL: writerUrl },
      join(logs, `projector-${n}.log`),
    );
  const projectors = Array.from({ length: many }, (_, n) => projector(n + 1));
  const whole = async () => {
    await Promise.all([api, ...projectors].map(({ ready }) => ready()));
    for (const end = performance.now() + 180_000; ;) {
      const answers = await fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) return;
      if (performance.now() > end) throw new Error(`the API did not answer within three minutes (logs in ${logs})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await whole();
  return {
    database,
    ...(store ? { store } : {}),
    wires,
    openLog: () => openEventLog(process.env, { url: database.writerUrl }),
    openThrough: () => openEventLog({ ...process.env, ...through }, { url: writerUrl }),
    api,
    projectors,
    address,
    cookie: await signIn(address, password),
    whole,
    stop: async () => {
      for (const { mend } of wires) mend();
      store?.node.thaw();
      await Promise.all([api, ...projectors].map(({ stop }) => stop()));
      for (const { close } of wires) close();
      await store?.node.drop();
      await database.drop();
      await rm(logs, { recursive: true, force: true });
    },
  };
};
