import { subscribe, type EventLog } from '#engine';
import { REFERENCE_STREAMS, type ReferenceTimeline } from './reference.js';

/**
 * Keeps a timeline up with the log until the signal ends it.
 * @returns `ready` once everything that stood in the log is applied; `done` when following has ended. Both fail with
 * the log's error, or with that of a reference event that can't be applied; following again goes on from there.
 */
export const followReference = (
  log: Pick<EventLog, 'readAll' | 'bell'>,
  timeline: ReferenceTimeline,
  signal: AbortSignal,
): { readonly ready: Promise<void>; readonly done: Promise<void> } => {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const ready = new Promise<void>((ok, no) => {
    resolve = ok;
    reject = no;
  });
  const follow = async () => {
    const filter = { streamPrefixes: REFERENCE_STREAMS };
    for await (const page of subscribe(log, { after: timeline.position, signal, filter })) {
      for (const event of page.events) timeline.apply(event);
      if (page.caughtUp) resolve();
    }
  };
  const done = follow().then(resolve, (error: unknown) => {
    reject(error);
    throw error;
  });
  // Who waits for one of the two need not wait for the other.
  ready.catch(() => undefined);
  done.catch(() => undefined);
  return { ready, done };
};
