import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from './rig.js';

/** Something that goes wrong in the middle of the work, and how it is over. */
export interface Fault {
  readonly name: string;
  /** @param some a number from 0 to 1, so that no two strikes are alike */
  readonly strike: (rig: Rig, some: number) => Promise<void>;
}

const signalled = (who: (rig: Rig) => Rig['api'], signal: NodeJS.Signals) => async (rig: Rig) => {
  who(rig).signal(signal);
};

/** Stopped in the middle of whatever it does, and later on as if nothing had happened. */
const frozen = (who: (rig: Rig) => Rig['api']) => async (rig: Rig, some: number) => {
  const one = who(rig);
  one.signal('SIGSTOP');
  await sleep(500 + some * 3_000);
  one.signal('SIGCONT');
};

const api = ({ api: one }: Rig) => one;
const projector = (n: number) => (rig: Rig) => {
  const one = rig.projectors[n];
  if (!one) throw new Error(`there is no projector ${n + 1}`);
  return one;
};
const [first, second] = [projector(0), projector(1)];

export const faults: readonly Fault[] = [
  { name: 'kill -9 of the API', strike: signalled(api, 'SIGKILL') },
  { name: 'kill -9 of a projector', strike: signalled(first, 'SIGKILL') },
  { name: 'kill -9 of the other projector', strike: signalled(second, 'SIGKILL') },
  {
    name: 'kill -9 of API and both projectors',
    strike: async (rig) => {
      for (const who of [api, first, second]) who(rig).signal('SIGKILL');
    },
  },
  { name: 'kill -9 of PostgreSQL and all its processes', strike: ({ database }) => database.crash() },
  {
    name: 'kill -9 of everything',
    strike: async (rig) => {
      for (const who of [api, first, second]) who(rig).signal('SIGKILL');
      await rig.database.crash();
    },
  },
  { name: 'PostgreSQL restarted', strike: ({ database }) => database.restart() },
  { name: 'all connections ended by the server', strike: async ({ database }) => void (await database.dismiss()) },
  { name: 'all connections cut', strike: async ({ wire }) => wire.cut() },
  {
    name: 'a slow network',
    strike: async ({ wire }, some) => {
      wire.slow(20 + some * 180);
      await sleep(2_000);
      wire.mend();
    },
  },
  {
    name: 'a dead network that comes back',
    strike: async ({ wire }, some) => {
      wire.hold();
      await sleep(500 + some * 4_000);
      wire.mend();
    },
  },
  {
    name: 'a dead network, then every connection cut',
    strike: async ({ wire }, some) => {
      wire.hold();
      await sleep(500 + some * 2_000);
      wire.cut();
      wire.mend();
    },
  },
  { name: 'a projector frozen and thawed', strike: frozen(first) },
  { name: 'the API frozen and thawed', strike: frozen(api) },
  { name: 'SIGTERM of the API in the middle of its groups', strike: signalled(api, 'SIGTERM') },
  { name: 'SIGTERM of a projector', strike: signalled(first, 'SIGTERM') },
];
