import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresEventLog } from '#event-log';
import { migrateReadModels } from '#read-models';
import { metricTable, type MetricDefinition, type Program } from '#telemetry';
import { lineOf, startProgram, testDatabase, until, type TestDatabase } from '#test';
import { asPerson, type Caller } from '../api/caller.js';
import { petitionReceived } from '../api/facts.js';
import { appendReference, REGION } from '../api/province.js';
import { traceCollector } from './collector.js';
import { scrape, type Scrape } from './scrape.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = `00-${TRACE}-00f067aa0ba902b7-01`;

const table = Object.values<MetricDefinition>(metricTable);
const kinds = (program: Program) =>
  new Map(table.filter(({ from }) => from.includes(program)).map(({ name, kind }) => [name as string, kind]));

describe('the API and the projector, watched', () => {
  let database: TestDatabase;
  let folder: string;
  let collector: Awaited<ReturnType<typeof traceCollector>>;
  let ksv: Caller;
  let address: string;
  const children: ChildProcess[] = [];
  const metrics: Record<Program, string> = { api: '', projector: '' };

  const started = async (program: Program, env: Readonly<Record<string, string>>) => {
    const child = startProgram(`apps/${program}/src/main.ts`, [], {
      KIEMSAT_METRICS_PORT: '0',
      KIEMSAT_ENDS_WITH_PARENT: '1',
      KIEMSAT_DATA: folder,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      ...env,
    });
    children.push(child);
    const told = JSON.parse(await lineOf(child, /"kiemsat":"ready"/)) as { address?: string; metrics: string };
    metrics[program] = told.metrics;
    return told.address ?? '';
  };

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'kiemsat-watched-'));
    collector = await traceCollector();
    await migrateReadModels({ url: database.projectorUrl });
    await appendReference(database.writerUrl);
    const file = join(folder, 'accounts.json');
    await started('projector', { KIEMSAT_PROJECTOR_URL: database.projectorUrl });
    address = await started('api', {
      KIEMSAT_WRITER_URL: database.writerUrl,
      KIEMSAT_PORT: '0',
      KIEMSAT_ACCOUNTS_FILE: file,
      KIEMSAT_DEMO_ACCOUNTS: JSON.stringify([
        { username: 'ksv', personId: 'p-ksv', unit: REGION, roles: ['prosecutor'] },
      ]),
    });
    const { accounts } = JSON.parse(await readFile(file, 'utf8')) as { accounts: { password: string }[] };
    ksv = await asPerson(address, 'ksv', accounts[0]?.password ?? '');
    await ksv.record('petition/mat-1', petitionReceived('2026-03-02'), { traceparent: CALLER });
    await ksv.record('petition/mat-1', petitionReceived('2026-03-02'));
    await ksv.get('/api/files/petition/mat-1');
    await ksv.get('/api/khong-co');
    await until('it is counted', async () => {
      const seen = await scrape(metrics.projector);
      return seen.sum('kiemsat_projection_lag_events') === 0 && seen.sum('kiemsat_projected_events_total') > 0;
    });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await collector.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const seen = (program: Program): Promise<Scrape> => scrape(metrics[program]);

  it.each(['api', 'projector'] as const)(
    'the %s tells every metric of the table that is its own, and no other',
    async (program) => {
      // What only a failure counts announces itself at the first one.
      const wanted = new Map([...kinds(program)].filter(([name]) => name !== 'kiemsat_projection_failures_total'));
      const told = await seen(program);
      expect(new Map([...told.kinds].filter(([name]) => name !== 'kiemsat_projection_failures_total'))).toEqual(wanted);
    },
  );

  it.each(['api', 'projector'] as const)(
    'the %s sets series apart by the labels of the table alone',
    async (program) => {
      const labelsOf = new Map(table.map(({ name, labels }) => [name as string, labels]));
      for (const { name, labels } of (await seen(program)).samples) {
        const metric = labelsOf.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
        expect([name, ...Object.keys(labels).filter((label) => label !== 'le')]).toEqual([
          name,
          ...(labelsOf.get(metric) ?? ['?']),
        ]);
      }
    },
  );

  it('counts a command by its register and outcome, and the append that it made', async () => {
    const told = await seen('api');
    expect(told.sum('kiemsat_commands_total', { register: 'petition', outcome: 'recorded' })).toBe(1);
    const refused = told.samples.filter(
      ({ name, labels }) => name === 'kiemsat_commands_total' && labels['outcome'] !== 'recorded',
    );
    expect(refused).toEqual([
      {
        name: 'kiemsat_commands_total',
        labels: { register: 'petition', outcome: expect.stringMatching(/^[a-z-]+$/) },
        value: 1,
      },
    ]);
    expect(told.sum('kiemsat_command_seconds_count')).toBe(2);
    expect(told.sum('kiemsat_appends_total', { outcome: 'appended' })).toBe(1);
    expect(told.sum('kiemsat_append_events_sum')).toBe(1);
    // What opens a file is asked of the log itself, which refused the second.
    expect(told.sum('kiemsat_appends_total', { outcome: 'conflict' })).toBe(1);
    expect(told.sum('kiemsat_group_appends_sum')).toBe(2);
  });

  it('counts answers by the pattern of their route', async () => {
    const told = await seen('api');
    const routes = new Set(
      told.samples.filter(({ name }) => name === 'kiemsat_http_requests_total').map(({ labels }) => labels['route']),
    );
    expect([...routes].filter((route) => route?.includes('mat-1'))).toEqual([]);
    expect(told.sum('kiemsat_http_requests_total', { method: 'POST', route: '/api/session', status: '200' })).toBe(1);
    expect(told.sum('kiemsat_http_requests_total', { status: '404' })).toBeGreaterThan(0);
    expect(told.sum('kiemsat_http_request_seconds_sum')).toBeGreaterThan(0);
  });

  it('counts the pages that listen, as long as they do', async () => {
    const page = new AbortController();
    const open = await fetch(`${address}/api/live`, { headers: ksv.headers, signal: page.signal });
    expect(open.status).toBe(200);
    await until('it is counted', async () => (await seen('api')).sum('kiemsat_live_clients') === 1);
    page.abort();
    await until('it is gone', async () => (await seen('api')).sum('kiemsat_live_clients') === 0);
  });

  it('knows what is due, what is parked and how much room is left', async () => {
    const told = await seen('projector');
    expect(told.sum('kiemsat_projection_active')).toBe(1);
    expect(told.sum('kiemsat_parked_streams')).toBe(0);
    const buckets = told.samples
      .filter(({ name }) => name === 'kiemsat_due_items')
      .map(({ labels }) => labels['bucket']);
    expect(buckets).toEqual(['overdue', 'today', 'd3', 'd7', 'd30']);
    expect(told.sum('kiemsat_disk_free_bytes')).toBeGreaterThan(0);
  });

  it('says that it is well, and which role it has', async () => {
    const projector = await fetch(`${metrics.projector}/health`);
    expect([projector.status, await projector.json()]).toEqual([
      200,
      { status: 'ok', role: 'active', waiting: 0, behind: 0, still: 0 },
    ]);
    expect((await fetch(`${metrics.api}/health`)).status).toBe(200);
    expect((await fetch(`${metrics.api}/khac`)).status).toBe(404);
  });

  it('traces a request through its command and append, and links the projection to it', async () => {
    // Each program sends its spans in batches of its own time, so any of the four may be the last to come.
    const spans = () => ({
      request: collector.spans.find(({ traceId, name }) => traceId === TRACE && name.startsWith('POST')),
      command: collector.spans.find(({ traceId, name }) => traceId === TRACE && name.startsWith('command')),
      append: collector.spans.find(({ traceId, name }) => traceId === TRACE && name.startsWith('append')),
      projected: collector.spans.find(({ links }) => links.some(({ traceId }) => traceId === TRACE)),
    });
    await until('all spans have come', () => Object.values(spans()).every((span) => span !== undefined));
    const { request, command, append, projected } = spans();
    expect(request).toMatchObject({ service: 'kiemsat-api', parentSpanId: '00f067aa0ba902b7' });
    expect(command?.parentSpanId).toBe(request?.spanId);
    expect(append?.parentSpanId).toBe(command?.spanId);
    const log = postgresEventLog({ url: database.writerUrl });
    const [event] = await log.readStream('petition-mat-1');
    await log.close();
    expect(event?.metadata.traceparent).toBe(`00-${TRACE}-${request?.spanId}-01`);
    expect(projected).toMatchObject({ service: 'kiemsat-projector', name: 'project' });
    expect(projected?.links).toContainEqual(expect.objectContaining({ spanId: request?.spanId }));
  });

  it('names no file and no person to whoever watches', async () => {
    const told = [(await seen('api')).text, (await seen('projector')).text, collector.text()].join('\n');
    for (const secret of ['mat-1', 'Đ-1', 'Nguyễn', 'p-ksv']) expect(told).not.toContain(secret);
  });
});
