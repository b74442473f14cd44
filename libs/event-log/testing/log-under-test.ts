import { expect } from '@jest/globals';
import type { EventLog } from '#engine';

/**
 * A log made for one case, empty, with what its engine lets a test do to it. A method that is missing means that the
 * engine can't: the cases that need it then check that it says so.
 */
export interface LogUnderTest {
  readonly log: EventLog;
  /** The same log as another program sees it. */
  readonly another: () => EventLog;
  /** Takes no more appends, and settles once all that were taken have their answer. */
  readonly close?: () => Promise<void>;
  /** Ends every connection of this log's programs, from the server's side. */
  readonly cut?: () => Promise<void>;
  /** Swallows the answer to the next append, which is carried out. */
  readonly loseNextAnswer?: () => void;
  /** Stops the store and starts it again, where it was. */
  readonly restart?: () => Promise<void>;
  /** Kills every process of the store at once, and starts it again where it was. */
  readonly crash?: () => Promise<void>;
  /** Copies the whole log into a new store. */
  readonly copy?: () => Promise<EventLog>;
  /**
   * Two processes append, as many events together, while commits are delayed and rolled back and connections cut.
   * Settles when all stand in the log.
   */
  readonly storm?: (events: number) => Promise<void>;
  /** The store isn't this test's own: what is missing above is not for it to do. */
  readonly outOfReach?: true;
  readonly dispose: () => Promise<void>;
}

export type MakeLog = () => Promise<LogUnderTest>;

/**
 * A case that needs a quality the engine declares it lacks is not applicable: it only checks the declaration. Nor is one
 * that would have to do something to a store that others use.
 */
export const expectDeclaredLack = ({ log, outOfReach }: LogUnderTest): void =>
  expect(log.capabilities.durable).toBe(outOfReach === true);

/** An operation that the engine declares it lacks is refused, never emulated in silence. */
export const expectRefused = (operation: Promise<unknown>): Promise<void> =>
  expect(operation).rejects.toMatchObject({ name: 'LogDenied' });

/** Runs a case with a log of its own. */
export const withLog =
  (make: MakeLog, test: (made: LogUnderTest) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const made = await make();
    try {
      await test(made);
    } finally {
      await made.dispose();
    }
  };
