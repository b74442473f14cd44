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

/** Tells how far a long step has come, now and then: in place on a terminal, a line each elsewhere. */
const nowAndThen = (what: string) => {
  const { isTTY } = process.stdout;
  let told = performance.now();
  return (far: () => string) => {
    const now = performance.now();
    if (now - told < (isTTY ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE)) return;
    told = now;
    process.stdout.write(`${isTTY ? '\r' : '\n'}${what}… ${far()} `);
  };
};

/** For a step whose end is known. */
export const progressOf = (what: string): ((done: number, of: number) => void) => {
  const tell = nowAndThen(what);
  return (done, of) => {
    if (of > 0) tell(() => `${Math.floor((100 * done) / of)}%`);
  };
};

/** For a step whose end isn't known. */
export const countingOf = (what: string): ((done: number) => void) => {
  const tell = nowAndThen(what);
  return (done) => tell(() => new Intl.NumberFormat('vi-VN').format(done));
};
