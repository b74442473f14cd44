import { parents } from '#infra';

const PARENT_ASKED_EVERY = 1_000;

/**
 * Rings when this program is to stop: Ctrl-C, SIGTERM, a closed terminal, or an `npm start` that was killed and would
 * leave it behind. A second Ctrl-C doesn't wait: what is left ends by itself when its pipes close.
 */
export const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  };
  process.on('SIGINT', stop);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const before = parents();
    setInterval(() => parents() !== before && stopping.abort(), PARENT_ASKED_EVERY).unref();
  }
  return stopping.signal;
};
