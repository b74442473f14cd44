import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { EventLog } from '#engine';
import { postgresEventLog } from '#event-log';
import { casework, checkpoint, parkedStreams, replayParked, runProjection } from '#read-models';
import { startApi } from '../../apps/api/src/app.js';
import { callers, type Load } from './callers.js';
import { caughtUp, FROM_THE_START, lostOrTwice, parked, readOn, unlikeRebuilt } from './checks.js';
import { faultRig, type Rig, type RigOptions } from './rig.js';

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
  readonly pool: Pool;
  readonly log: EventLog;
}

const staged = async (options: RigOptions, work: (stage: Stage) => Promise<readonly string[]>): Promise<Finding> => {
  const rig = await faultRig(options);
  const pool = new Pool({ connectionString: rig.database.writerUrl, max: 4 });
  pool.on('error', () => undefined);
  const log = postgresEventLog({ url: rig.database.writerUrl });
  try {
    return { wrong: await work({ rig, pool, log }) };
  } finally {
    await Promise.all([log.close(), pool.end()]);
    await rig.stop();
  }
};

/** What must hold after everything: the log has what was acknowledged, once, and the read models what the log has. */
const everything = async ({ rig, pool, log }: Stage, load: Load): Promise<readonly string[]> => {
  await caughtUp(pool, log);
  const { events, wrong } = await readOn(log, FROM_THE_START);
  return [
    ...load.wrong,
    ...wrong,
    ...lostOrTwice(events, load.acknowledged),
    ...(await parked(pool)),
    ...(await unlikeRebuilt(pool, log, rig.database.projectorUrl)),
    ...(load.acknowledged.length === 0 ? ['nothing was acknowledged at all'] : []),
  ];
};

const MEGABYTES = 420;

const diskFull = async (): Promise<Finding> => {
  const folder = mkdtempSync(join(tmpdir(), 'kiemsat-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=0755`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return { wrong: [], notRun: 'mounting a small disk needs privileges that are missing here' };
  }
  try {
    return await staged({ folder }, async (stage) => {
      const { rig } = stage;
      const load = callers(rig, 6);
      await sleep(1_000);
      rig.database.fillDisk();
      await sleep(3_000);
      const [meanwhile, refused] = [load.acknowledged.length, load.refused()];
      rig.database.freeDisk();
      await rig.database.recover();
      await rig.whole();
      await sleep(1_500);
      await load.settle();
      return [
        ...(refused === 0 ? ['nobody was refused while the disk was full'] : []),
        ...(load.acknowledged.length === meanwhile ? ['nothing was acknowledged once the disk had room again'] : []),
        ...(await everything(stage, load)),
      ];
    });
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
};

const HOUR = 3_600_000;

/** A second API on the same database, whose clock leaps to and fro while it records. */
const clockStepped = () =>
  staged({}, async (stage) => {
    const { rig } = stage;
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
      const [load, leaping] = [callers(rig, 3), callers({ ...rig, address: api.address }, 3)];
      for (const hours of [-1, 0.01, -3, 2, 0]) {
        step = hours * HOUR;
        await sleep(400);
      }
      await Promise.all([load.settle(), leaping.settle()]);
      const both = {
        ...load,
        acknowledged: [...load.acknowledged, ...leaping.acknowledged],
        wrong: [...load.wrong, ...leaping.wrong],
      };
      return await everything(stage, both);
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
  staged({ projectors: 0 }, async (stage) => {
    const { rig, pool, log } = stage;
    const url = rig.database.projectorUrl;
    const projecting = (domain = casework) => {
      const stop = new AbortController();
      const run = runProjection({ log, url, signal: stop.signal, domain });
      return { stop: () => (stop.abort(), run) };
    };
    const broken = projecting(mistaken);
    const load = callers(rig, 4);
    await sleep(2_500);
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
    const rest = await everything(stage, load);
    await mended.stop();
    return [...wrong, ...rest];
  });

const DEAF = 200;

const subscribed = ({ address, cookie }: Rig) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/api/live`, { headers: { cookie, accept: 'text/event-stream' } }, resolve).on('error', reject);
  });

const deafSubscribers = () =>
  staged({}, async (stage) => {
    const { rig, pool } = stage;
    const deaf = await Promise.all(Array.from({ length: DEAF }, () => subscribed(rig)));
    for (const one of deaf) one.pause();
    let heard = '';
    const listener = await subscribed(rig);
    listener.on('data', (bytes: Buffer) => {
      heard = /"position":"(\d+)"/.exec(bytes.toString())?.[1] ?? heard;
    });
    const load = callers(rig, 6, 1);
    await sleep(4_000);
    await load.settle();
    await caughtUp(pool, stage.log);
    const { position } = await checkpoint(pool);
    await sleep(1_500);
    const wrong = heard >= position ? [] : [`a page heard of ${heard || 'nothing'}, the figures stand at ${position}`];
    for (const one of [...deaf, listener]) one.destroy();
    return [...wrong, ...(await everything(stage, load))];
  });

/** What goes wrong in ways of its own, each on an installation of its own. */
export const scenarios: readonly Scenario[] = [
  { name: 'the disk of PostgreSQL full, then free again', run: diskFull },
  { name: 'a clock that leaps to and fro', run: clockStepped },
  { name: 'a projection that throws on some events, then mended and replayed', run: projectionThrows },
  { name: `${DEAF} subscribers that stop reading`, run: deafSubscribers },
];
