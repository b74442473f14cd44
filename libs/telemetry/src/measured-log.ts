import { AppendTooLarge, LogDenied, LogUnavailable, OutcomeUnknown, RevisionConflict, type EventLog } from '#engine';
import type { Telemetry } from './telemetry.js';

/** How an append ended, as a label. */
export const appendOutcome = (error: unknown): string => {
  if (error instanceof RevisionConflict) return 'conflict';
  if (error instanceof LogUnavailable) return 'unavailable';
  if (error instanceof OutcomeUnknown) return 'unknown';
  if (error instanceof AppendTooLarge) return 'too-large';
  return error instanceof LogDenied ? 'denied' : 'failed';
};

/** The same log, its appends counted and timed; the log itself where nothing is told. */
export const measuredLog = <L extends EventLog>(log: L, telemetry: Telemetry): L => {
  const { counts, tracing } = telemetry;
  if (!counts && !tracing) return log;
  const append: EventLog['append'] = async (writes) => {
    const from = performance.now();
    let events = 0;
    for (const write of writes) events += write.events.length;
    let outcome = 'appended';
    try {
      const result = await (tracing
        ? tracing.during('append', { attributes: { 'kiemsat.events': events } }, () => log.append(writes))
        : log.append(writes));
      telemetry.record('appendEvents', events, {});
      return result;
    } catch (error) {
      outcome = appendOutcome(error);
      throw error;
    } finally {
      telemetry.count('appends', { outcome });
      telemetry.record('appendSeconds', (performance.now() - from) / 1000, {});
    }
  };
  // Whatever else the log can do goes through as it is.
  return Object.assign(Object.create(log) as L, { append });
};
