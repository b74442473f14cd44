const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} giây`;

/** Runs one step of the start, telling what goes on and how long it took. */
export const step = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
  process.stdout.write(`${what}… `);
  const since = performance.now();
  try {
    const result = await run();
    console.log(`xong sau ${seconds(since)}`);
    return result;
  } catch (error) {
    console.log('không được');
    throw error;
  }
};

/** How far a long step has come, at most once a second: in place on a terminal, a line each elsewhere. */
export const progressOf = (what: string): ((done: number, of: number) => void) => {
  let told = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const now = performance.now();
    if (now - told < 1_000 || of === 0) return;
    told = now;
    const text = `${what}… ${Math.floor((100 * done) / of)}%`;
    process.stdout.write(process.stdout.isTTY ? `\r${text} ` : `\n${text} `);
  };
};
