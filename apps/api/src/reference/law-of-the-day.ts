import type { EventLog, Position } from '#engine';
import { followReference, referenceTimeline, type Reference, type ReferenceTimeline } from '#casework';
import { setTimeout as sleep } from 'node:timers/promises';

const TRY_AGAIN = 1000;

/** Law, units and people, kept up with the log. */
export interface LawOfTheDay {
  readonly timeline: ReferenceTimeline;
  readonly now: () => Reference;
  readonly at: (position: Position) => Reference;
  /** Why it no longer follows; a reference event that can't be applied must be looked at by a person. */
  readonly trouble: () => string | undefined;
}

export const LAW = Symbol('LawOfTheDay');

/** @returns once everything that stands in the log is taken in; it follows until the signal */
export const lawOfTheDay = async (log: EventLog, signal: AbortSignal): Promise<LawOfTheDay> => {
  const timeline = referenceTimeline();
  let trouble: string | undefined;
  const first = followReference(log, timeline, signal);
  await first.ready;
  const keepOn = async () => {
    let following = first.done;
    while (!signal.aborted) {
      try {
        await following;
      } catch (error) {
        trouble = error instanceof Error ? error.message : String(error);
        await sleep(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
      }
      if (signal.aborted) return;
      const next = followReference(log, timeline, signal);
      following = next.done;
      next.ready.then(
        () => (trouble = undefined),
        () => undefined,
      );
    }
  };
  void keepOn();
  return {
    timeline,
    now: () => timeline.at(timeline.position),
    at: (position) => timeline.at(position),
    trouble: () => trouble,
  };
};
