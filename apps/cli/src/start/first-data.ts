import { createHash } from 'node:crypto';
import { registers, RELEASE } from '#casework';
import { START, type Digest, type EventLog } from '#engine';
import { openEventLog } from '#event-log';
import { appendReference, DEMONSTRATION, demonstrate, releasedReference } from '#exchange';
import type { Addresses } from '../installation/prepare-database.js';
import { progressOf, step } from './steps.js';

export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex');

const holdsFiles = async (log: EventLog): Promise<boolean> => {
  const streamPrefixes = Object.keys(registers).map((category) => `${category}-`);
  for (let after = START; ;) {
    const { events, next, caughtUp } = await log.readAll({ after, limit: 5_000, filter: { streamPrefixes } });
    if (events.length > 0 || caughtUp) return events.length > 0;
    after = next;
  }
};

const wantsDemonstration = async (log: EventLog): Promise<boolean> =>
  (await log.readStream(DEMONSTRATION, { limit: 1 })).length > 0 || !(await holdsFiles(log));

/** What shows the demonstration province: the accounts to make, and its top unit. */
export type Shown = Awaited<ReturnType<typeof demonstrate>>;

/**
 * Brings the log's reference data to this release and, where the log holds no files, or a demonstration that was cut
 * short, loads the demonstration province.
 * @param files how many files the demonstration has; 0 for none at all
 * @returns undefined when the log holds no demonstration
 */
export const firstData = async ({ writerUrl }: Addresses, files: number): Promise<Shown | undefined> => {
  const log = await openEventLog(process.env, { url: writerUrl });
  const recordedAt = new Date().toISOString();
  try {
    await step('Cập nhật dữ liệu pháp luật', () =>
      appendReference(releasedReference(), { log, digest, recordedAt, actor: RELEASE }),
    );
    if (files === 0 || !(await wantsDemonstration(log))) return undefined;
    const what = 'Tỉnh minh hoạ';
    return await step(what, () => demonstrate({ log, digest, recordedAt, files, onProgress: progressOf(what) }));
  } finally {
    await log.close();
  }
};
