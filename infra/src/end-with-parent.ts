/** Set for a child whose standard input is a pipe from its parent. */
export const ENDS_WITH_PARENT = 'KIEMSAT_ENDS_WITH_PARENT';

const PATIENCE = 10_000;

/**
 * Stops this program in order when it is told to (SIGTERM, SIGINT) or when the pipe from its parent closes, which it
 * does however the parent ends. A program started by hand has no such pipe and hears only the signals.
 * @param stop closes what is open; the process ends after it, at the latest after ten seconds
 */
export const endWithParent = (stop: () => Promise<void> | void): void => {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    void Promise.resolve()
      .then(stop)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  if (process.env[ENDS_WITH_PARENT] === '1') process.stdin.on('end', end).on('close', end).on('error', end).resume();
};

/** Tells whoever started this program that it is ready: one line of JSON on its standard output. */
export const tellReady = (told: Readonly<Record<string, unknown>> = {}): void => {
  process.stdout.write(`${JSON.stringify({ kiemsat: 'ready', ...told })}\n`);
};
