import { OutcomeUnknown, LogUnavailable, type StreamWrite } from '#engine';
import { postgresEventLog } from '#event-log';
import { event } from './storm-event.js';

const [url = '', prefix = '', count = '0'] = process.argv.slice(2);
const CALLERS = 48;

const log = postgresEventLog({ url });

/** The same ids and revisions until there is an answer: that is all a caller has to do for once and only once. */
const insist = async (writes: readonly StreamWrite[]) => {
  for (;;)
    try {
      return await log.append(writes);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown || error instanceof LogUnavailable)) throw error;
    }
};

let left = Number(count);
const caller = async (_: unknown, number: number) => {
  const stream = `${prefix}-${number}`;
  for (let revision = -1; left > 0;) {
    const size = Math.min(left, 1 + ((revision + 1 + number) % 15));
    left -= size;
    await insist([
      { stream, expected: revision === -1 ? 'noStream' : revision, events: Array.from({ length: size }, event) },
    ]);
    revision += size;
  }
};

await Promise.all(Array.from({ length: CALLERS }, caller));
await log.close();
