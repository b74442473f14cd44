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

const EVERY_ON_TERMINAL = 500;
const EVERY_ELSEWHERE = 10_000;

/** How far a long step has come, now and then: in place on a terminal, a line each elsewhere. */
export const progressOf = (what: string): ((done: number, of: number) => void) => {
  const { isTTY } = process.stdout;
  let told = performance.now();
  return (done, of) => {
    const now = performance.now();
    if (now - told < (isTTY ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE) || of === 0) return;
    told = now;
    process.stdout.write(`${isTTY ? '\r' : '\n'}${what}… ${Math.floor((100 * done) / of)}% `);
  };
};
