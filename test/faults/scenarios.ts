import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable, OutcomeUnknown } from '#engine';
import { casework, checkpoint, parkedStreams, replayParked, runProjection } from '#read-models';
import { until } from '#test';
import { startApi } from '../../apps/api/src/app.js';
import { event } from '../event-log/storm-event.js';
import { callers, type Load } from './callers.js';
import { caughtUp, FROM_THE_START, readOn } from './checks.js';
import { engine, faultRig, type Rig, type RigOptions } from './rig.js';
import { onSmallDisk, type SmallDisk } from './small-disk.js';
import { watch, type Watch } from './watch.js';

/** What a scenario found: what must never be, or why it could not be run here. */
export interface Finding {
  readonly wrong: readonly string[];
  readonly notRun?: string;
}

export interface Scenario {
  readonly name: string;
  readonly run: () => Promise<Finding>;
}

interface Stage {
  readonly rig: Rig;
  readonly watching: Watch;
}

const staged = async (options: RigOptions, work: (stage: Stage) => Promise<readonly string[]>): Promise<Finding> => {
  const rig = await faultRig(options);
  const watching = await watch(rig);
  try {
    return { wrong: await work({ rig, watching }) };
  } finally {
    await watching.close();
    await rig.stop();
  }
};

interface Full {
  /** Whether it was noticed that there is no room. */
  readonly noticed: (load: Load) => Promise<boolean>;
  /** Starts again what ended for want of space. */
  readonly recover: () => Promise<void>;
}

const filled = async ({ rig, watching }: Stage, disk: SmallDisk, { noticed, recover }: Full) => {
  const work = watching.begin('full');
  const { load } = work;
  await sleep(1_000);
  disk.fill();
  const was = await noticed(load);
  const meanwhile = load.acknowledged.length;
  disk.free();
  await recover();
  await rig.whole();
  await sleep(1_500);
  const found = await work.settle();
  return [
    ...(was ? [] : ['nobody noticed that the disk was full']),
    ...(load.acknowledged.length === meanwhile ? ['nothing was acknowledged once the disk had room again'] : []),
    ...found.wrong,
  ];
};

const someRefused = async (load: Load) => {
  await sleep(3_000);
  return load.refused() > 0;
};

/** More than EventStoreDB sets aside on its disk beforehand. */
const LARGE_EVENTS = 500;
const LARGE = 'x'.repeat(600_000);

/** Appends large events until one finds no room. */
const untilRefused = async ({ log }: Watch) => {
  for (let at = 0; at < LARGE_EVENTS; at++)
    try {
      const large = { ...event(), data: { on: '2026-01-02', text: LARGE } };
      await log.append([{ stream: 'large-1', expected: at === 0 ? 'noStream' : at - 1, events: [large] }]);
    } catch (error) {
      if (error instanceof LogUnavailable || error instanceof OutcomeUnknown) return true;
      throw error;
    }
  return false;
};

const NO_MOUNT = { wrong: [], notRun: 'mounting a small disk needs privileges that are missing here' };

const diskFull = async (): Promise<Finding> =>
  (await onSmallDisk((disk) =>
    staged({ folder: disk.folder }, (stage) =>
      filled(stage, disk, { noticed: someRefused, recover: stage.rig.database.recover }),
    ),
  )) ?? NO_MOUNT;

const storeDiskFull = async (): Promise<Finding> => {
  if (engine === 'PostgreSQL') return { wrong: [], notRun: 'the log of this run is in PostgreSQL' };
  const found = await onSmallDisk((disk) =>
    staged({ storeFolder: disk.folder }, (stage) =>
      filled(stage, disk, {
        noticed: () => untilRefused(stage.watching),
        recover: async () => stage.rig.store?.node.recover(),
      }),
    ),
  );
  return found ?? NO_MOUNT;
};

const HOUR = 3_600_000;

/** A second API on the same database, whose clock leaps to and fro while it records. */
const clockStepped = () =>
  staged({}, async ({ rig, watching }) => {
    let step = 0;
    const api = await startApi({
      writerUrl: rig.database.writerUrl,
      host: '127.0.0.1',
      port: 0,
      behindProxy: false,
      accounts: [],
      requestsAMinute: 100_000_000,
      clock: () => new Date(Date.now() + step),
    });
    try {
      const [work, leaping] = [watching.begin('leaping', { pairs: 3 }), callers({ ...rig, address: api.address }, 3)];
      for (const hours of [-1, 0.01, -3, 2, 0]) {
        step = hours * HOUR;
        await sleep(400);
      }
      await leaping.settle();
      return [...leaping.wrong, ...(await work.settle(leaping.acknowledged)).wrong];
    } finally {
      await api.close();
    }
  });

/** One event in sixteen of the petitions can't be applied, as if a release had a mistake in it. */
const mistaken = ((): typeof casework => {
  const { petition } = casework.registers;
  if (!petition) throw new Error('no register of petitions');
  return {
    ...casework,
    registers: {
      ...casework.registers,
      petition: {
        ...petition,
        evolve: (state, recorded) => {
          if (recorded.id.startsWith('0')) throw new Error('a mistake of this release');
          return petition.evolve(state, recorded);
        },
      } satisfies typeof petition,
    },
  };
})();

const projectionThrows = () =>
  staged({ projectors: 0 }, async ({ rig, watching: { pool, log, begin } }) => {
    const url = rig.database.projectorUrl;
    const projecting = (domain = casework) => {
      const stop = new AbortController();
      const run = runProjection({ log, url, signal: stop.signal, domain });
      return { stop: () => (stop.abort(), run) };
    };
    const broken = projecting(mistaken);
    // Nobody looks at figures meanwhile: they are those without the parked files.
    const load = callers(rig, 4);
    await sleep(2_500);
    await until('a file is parked', async () => (await parkedStreams(pool)).length > 0, 90_000);
    await load.settle();
    await caughtUp(pool, log);
    await broken.stop();
    const { events } = await readOn(log, FROM_THE_START);
    const expected = new Set(
      events
        .filter(({ stream, id }) => stream.startsWith('petition-') && id.startsWith('0'))
        .map(({ stream }) => stream),
    );
    const found = await parkedStreams(pool);
    const wrong = [
      ...load.wrong,
      ...(expected.size === 0 ? ['no event was met that could not be applied'] : []),
      ...[...expected]
        .filter((stream) => !found.some((one) => one.stream === stream))
        .map((one) => `${one} is not parked`),
      ...found
        .filter(({ stream, reason }) => !expected.has(stream) || !reason.includes('a mistake of this release'))
        .map(({ stream, reason }) => `${stream} is parked for: ${reason}`),
    ];
    for (const { stream } of found) {
      const reason = await replayParked({ log, url, stream });
      if (reason !== undefined) wrong.push(`${stream} does not replay: ${reason}`);
    }
    const mended = projecting();
    const work = begin('mended');
    await sleep(1_000);
    const rest = (await work.settle(load.acknowledged)).wrong;
    await mended.stop();
    return [...wrong, ...rest];
  });

const DEAF = 200;

const subscribed = ({ address, cookie }: Rig) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/api/live`, { headers: { cookie, accept: 'text/event-stream' } }, resolve).on('error', reject);
  });

const deafSubscribers = () =>
  staged({}, async ({ rig, watching: { pool, log, begin } }) => {
    const deaf = await Promise.all(Array.from({ length: DEAF }, () => subscribed(rig)));
    for (const one of deaf) one.pause();
    let heard = '';
    const listener = await subscribed(rig);
    listener.on('data', (bytes: Buffer) => {
      heard = /"position":"(\d+)"/.exec(bytes.toString())?.[1] ?? heard;
    });
    const work = begin('deaf', { pause: 1 });
    await sleep(4_000);
    const found = await work.settle();
    await caughtUp(pool, log);
    const { position } = await checkpoint(pool);
    await sleep(1_500);
    const late = heard >= position ? [] : [`a page heard of ${heard || 'nothing'}, the figures stand at ${position}`];
    for (const one of [...deaf, listener]) one.destroy();
    return [...late, ...found.wrong];
  });

/** What goes wrong in ways of its own, each on an installation of its own. */
export const scenarios: readonly Scenario[] = [
  { name: 'the disk of PostgreSQL full, then free again', run: diskFull },
  { name: 'the disk of EventStoreDB full, then free again', run: storeDiskFull },
  { name: 'a clock that leaps to and fro', run: clockStepped },
  { name: 'a projection that throws on some events, then mended and replayed', run: projectionThrows },
  { name: `${DEAF} subscribers that stop reading`, run: deafSubscribers },
];
