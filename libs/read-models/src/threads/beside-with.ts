import type { Client } from 'pg';
import type { ReadableByStream } from '../rebuild/by-stream.js';
import type { Domain } from '../projection/domain.js';
import type { Fence } from '../projection/lease.js';

/** What a thread works with. */
export interface BesideWith<R, Word, Answer = never> {
  readonly domain: Domain<R>;
  readonly log: ReadableByStream;
  /** Of the projector's role, for another connection. */
  readonly url: string;
  /** A connection of its own, of the projector's role. */
  readonly client: Client;
  readonly fence: Fence;
  readonly say: (word: Word) => void;
  /** Says it, and waits for what it is answered; one question at a time. */
  readonly ask: (word: Word) => Promise<Answer>;
}
