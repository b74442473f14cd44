import type { Program } from './metric-table.js';
import { telemetryOff, type Telemetry } from './telemetry.js';

/** Metrics can't be served as asked; the message is one line that a person can act on. */
export class TelemetryRefused extends Error {
  override readonly name = 'TelemetryRefused';
}

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
