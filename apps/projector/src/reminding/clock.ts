/** The clock that reminders and mail go by; nothing else in them reads the time. */
export type Clock = () => Date;

/**
 * The machine's clock, moved on where the environment says so (KIEMSAT_CLOCK_AHEAD, milliseconds): how a test lives
 * through several days.
 */
export const clockOf = (env: Readonly<Record<string, string | undefined>>): Clock => {
  const ahead = Number(env['KIEMSAT_CLOCK_AHEAD'] || '0');
  if (!Number.isFinite(ahead)) throw new Error(`KIEMSAT_CLOCK_AHEAD is no number: ${env['KIEMSAT_CLOCK_AHEAD']}`);
  return () => new Date(Date.now() + ahead);
};
