import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until } from '#test';
import { caller, type Answer } from './caller.js';
import { petitionReceived } from './facts.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

describe('health, told to whoever watches', () => {
  let run: ApiUnderTest;
  let later = 0;
  beforeAll(async () => {
    run = await apiUnderTest({ clock: () => new Date(Date.now() + later) });
  });
  afterAll(() => run.stop());

  const health = (): Promise<Answer> => caller(run.address).get('/api/health');
  const asProjector = async (sql: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: run.projectorUrl });
    await client.connect();
    await client.query(sql, [...values]);
    await client.end();
  };

  it('is well when the figures are as far as the log', async () => {
    const { body } = await (await run.as('ksv')).record('petition/h-1', petitionReceived('2026-03-02'));
    await until('the figures are there', async () => (await health()).body.figures >= body.position);
    expect(await health()).toMatchObject({ status: 200, body: { status: 'ok', behind: 0, parked: 0, troubles: [] } });
  });

  it('says how many files are parked, and names none of them', async () => {
    await asProjector(
      `INSERT INTO read_models.parked_stream (stream, position, reason) VALUES ('petition-h-9', $1, 'x')`,
      ['0'.repeat(20)],
    );
    const { status, body } = await health();
    expect([status, body.status, body.parked]).toEqual([200, 'degraded', 1]);
    expect(body.troubles).toMatchObject([{ code: 'parked-files', detail: expect.stringContaining('1 hồ sơ bị tách') }]);
    expect(JSON.stringify(body)).not.toContain('petition-h-9');
    await asProjector('DELETE FROM read_models.parked_stream');
  });

  it('fails when the projector gives no sign of life, though nothing waits to be counted', async () => {
    later = 60_000;
    const { status, body } = await health();
    later = 0;
    expect([status, body.status, body.waiting]).toEqual([503, 'failing', 0]);
    expect(body.troubles).toMatchObject([{ code: 'projector-silent' }]);
  });

  it('fails when the figures stand still though something waits, and stays ready to record', async () => {
    await run.stopProjector();
    expect((await health()).body.status).toBe('ok');
    await (await run.as('ksv')).record('petition/h-2', petitionReceived('2026-03-02'));
    later = 60_000;
    const { status, body } = await health();
    expect([status, body.status, body.waiting]).toEqual([503, 'failing', 1]);
    expect(body.behind).toBeGreaterThanOrEqual(59);
    expect(body.troubles).toMatchObject([{ code: 'figures-still' }]);
    expect((await caller(run.address).get('/api/ready')).status).toBe(200);
  });
});
