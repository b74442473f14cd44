import { describe } from '@jest/globals';
import { appendingContract } from './appending.js';
import { followingContract } from './following.js';
import type { MakeLog } from './log-under-test.js';
import { namingContract } from './naming.js';
import { readingContract } from './reading.js';
import { restartingContract } from './restarting.js';
import { retryingContract } from './retrying.js';
import { sizesContract } from './sizes.js';

export type { LogUnderTest, MakeLog } from './log-under-test.js';
export { event, events, readToEnd, write } from './events.js';
export { expectNoHoles, follow } from './follow.js';
export { insistently } from './restarting.js';

export interface ContractOptions {
  readonly stormEvents?: number;
  /** Makes a log whose store can be restarted and killed, where that needs a store of its own. */
  readonly makeRestartable?: MakeLog;
}

/** What every engine behind the EventLog port must do. */
export const eventLogContract = (
  name: string,
  make: MakeLog,
  { stormEvents = 100_000, makeRestartable = make }: ContractOptions = {},
): void =>
  describe(`the event log contract, on ${name}`, () => {
    appendingContract(make);
    retryingContract(make);
    readingContract(make);
    sizesContract(make);
    followingContract(make, stormEvents);
    namingContract(make, makeRestartable);
    restartingContract(makeRestartable);
  });
