import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import type { Program } from './metric-table.js';
import type { SpanOptions, Tracing } from './telemetry.js';

/** More links than this say no more than these do. */
const MOST_LINKS = 32;

const ratioOf = (text: string | undefined) => {
  const ratio = Number(text ?? 1);
  return ratio >= 0 && ratio <= 1 ? ratio : 1;
};

const remote = (traceparent: string | undefined) => {
  const context = traceparent === undefined ? null : parseTraceParent(traceparent);
  return context === null ? undefined : { ...context, isRemote: true };
};

const failed = (span: Span, error: unknown) =>
  // The class only: a message may name a file.
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });

/**
 * Spans of this program, sent in batches to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names. The share of new
 * traces that are kept is OTEL_TRACES_SAMPLER_ARG (1, all of them); a caller's decision is followed.
 * @param processor takes the finished spans, for a test that looks at them
 */
export const startTracing = (
  program: Program,
  processor: SpanProcessor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }),
) => {
  const root = new TraceIdRatioBasedSampler(ratioOf(process.env['OTEL_TRACES_SAMPLER_ARG']));
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `kiemsat-${program}` }),
    sampler: new ParentBasedSampler({ root }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('kiemsat');
  const under = new AsyncLocalStorage<Context>();

  const during = <T>(
    name: string,
    { parent, serves = false, attributes, links }: SpanOptions,
    work: (tell: Span['setAttributes']) => T,
  ): T => {
    const from = remote(parent);
    const outer = from ? trace.setSpanContext(ROOT_CONTEXT, from) : (under.getStore() ?? ROOT_CONTEXT);
    const span = tracer.startSpan(
      name,
      {
        kind: serves ? SpanKind.SERVER : SpanKind.INTERNAL,
        ...(attributes === undefined ? {} : { attributes }),
        ...(links === undefined ? {} : { links: [...links] }),
      },
      outer,
    );
    try {
      const result = under.run(trace.setSpan(outer, span), () => work((told) => span.setAttributes(told)));
      if (!(result instanceof Promise)) {
        span.end();
        return result;
      }
      return result.then(
        (value: unknown) => {
          span.end();
          return value;
        },
        (error: unknown) => {
          failed(span, error).end();
          throw error;
        },
      ) as T;
    } catch (error) {
      failed(span, error).end();
      throw error;
    }
  };

  const tracing: Tracing = {
    during,
    traceparent: () => {
      const span = trace.getSpanContext(under.getStore() ?? ROOT_CONTEXT);
      return span && `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
    },
    linksTo: (traceparents) => {
      const distinct = new Set<string>();
      for (const traceparent of traceparents) {
        if (distinct.size === MOST_LINKS) break;
        if (traceparent !== undefined) distinct.add(traceparent);
      }
      return [...distinct].flatMap((traceparent) => {
        const context = remote(traceparent);
        return context ? [{ context }] : [];
      });
    },
  };
  return { tracing, close: () => provider.shutdown().catch(() => undefined) };
};
