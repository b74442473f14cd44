export { appendOutcome, measuredLog } from './measured-log.js';
export { metricTable, type MetricDefinition, type MetricKey, type Program } from './metric-table.js';
export {
  startTelemetry,
  telemetryOff,
  TelemetryRefused,
  telemetrySettings,
  type Health,
  type SetGauge,
  type SpanOptions,
  type Telemetry,
  type TelemetrySettings,
  type Tracing,
} from './telemetry.js';
