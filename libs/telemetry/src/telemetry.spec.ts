import { describe, expect, it } from '@jest/globals';
import { LogUnavailable, OutcomeUnknown, RevisionConflict, type EventLog } from '#engine';
import { appendOutcome, measuredLog } from './measured-log.js';
import { metricTable, type MetricDefinition } from './metric-table.js';
import { startTelemetry, TelemetryRefused, telemetrySettings } from './start-telemetry.js';
import { telemetryOff, type Telemetry } from './telemetry.js';

const refuses = (error: Error) => ({ append: () => Promise.reject(error) }) as unknown as EventLog;

/** Keeps what it is told. */
const listening = () => {
  const told: unknown[] = [];
  const telemetry: Telemetry = {
    ...telemetryOff,
    counts: true,
    count: (metric, labels) => void told.push([metric, labels]),
    record: (metric) => void told.push(metric),
  };
  return { told, telemetry };
};

describe('what the environment asks of telemetry', () => {
  it('nothing by default, and then nothing is started', async () => {
    const settings = telemetrySettings('api', {});
    expect(settings).toEqual({ program: 'api', traces: false });
    expect(await startTelemetry(settings)).toBe(telemetryOff);
  });

  it('metrics on a port of this machine alone, unless told otherwise', () => {
    expect(telemetrySettings('api', { KIEMSAT_METRICS_PORT: '9464' }).serve).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(telemetrySettings('api', { KIEMSAT_METRICS_PORT: '0', KIEMSAT_METRICS_HOST: '0.0.0.0' }).serve).toEqual({
      host: '0.0.0.0',
      port: 0,
    });
  });

  it('traces where a collector is named, unless all of it is switched off', () => {
    const named = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
    expect(telemetrySettings('api', named).traces).toBe(true);
    expect(telemetrySettings('api', { ...named, OTEL_SDK_DISABLED: 'true' }).traces).toBe(false);
  });

  it.each(['tám mươi', '-1', '65536', '1.5'])('no port %s', (port) => {
    expect(() => telemetrySettings('api', { KIEMSAT_METRICS_PORT: port })).toThrow(TelemetryRefused);
  });
});

describe('the table of metrics', () => {
  const table = Object.values<MetricDefinition>(metricTable);

  it('gives each a name of its own, by which Prometheus knows its kind', () => {
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
    for (const { name, kind } of table) {
      expect(name).toMatch(/^kiemsat_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(kind === 'counter');
    }
  });

  it('gives every histogram buckets that rise', () => {
    for (const { kind, buckets = [] } of table) {
      expect(buckets.length > 0).toBe(kind === 'histogram');
      expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
    }
  });
});

describe('a log whose appends are counted', () => {
  it('is the log itself where nothing is told', () => {
    const log = refuses(new Error('x'));
    expect(measuredLog(log, telemetryOff)).toBe(log);
  });

  it.each([
    [new RevisionConflict('petition-1', 0, 1), 'conflict'],
    [new LogUnavailable('x'), 'unavailable'],
    [new OutcomeUnknown('x'), 'unknown'],
    [new Error('petition-1'), 'failed'],
  ])('lets %s pass, and counts it as %s, with no events', async (error, outcome) => {
    const { told, telemetry } = listening();
    await expect(measuredLog(refuses(error), telemetry).append([])).rejects.toBe(error);
    expect(told).toEqual([['appends', { outcome }], 'appendSeconds']);
    expect(appendOutcome(error)).toBe(outcome);
  });

  it('keeps what else the log can do, also what it has from its class', async () => {
    class Log {
      readonly answer = 'here';
      head() {
        return Promise.resolve(this.answer);
      }
      append() {
        return Promise.resolve({ position: this.answer });
      }
    }
    const { told, telemetry } = listening();
    const measured = measuredLog(new Log() as unknown as EventLog, telemetry);
    expect(await measured.head()).toBe('here');
    expect(await measured.append([])).toEqual({ position: 'here' });
    expect(told).toEqual(['appendEvents', ['appends', { outcome: 'appended' }], 'appendSeconds']);
  });
});
