const pure = ['engine', 'law', 'casework', 'indicators', 'reminders'];
const order = ['engine', 'law', 'casework', 'indicators'];
const adapters = ['event-log', 'read-models', 'exchange', 'telemetry'];
const own = (lib) => `^libs/${lib}/`;

/** Large, and needed by few runs of few programs: the packages, and the modules that stand before them. */
const seldomUsed = [
  'node_modules/(@nestjs/swagger|exceljs|typeorm|@eventstore|@opentelemetry)/',
  '^libs/read-models/src/data-source',
  '^libs/event-log/src/eventstore/eventstore-event-log',
  '^libs/telemetry/src/(metrics|tracing)\\.ts',
];
const behindThem = [
  '^libs/read-models/src/(data-source|entities/)',
  '^libs/event-log/src/eventstore/',
  '^libs/telemetry/src/(metrics|tracing)\\.ts',
];

/** Who may import whom: apps → adapters → indicators → casework → law → engine → zod. */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-libs-know-zod-only',
      severity: 'error',
      from: { path: `^libs/(${pure.join('|')})/src`, pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod' },
    },
    ...order.map((lib, i) => ({
      name: `${lib}-looks-down-only`,
      severity: 'error',
      from: { path: own(lib) },
      to: { path: '^libs/', pathNot: order.slice(0, i + 1).map(own) },
    })),
    {
      name: 'reminders-stands-beside-indicators',
      severity: 'error',
      from: { path: own('reminders') },
      to: { path: '^libs/', pathNot: ['engine', 'law', 'casework', 'reminders'].map(own) },
    },
    ...adapters.map((lib) => ({
      name: `${lib}-imports-no-adapter`,
      severity: 'error',
      from: { path: own(lib) },
      to: { path: adapters.filter((a) => a !== lib).map(own) },
    })),
    { name: 'libs-not-apps', severity: 'error', from: { path: '^libs' }, to: { path: '^(apps|test|infra)' } },
    { name: 'infra-not-apps', severity: 'error', from: { path: '^infra' }, to: { path: '^(apps|test|libs)' } },
    ...['api', 'projector', 'cli', 'web'].map((app) => ({
      name: `${app}-imports-no-app`,
      severity: 'error',
      from: { path: `^apps/${app}/` },
      to: { path: '^apps/', pathNot: `^apps/${app}/` },
    })),
    {
      name: 'web-imports-pure-libs-only',
      severity: 'error',
      from: { path: '^apps/web' },
      to: { path: '^(libs|infra)', pathNot: pure.map(own) },
    },
    {
      name: 'seldom-used-is-loaded-where-it-is-used',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src', pathNot: [...behindThem, '\\.spec\\.ts$'] },
      to: { path: seldomUsed, dynamic: false, dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { path: '^(apps|libs|infra)', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { path: '(\\.spec\\.ts$|/testing/|^test/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: '^(dist|apps/web/dist)',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
