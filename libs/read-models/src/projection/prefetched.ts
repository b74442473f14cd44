/** Asks for the next element while the last one is worked on. */
export async function* prefetched<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // Its failure is met when it is awaited.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    void source.return(undefined).catch(() => undefined);
  }
}
