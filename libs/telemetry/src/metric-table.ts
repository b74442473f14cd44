const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 1000, 5000] as const;

export type Program = 'api' | 'projector';

/** One metric: how it counts, what sets its series apart, which programs tell it. */
export interface MetricDefinition {
  /** As Prometheus shows it; a histogram's buckets, sum and count carry endings of their own. */
  readonly name: `kiemsat_${string}`;
  readonly kind: 'counter' | 'histogram' | 'gauge';
  readonly help: string;
  readonly labels: readonly string[];
  readonly from: readonly Program[];
  /** Upper bounds of a histogram's buckets. */
  readonly buckets?: readonly number[];
}

/**
 * Every metric there is: programs count by these rows alone, and the guide, the dashboard and the alerts may name
 * nothing else. Labels are words of the code (registers, routes, codes), never of a file or a person.
 */
// prettier-ignore
export const metricTable = {
  commands:            { name: 'kiemsat_commands_total',              kind: 'counter',   labels: ['register', 'outcome'], from: ['api'],              help: 'Commands carried out, by outcome: recorded, repeated, or the code of the refusal.' },
  commandSeconds:      { name: 'kiemsat_command_seconds',             kind: 'histogram', labels: ['register'],            from: ['api'],              help: 'From the command to its durable answer, in seconds.', buckets: seconds },
  appends:             { name: 'kiemsat_appends_total',               kind: 'counter',   labels: ['outcome'],             from: ['api'],              help: 'Appends to the log, by outcome: appended, conflict, unavailable, unknown, too-large, denied, failed.' },
  appendSeconds:       { name: 'kiemsat_append_seconds',              kind: 'histogram', labels: [],                      from: ['api'],              help: 'From an append to its answer, in seconds, the wait for its group included.', buckets: seconds },
  appendEvents:        { name: 'kiemsat_append_events',               kind: 'histogram', labels: [],                      from: ['api'],              help: 'Events in one append that was made.', buckets: sizes },
  groupAppends:        { name: 'kiemsat_group_appends',               kind: 'histogram', labels: [],                      from: ['api'],              help: 'Appends written together in one transaction.', buckets: sizes },
  httpRequests:        { name: 'kiemsat_http_requests_total',         kind: 'counter',   labels: ['method', 'route', 'status'], from: ['api'],        help: 'Requests answered, by the pattern of their route.' },
  httpSeconds:         { name: 'kiemsat_http_request_seconds',        kind: 'histogram', labels: ['method', 'route'],     from: ['api'],              help: 'From a request to the end of its answer, in seconds; live updates are left out.', buckets: seconds },
  liveClients:         { name: 'kiemsat_live_clients',                kind: 'gauge',     labels: [],                      from: ['api'],              help: 'Pages that hear live updates now.' },
  databaseConnections: { name: 'kiemsat_database_connections',        kind: 'gauge',     labels: ['state'],               from: ['api', 'projector'], help: 'Connections of the query pool: busy, idle, and callers waiting for one.' },
  lagEvents:           { name: 'kiemsat_projection_lag_events',       kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'Events recorded and not yet counted.' },
  lagSeconds:          { name: 'kiemsat_projection_lag_seconds',      kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'For how long the oldest of them has been waiting, in seconds.' },
  stillSeconds:        { name: 'kiemsat_projection_still_seconds',    kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'For how long nothing has been counted though something waits, in seconds.' },
  parkedStreams:       { name: 'kiemsat_parked_streams',              kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'Files that could not be applied: figures lack what happened in them since.' },
  dueItems:            { name: 'kiemsat_due_items',                   kind: 'gauge',     labels: ['bucket'],              from: ['projector'],        help: 'Open items of the due list of the whole house: overdue, today, d3, d7, d30.' },
  projectedEvents:     { name: 'kiemsat_projected_events_total',      kind: 'counter',   labels: [],                      from: ['projector'],        help: 'Events applied to the read models by this process.' },
  projectionBatch:     { name: 'kiemsat_projection_batch_events',     kind: 'histogram', labels: [],                      from: ['projector'],        help: 'Events applied in one transaction.', buckets: sizes },
  projectionFailures:  { name: 'kiemsat_projection_failures_total',   kind: 'counter',   labels: [],                      from: ['projector'],        help: 'Times the projection failed and took up its work again.' },
  projectionActive:    { name: 'kiemsat_projection_active',           kind: 'gauge',     labels: [],                      from: ['projector'],        help: '1 where this process keeps the read models, 0 where it stands by.' },
  diskFree:            { name: 'kiemsat_disk_free_bytes',             kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'Free bytes where the data folder lies, for programs that know one.' },
  residentBytes:       { name: 'kiemsat_process_resident_bytes',      kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'Memory of this process, in bytes.' },
  eventLoopBusy:       { name: 'kiemsat_event_loop_busy_ratio',       kind: 'gauge',     labels: [],                      from: ['api', 'projector'], help: 'Share of the time since the last look in which this process was busy, 0 to 1.' },
} as const satisfies Record<string, MetricDefinition>;

type Table = typeof metricTable;
export type MetricKey = keyof Table;
type OfKind<K extends MetricDefinition['kind']> = {
  [M in MetricKey]: Table[M]['kind'] extends K ? M : never;
}[MetricKey];
export type Counter = OfKind<'counter'>;
export type Histogram = OfKind<'histogram'>;
export type Gauge = OfKind<'gauge'>;

/** Exactly the labels of a metric. */
export type LabelsOf<M extends MetricKey> = { readonly [L in Table[M]['labels'][number]]: string };
