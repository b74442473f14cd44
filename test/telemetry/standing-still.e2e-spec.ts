import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { postgresEventLog, type PostgresEventLog } from '#event-log';
import { migrateReadModels } from '#read-models';
import { startTelemetry, type Telemetry } from '#telemetry';
import { testDatabase, type TestDatabase } from '#test';
import { watchProjection, type ProjectionWatch } from '../../apps/projector/src/telemetry/watch-projection.js';
import { appendReference } from '../api/province.js';
import { scrape } from './scrape.js';

describe('a projector that stands still', () => {
  let database: TestDatabase;
  let log: PostgresEventLog;
  let telemetry: Telemetry;
  let watch: ProjectionWatch;
  let later = 0;

  beforeAll(async () => {
    database = await testDatabase();
    await migrateReadModels({ url: database.projectorUrl });
    // Nothing counts what is recorded here.
    await appendReference(database.writerUrl);
    log = postgresEventLog({ url: database.projectorUrl });
    telemetry = await startTelemetry({ program: 'projector', serve: { host: '127.0.0.1', port: 0 }, traces: false });
    const clock = () => new Date(Date.now() + later);
    watch = watchProjection(telemetry, { log, url: database.projectorUrl, clock });
  });
  afterAll(async () => {
    await telemetry.close();
    await watch.close();
    await log.close();
    await database.drop();
  });

  const health = async () => {
    const answer = await fetch(`${telemetry.address}/health`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const asProjector = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.projectorUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  it('is well while it stands by: another one is to blame', async () => {
    later = 60_000;
    expect(await health()).toMatchObject({ status: 200, body: { status: 'ok', role: 'standby' } });
  });

  it('is well while little time has passed', async () => {
    later = 0;
    watch.onProgress({ position: '0', events: 0, caughtUp: false });
    expect(await health()).toMatchObject({ status: 200, body: { role: 'active' } });
  });

  it('fails when it keeps the read models and has not moved though something waits', async () => {
    later = 60_000;
    const { status, body } = await health();
    expect([status, body['status'], body['role']]).toEqual([503, 'failing', 'active']);
    expect(body['waiting']).toBeGreaterThan(0);
    const told = await scrape(telemetry.address ?? '');
    expect(told.sum('kiemsat_projection_still_seconds')).toBeGreaterThan(50);
    expect(told.sum('kiemsat_projection_lag_events')).toBe(body['waiting']);
  });

  it('is well again while it works out a change of the law, file by file', async () => {
    await asProjector(`INSERT INTO read_models.moving (single, position, after_file) VALUES (true, '1', 'petition-1')`);
    expect((await health()).status).toBe(200);
    later += 20_000;
    await asProjector(`UPDATE read_models.moving SET after_file = 'petition-2'`);
    expect((await health()).status).toBe(200);
    later += 60_000;
    expect((await health()).status).toBe(503);
  });

  it('is not started anew for a failure that it is mending, nor for a database that is gone', async () => {
    watch.onTrouble();
    expect(await health()).toMatchObject({ status: 200, body: { role: 'standby' } });
    watch.onProgress({ position: '0', events: 0, caughtUp: false });
    await asProjector('ALTER TABLE read_models.checkpoint RENAME TO gone');
    expect(await health()).toMatchObject({ status: 200, body: { figures: 'unreadable' } });
  });
});
