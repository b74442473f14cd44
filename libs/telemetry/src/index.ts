export { appendOutcome, measuredLog } from './measured-log.js';
export { metricTable, type MetricDefinition, type MetricKey, type Program } from './metric-table.js';
export { startTelemetry, TelemetryRefused, telemetrySettings, type TelemetrySettings } from './start-telemetry.js';
export {
  telemetryOff,
  type Health,
  type SetGauge,
  type SpanOptions,
  type Telemetry,
  type Tracing,
} from './telemetry.js';
