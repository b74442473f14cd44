import type { Attributes, Link } from '@opentelemetry/api';
import type { Counter, Gauge, Histogram, LabelsOf, Program } from './metric-table.js';

/** Sets a gauge's value during a look at it. */
export type SetGauge = <M extends Gauge>(metric: M, value: number, labels: LabelsOf<M>) => void;

export interface Health {
  readonly ok: boolean;
  /** What is told beside the status; nothing of a file or a person. */
  readonly told: Readonly<Record<string, unknown>>;
}

export interface SpanOptions {
  /** Whether it answers somebody outside this program. */
  readonly serves?: boolean;
  readonly attributes?: Attributes;
  /** The caller's trace (W3C traceparent), where the work goes on with one. */
  readonly parent?: string | undefined;
  /** What brought this work about without waiting for it. */
  readonly links?: readonly Link[];
}

/** Spans of work under way; the work inside sees its span as the parent of its own. */
export interface Tracing {
  readonly during: <T>(name: string, options: SpanOptions, work: (tell: (told: Attributes) => void) => T) => T;
  /** The span under way as W3C traceparent. */
  readonly traceparent: () => string | undefined;
  readonly linksTo: (traceparents: Iterable<string | undefined>) => readonly Link[];
}

/** Metrics can't be served as asked; the message is one line that a person can act on. */
export class TelemetryRefused extends Error {
  override readonly name = 'TelemetryRefused';
}

/** What a program tells of itself while it works. */
export interface Telemetry {
  /** Nothing is counted when not: who would do work only to be counted need not. */
  readonly counts: boolean;
  readonly count: <M extends Counter>(metric: M, labels: LabelsOf<M>, by?: number) => void;
  readonly record: <M extends Histogram>(metric: M, value: number, labels: LabelsOf<M>) => void;
  /** Asked at each look (scrape); a look that throws leaves its gauges out. */
  readonly gauge: (metrics: readonly Gauge[], look: (set: SetGauge) => Promise<void> | void) => void;
  /** Says whether the program is well, where it is asked for `/health`. */
  readonly health: (ask: () => Promise<Health>) => void;
  /** Undefined when no trace is collected. */
  readonly tracing: Tracing | undefined;
  /** Where metrics and health are served, e.g. `http://127.0.0.1:9464`. */
  readonly address: string | undefined;
  /** Sends what is collected and ends. */
  readonly close: () => Promise<void>;
}

/** Tells nothing, at the price of an empty call. */
export const telemetryOff: Telemetry = {
  counts: false,
  count: () => undefined,
  record: () => undefined,
  gauge: () => undefined,
  health: () => undefined,
  tracing: undefined,
  address: undefined,
  close: () => Promise.resolve(),
};

export interface TelemetrySettings {
  readonly program: Program;
  /** Where metrics and health are served; 0 takes a free port. */
  readonly serve?: { readonly host: string; readonly port: number };
  /** Whether traces go to a collector, as the OTEL_EXPORTER_OTLP_* variables say. */
  readonly traces: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment asks for: KIEMSAT_METRICS_PORT serves metrics and health on KIEMSAT_METRICS_HOST (127.0.0.1);
 * OTEL_EXPORTER_OTLP_ENDPOINT sends traces, unless OTEL_SDK_DISABLED is `true`.
 * @throws {TelemetryRefused} when the port is none
 */
export const telemetrySettings = (program: Program, env: Environment): TelemetrySettings => {
  const { KIEMSAT_METRICS_PORT: text, KIEMSAT_METRICS_HOST: host = '', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env;
  const traces = Boolean(endpoint) && env['OTEL_SDK_DISABLED'] !== 'true';
  if (!text) return { program, traces };
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new TelemetryRefused(`KIEMSAT_METRICS_PORT phải là số từ 0 đến 65535, không phải “${text}”.`);
  return { program, traces, serve: { host: host || '127.0.0.1', port } };
};

const serving = async (program: Program, serve: { readonly host: string; readonly port: number }) => {
  const { startMetrics } = await import('./metrics.js');
  try {
    return await startMetrics(program, serve);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TelemetryRefused(
      `Không mở được cổng số đo ${serve.host}:${serve.port} (KIEMSAT_METRICS_HOST, KIEMSAT_METRICS_PORT): ${reason}`,
    );
  }
};

/**
 * Starts what the settings ask for; loads nothing where they ask for nothing.
 * @throws {TelemetryRefused} when the port can't be had
 */
export const startTelemetry = async (settings: TelemetrySettings): Promise<Telemetry> => {
  const { program, serve, traces } = settings;
  if (!serve && !traces) return telemetryOff;
  const metrics = serve ? await serving(program, serve) : undefined;
  const tracing = traces ? (await import('./tracing.js')).startTracing(program) : undefined;
  return {
    ...telemetryOff,
    ...metrics,
    tracing: tracing?.tracing,
    close: async () => {
      await metrics?.close();
      await tracing?.close();
    },
  };
};
