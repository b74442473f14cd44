/** Some files, one after the other in the order of their names. */
export interface Chunk {
  readonly number: number;
  readonly files: readonly string[];
}

/** Deals files out, chunk by chunk, each to one who asks. */
export interface Dealer {
  /** @returns nothing when there are no more */
  readonly next: () => Promise<Chunk | undefined>;
  readonly finished: (number: number) => void;
  /** The file up to which, in the order of their names, all are finished. */
  readonly upTo: () => string;
}

/**
 * @param after the file after which to begin
 * @param following the files that follow one, in the order of their names; none when there are no more
 */
export const dealer = (after: string, following: (file: string) => Promise<readonly string[]>): Dealer => {
  const dealt: { readonly last: string; finished: boolean }[] = [];
  let finishedChunks = 0;
  let last = after;
  let dealing: Promise<unknown> = Promise.resolve();

  const deal = async (): Promise<Chunk | undefined> => {
    const files = await following(last);
    const end = files.at(-1);
    if (end === undefined) return undefined;
    last = end;
    return { number: dealt.push({ last, finished: false }) - 1, files };
  };

  return {
    next: () => {
      const chunk = dealing.then(deal);
      // Its failure is met by who asked, and by whoever asks after.
      dealing = chunk;
      return chunk;
    },
    finished: (number) => {
      const chunk = dealt[number];
      if (chunk) chunk.finished = true;
      while (dealt[finishedChunks]?.finished) finishedChunks++;
    },
    upTo: () => dealt[finishedChunks - 1]?.last ?? after,
  };
};
