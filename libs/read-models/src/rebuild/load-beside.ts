import type { Position } from '#engine';
import { lawUpTo } from '../projection/law-up-to.js';
import type { BesideWith } from '../threads/beside-with.js';
import { byStream } from './by-stream.js';
import { loadPart } from './load-part.js';
import { sameTables, type TableIds } from './next-tables.js';
import { nextPageOf } from './pages.js';

/** A part of a rebuild's loading. */
export interface LoadWork {
  readonly kind: 'load';
  readonly upTo: Position;
  readonly tables: TableIds;
  /** A counter of pages. */
  readonly pages: SharedArrayBuffer;
}

/** How many more events a thread has folded. */
export type LoadWord = number;

/** What a thread does of a rebuild, from its beginning to its end: takes page after page until none is left. */
export const loadBeside = async <R>(
  { domain, log, url, client, fence, say }: BesideWith<R, LoadWord>,
  { upTo, tables, pages }: LoadWork,
): Promise<void> => {
  const same = sameTables(tables);
  await loadPart({
    domain,
    law: await lawUpTo(domain, log, upTo),
    log,
    client,
    fence: (writer) => fence(writer).then(() => same(writer)),
    streams: byStream(log, url, upTo, nextPageOf(pages)),
    onProgress: say,
    signal: new AbortController().signal,
  });
};
