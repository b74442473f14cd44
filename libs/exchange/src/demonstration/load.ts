import { z } from 'zod';
import { referenceNow } from '../reference-now.js';
import { appendReference } from '../append-reference.js';
import { appendAll, derivedId, metadataOf, type Digest, type EventLog } from '#engine';
import { demonstrationSteps, type DemoPlan } from './files.js';
import { demonstrationProvince, type DemoAccount } from './province.js';
import { simulate } from './simulate.js';

/** The stream that says which demonstration a log holds, and whether all of it. */
export const DEMONSTRATION = 'demonstration-province';

const plan = z.object({ seed: z.int(), since: z.iso.date(), until: z.iso.date(), files: z.int() });

export interface DemonstrateOptions {
  readonly log: EventLog;
  readonly digest: Digest;
  /** The server's clock, an instant in UTC. */
  readonly recordedAt: string;
  readonly seed?: number;
  /** The last day told; by default the day before `recordedAt`, so that the due list is alive. */
  readonly until?: string;
  readonly files?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The work year (1 December to 30 November) before the one that a day lies in begins here. */
const twoWorkYearsBefore = (day: string) => `${Number(day.slice(0, 4)) - (day.slice(5, 7) === '12' ? 1 : 2)}-12-01`;

const yesterday = (instant: string) => new Date(Date.parse(instant) - 17 * 3_600_000).toISOString().slice(0, 10);

const marker = (digest: Digest, type: string, data: object, recordedAt: string) => {
  const id = derivedId(digest, `${DEMONSTRATION}/${type}`);
  const context = { commandId: id, actor: 'demonstration', unit: 'toi-cao', recordedAt, reference: '0'.repeat(20) };
  return { id, type, schemaVersion: 1, data, metadata: metadataOf(context, id) };
};

/**
 * Loads the demonstration province into a log: all of it, through the deciders, whatever happened to an earlier try.
 * @returns the accounts that show it, and the unit at its top
 */
export const demonstrate = async (
  options: DemonstrateOptions,
): Promise<{ readonly accounts: readonly DemoAccount[]; readonly unit: string }> => {
  const { log, digest, recordedAt, seed = 2026, until = yesterday(recordedAt), files = 20_000, onProgress } = options;
  const [started, completed] = await log.readStream(DEMONSTRATION);
  const wanted: DemoPlan = started
    ? plan.parse(started.data)
    : { seed, since: twoWorkYearsBefore(until), until, files };
  const province = demonstrationProvince(wanted.seed, wanted.since);
  const shown = { accounts: province.accounts, unit: province.root.code };
  if (completed) return shown;
  if (!started) {
    const events = [marker(digest, 'DemonstrationStarted', wanted, recordedAt)];
    await log.append([{ stream: DEMONSTRATION, expected: 'noStream', events }]);
  }
  const facts = province.reference.flatMap(({ stream, facts: some }) => some.map((fact) => ({ stream, ...fact })));
  await appendReference(facts, { log, digest, recordedAt, actor: 'demonstration' });
  const { referenceAt, position } = await referenceNow(log);
  const steps = demonstrationSteps(province, wanted);
  const batches = simulate(steps, {
    digest,
    referenceAt,
    reference: position,
    name: `${DEMONSTRATION}/${wanted.seed}`,
  });
  let done = 0;
  // The next batch is decided while the one before is being written; never two in flight, their order is the log's.
  let writing: Promise<unknown> = Promise.resolve();
  for (const batch of batches) {
    await writing;
    writing = appendAll(log, batch);
    writing.catch(() => undefined);
    done += batch.reduce((sum, { events }) => sum + events.length, 0);
    onProgress?.(Math.min(done, steps.length), steps.length);
    // Lets the write get under way before the next batch takes the processor.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  await log.append([
    { stream: DEMONSTRATION, expected: 0, events: [marker(digest, 'DemonstrationCompleted', {}, recordedAt)] },
  ]);
  return shown;
};
