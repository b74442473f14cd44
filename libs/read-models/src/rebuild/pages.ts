/** Says which page of streams is read next, from 0: of several readers each page has one. */
export type NextPage = () => number;

/** The number of the next page to be read, which nobody has had yet; threads have it in common. */
export const pageCounter = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/** Each number once, whichever thread asks. */
export const nextPageOf = (pages: SharedArrayBuffer): NextPage => {
  const next = new Int32Array(pages);
  return () => Atomics.add(next, 0, 1);
};
