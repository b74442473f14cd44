import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import type {
  Attributes,
  Counter as OtelCounter,
  Histogram as OtelHistogram,
  ObservableGauge,
} from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  metricTable,
  type Counter,
  type Gauge,
  type Histogram,
  type MetricDefinition,
  type Program,
} from './metric-table.js';
import type { Health, SetGauge, Telemetry } from './telemetry.js';
import { serveWatchers } from './serve-watchers.js';

type Metrics = Pick<Telemetry, 'counts' | 'count' | 'record' | 'gauge' | 'health' | 'address' | 'close'>;

/** Prometheus adds the ending itself. */
const baseName = (name: string) => name.replace(/_total$/, '');

const processGauges: readonly Gauge[] = ['residentBytes', 'eventLoopBusy'];

/** Counters, histograms and gauges of one program, and the port on which they are read. */
export const startMetrics = async (
  program: Program,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Metrics> => {
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('kiemsat');
  const counters = new Map<string, OtelCounter>();
  const histograms = new Map<string, OtelHistogram>();
  const gauges = new Map<string, ObservableGauge>();
  for (const [key, row] of Object.entries<MetricDefinition>(metricTable)) {
    if (!row.from.includes(program)) continue;
    const options = { description: row.help };
    if (row.kind === 'counter') counters.set(key, meter.createCounter(baseName(row.name), options));
    else if (row.kind === 'gauge') gauges.set(key, meter.createObservableGauge(row.name, options));
    else
      histograms.set(
        key,
        meter.createHistogram(row.name, {
          ...options,
          advice: { explicitBucketBoundaries: [...(row.buckets ?? [])] },
        }),
      );
  }

  const gauge: Telemetry['gauge'] = (metrics, look) => {
    const observed = metrics.flatMap((metric) => gauges.get(metric) ?? []);
    meter.addBatchObservableCallback(async (result) => {
      const set: SetGauge = (metric, value, labels) => {
        const instrument = gauges.get(metric);
        if (instrument) result.observe(instrument, value, labels as Attributes);
      };
      await Promise.resolve()
        .then(() => look(set))
        .catch(() => undefined);
    }, observed);
  };

  let used = performance.eventLoopUtilization();
  gauge(processGauges, (set) => {
    const now = performance.eventLoopUtilization();
    set('eventLoopBusy', performance.eventLoopUtilization(now, used).utilization, {});
    used = now;
    set('residentBytes', process.memoryUsage.rss(), {});
  });

  let ask: () => Promise<Health> = () => Promise.resolve({ ok: true, told: {} });
  const served = await serveWatchers({
    host,
    port,
    metrics: (request, response) => exporter.getMetricsRequestHandler(request, response),
    health: () => ask(),
  });

  return {
    counts: true,
    count: <M extends Counter>(metric: M, labels: object, by = 1) =>
      counters.get(metric)?.add(by, labels as Attributes),
    record: <M extends Histogram>(metric: M, value: number, labels: object) =>
      histograms.get(metric)?.record(value, labels as Attributes),
    gauge,
    health: (asked) => (ask = asked),
    address: served.address,
    close: async () => {
      await served.close();
      await provider.shutdown();
    },
  };
};
