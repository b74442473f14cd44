/** Runs what it is given one after the other, whoever asks first: a connection does one thing at a time. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export const inTurn = (): Turn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};
