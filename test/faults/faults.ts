import { setTimeout as sleep } from 'node:timers/promises';
import type { Proxy } from '../harness/proxy.js';
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

const node = ({ store }: Rig) => {
  if (!store) throw new Error('the log of this rig is not in EventStoreDB');
  return store.node;
};

/** Something done to all wires for a while. */
const onWires =
  (harm: (wire: Proxy, some: number) => void, lasts: (some: number) => number, end: (wire: Proxy) => void) =>
  async ({ wires }: Rig, some: number) => {
    for (const wire of wires) harm(wire, some);
    await sleep(lasts(some));
    for (const wire of wires) end(wire);
  };

const mend = ({ mend: go }: Proxy) => go();
const cutAndMend = (wire: Proxy) => {
  wire.cut();
  wire.mend();
};

const everywhere: readonly Fault[] = [
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
      await Promise.all([rig.database.crash(), rig.store?.node.crash()]);
    },
  },
  { name: 'kill -9 of one process of PostgreSQL', strike: ({ database }, some) => database.killOne(some) },
  { name: 'PostgreSQL restarted', strike: ({ database }) => database.restart() },
  { name: 'all connections ended by the server', strike: async ({ database }) => void (await database.dismiss()) },
  {
    name: 'all connections cut',
    strike: async ({ wires }) => {
      for (const { cut } of wires) cut();
    },
  },
  {
    name: 'a slow network',
    strike: onWires(
      ({ slow }, some) => slow(20 + some * 180),
      () => 2_000,
      mend,
    ),
  },
  {
    name: 'a dead network that comes back',
    strike: onWires(
      ({ hold }) => hold(),
      (some) => 500 + some * 4_000,
      mend,
    ),
  },
  {
    name: 'a dead network, then every connection cut',
    strike: onWires(
      ({ hold }) => hold(),
      (some) => 500 + some * 2_000,
      cutAndMend,
    ),
  },
  {
    name: 'a network that brings no answers, then every connection cut',
    strike: onWires(
      ({ muffle }) => muffle(),
      (some) => 500 + some * 2_000,
      cutAndMend,
    ),
  },
  { name: 'a projector frozen and thawed', strike: frozen(first) },
  { name: 'the API frozen and thawed', strike: frozen(api) },
  { name: 'SIGTERM of the API in the middle of its groups', strike: signalled(api, 'SIGTERM') },
  { name: 'SIGTERM of a projector', strike: signalled(first, 'SIGTERM') },
];

/** Done to the log alone, while the database with read models and accounts goes on. */
const ofTheStore: readonly Fault[] = [
  { name: 'kill -9 of EventStoreDB', strike: (rig) => node(rig).crash() },
  { name: 'EventStoreDB restarted', strike: (rig) => node(rig).restart() },
  {
    name: 'EventStoreDB frozen and thawed',
    strike: async (rig, some) => {
      node(rig).freeze();
      await sleep(500 + some * 5_500);
      node(rig).thaw();
    },
  },
  {
    name: 'EventStoreDB out of reach, then every connection to it cut',
    strike: async ({ store }, some) => {
      store?.wire.hold();
      await sleep(500 + some * 4_000);
      if (store) cutAndMend(store.wire);
    },
  },
  {
    name: 'kill -9 of the API and of EventStoreDB',
    strike: async (rig) => {
      api(rig).signal('SIGKILL');
      await node(rig).crash();
    },
  },
];

/** What can be done to this installation. */
export const faultsOf = ({ store }: Pick<Rig, 'store'>): readonly Fault[] =>
  store ? [...everywhere, ...ofTheStore] : everywhere;
