import { migrateReadModels, runProjection } from '#read-models';
import { testDatabase, testLog } from '#test';
import { startApi, type ApiOptions, type RunningApi } from '../../apps/api/src/app.js';
import type { Role } from '../../apps/api/src/access/roles.js';
import { asPerson, type Caller } from './caller.js';
import { appendReference, PROVINCE, REGION, OTHER_REGION } from './province.js';

/** One person of each role, and a second head and another unit's prosecutor. */
const people: readonly { username: string; personId: string; unit: string; roles: Role[] }[] = [
  { username: 'ksv', personId: 'p-ksv', unit: REGION, roles: ['prosecutor'] },
  { username: 'ksv2', personId: 'p-ksv2', unit: OTHER_REGION, roles: ['prosecutor'] },
  { username: 'truong', personId: 'p-truong', unit: REGION, roles: ['unitHead'] },
  { username: 'pho', personId: 'p-pho', unit: REGION, roles: ['unitHead'] },
  { username: 'thongke', personId: 'p-thongke', unit: REGION, roles: ['statisticsClerk'] },
  { username: 'lanhdao', personId: 'p-lanhdao', unit: PROVINCE, roles: ['supervisor'] },
  { username: 'thanhtra', personId: 'p-thanhtra', unit: PROVINCE, roles: ['auditor'] },
  { username: 'quantri', personId: 'p-quantri', unit: PROVINCE, roles: ['administrator'] },
];
export type Username = 'ksv' | 'ksv2' | 'truong' | 'pho' | 'thongke' | 'lanhdao' | 'thanhtra' | 'quantri';

export interface ApiUnderTest {
  readonly api: RunningApi;
  readonly address: string;
  readonly databaseUrl: string;
  readonly projectorUrl: string;
  readonly ownerUrl: string;
  readonly as: (username: Username) => Promise<Caller>;
  readonly password: (username: Username) => string;
  /** Nothing more is counted from then on. */
  readonly stopProjector: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A whole API on a database of its own, with a projector beside it; the clock stands at the day given until moved. */
export const apiUnderTest = async (options: Partial<ApiOptions> = {}): Promise<ApiUnderTest> => {
  const database = await testDatabase();
  await migrateReadModels({ url: database.projectorUrl });
  await appendReference(database.writerUrl);
  const stopped = new AbortController();
  const readers = await testLog(database.projectorUrl);
  const projecting = runProjection({ log: readers, url: database.projectorUrl, signal: stopped.signal });
  const api = await startApi({
    writerUrl: database.writerUrl,
    host: '127.0.0.1',
    port: 0,
    behindProxy: false,
    accounts: people,
    requestsAMinute: 100_000,
    ...options,
  });
  const password = (username: string) => {
    const account = api.accounts.find((made) => made.username === username);
    if (!account) throw new Error(`no account ${username}`);
    return account.password;
  };
  const stopProjector = async () => {
    stopped.abort();
    await projecting.catch(() => undefined);
  };
  return {
    api,
    address: api.address,
    databaseUrl: database.writerUrl,
    projectorUrl: database.projectorUrl,
    ownerUrl: database.ownerUrl,
    password,
    as: (username) => asPerson(api.address, username, password(username)),
    stopProjector,
    stop: async () => {
      await api.close();
      await stopProjector();
      await readers.close();
      await database.drop();
    },
  };
};
