import type { EventLog } from '#engine';

/** A log of a process that dies before its next append to a case. */
export const dyingBeforeTheCase = (log: EventLog): EventLog => ({
  ...log,
  append: async (writes) => {
    if (writes[0]?.stream.startsWith('criminalCase-')) throw new Error('the process is gone');
    return log.append(writes);
  },
});
