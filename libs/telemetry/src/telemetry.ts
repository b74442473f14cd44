import type { Attributes, Link } from '@opentelemetry/api';
import type { Counter, Gauge, Histogram, LabelsOf } from './metric-table.js';

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
