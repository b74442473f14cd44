import type { RollUps } from '../roll-ups/roll-ups.js';
import type { Domain } from './domain.js';
import type { Dossiers } from './dossiers.js';
import type { Suffix } from './write.js';

/** What events are applied with. */
export interface Applying<R> {
  readonly domain: Domain<R>;
  readonly dossiers: Dossiers;
  /** Streams of which nothing is applied until they are replayed. */
  readonly parked: Set<string>;
  readonly suffix: Suffix;
  /** Only those of the serving tables are kept. */
  readonly rollUps?: RollUps | undefined;
}
