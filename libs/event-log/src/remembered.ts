/** Asks again only when the last answer is older than `milliseconds`; one question at a time. */
export const remembered = <T>(ask: () => T | Promise<T>, milliseconds: number): (() => Promise<T>) => {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    const now = performance.now();
    if (!answer || now >= until) {
      answer = Promise.resolve().then(ask);
      until = now + milliseconds;
    }
    return answer;
  };
};
