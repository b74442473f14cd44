import { referenceTimeline, REFERENCE_STREAMS, type Reference } from '#casework';
import { START, type EventLog, type Position, type ReferenceAt } from '#engine';

/** The reference data of a log as it stands now. */
export const referenceNow = async (
  log: EventLog,
): Promise<{ readonly referenceAt: ReferenceAt<Reference>; readonly position: Position }> => {
  const timeline = referenceTimeline();
  for (let after: Position = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000, filter: { streamPrefixes: REFERENCE_STREAMS } });
    for (const event of page.events) timeline.apply(event);
    ({ next: after, caughtUp } = page);
  }
  return { referenceAt: (position) => timeline.at(position), position: timeline.position };
};
