import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { referenceNow } from '#exchange';
import type { EmmettPace } from './emmett-projector.js';
import type { BenchProvince } from './rebuild.js';
import { readAndParse, rebuildRows } from './rebuild.js';
import { multiplyFiles } from './multiplied.js';
import { bounded, type Row, type Scale } from './row.js';
import { environmentOf, type InEventStore } from './threads.js';

/** How much more memory the larger log may take: what the runtime's collector leaves lying about differs from run to run. */
const SAME_MEMORY = 0.8;

interface Rebuilt {
  readonly events: number;
  readonly milliseconds: number;
  readonly mebibytes: number;
}

/** A rebuild in a process of its own, whose memory is its own. @param options.signal ends the process, and rejects */
export const rebuildApart = (
  { writerUrl, projectorUrl }: Pick<BenchProvince, 'writerUrl' | 'projectorUrl'>,
  { signal, store }: { readonly signal?: AbortSignal; readonly store?: InEventStore } = {},
): Promise<Rebuilt> => {
  const file = fileURLToPath(new URL('./rebuilding-process.ts', import.meta.url));
  const child = fork(file, [writerUrl, projectorUrl], {
    ...(signal ? { signal } : {}),
    killSignal: 'SIGKILL',
    env: environmentOf(store),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (rebuilt) => resolve(rebuilt as Rebuilt));
    child.once('exit', (code) => reject(new Error(`the rebuild ended with ${code}`)));
  });
};

const secondsOf = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** Rebuilds of larger and larger logs, against reading and parsing the same events; and the memory each took at most. */
export const benchLargeRebuild = async (
  province: BenchProvince,
  { events: sizes }: Scale,
  emmett: EmmettPace,
): Promise<readonly Row[]> => {
  const { log, ownerUrl } = province;
  const rows: Row[] = [];
  let first: Rebuilt | undefined;
  for (const size of sizes) {
    const events = await multiplyFiles(ownerUrl, size);
    const reading = await secondsOf(() => readAndParse(log));
    const read = events / reading;
    const reference = await secondsOf(() => referenceNow(log));
    rows.push(
      bounded(`the law, the units and the people among ${events} events`, reference, 's', 'all of them read', reading),
    );
    const rebuilt = await rebuildApart(province);
    const rate = (rebuilt.events * 1000) / rebuilt.milliseconds;
    console.info(
      `${events} events: read in ${Math.round(reading)} s, rebuilt in ${Math.round(rebuilt.milliseconds / 1000)} s and ${Math.round(rebuilt.mebibytes)} MiB`,
    );
    rows.push(...rebuildRows({ events, rate, read }, emmett));
    first ??= rebuilt;
    const what = `memory of a rebuild, ${events} events`;
    const against = `that of ${first.events} events`;
    const least = first === rebuilt ? undefined : SAME_MEMORY;
    rows.push(bounded(what, rebuilt.mebibytes, 'MiB', against, first.mebibytes, least));
  }
  return rows;
};
