import type { EventLog } from '#engine';

/** The log as one that is read in its own order only, like that of another engine. */
export const inItsOrderOnly = <Log extends EventLog>(log: Log): Omit<Log, 'readByStream'> =>
  Object.fromEntries(Object.entries(log).filter(([name]) => name !== 'readByStream')) as Omit<Log, 'readByStream'>;
