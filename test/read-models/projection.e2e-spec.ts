import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReferenceFailure } from '#read-models';
import { givenLog, type GivenLog } from './given.js';
import { assigned, received, resolved, term, transferred } from './small-log.js';

describe('the docket projection', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
  });
  afterEach(() => given.end());

  const current = () =>
    given.rows(`SELECT id, unit, opened_on, due_on, closed_on, outcome, on_time, known_from FROM read_models.docket_item
                WHERE docket <> 'breach' ORDER BY id`);
  const history = () =>
    given.rows(
      `SELECT id, due_on, closed_on, known_from, known_to FROM read_models.docket_item_history ORDER BY known_to, id`,
    );
  const checkpoint = async () =>
    (await given.rows<{ position: string }>(`SELECT position FROM read_models.checkpoint`)).map(
      ({ position }) => position,
    );

  it('gives an item a version for each event that changes it', async () => {
    const opened = await given.write('report-a', [received('2026-03-01', 'u1')]);
    const closed = await given.write('report-a', [resolved('2026-03-10')]);
    await given.project();
    expect(await current()).toEqual([
      {
        id: 'report-a/report-1',
        unit: 'u1',
        opened_on: '2026-03-01',
        due_on: '2026-03-21',
        closed_on: '2026-03-10',
        outcome: 'initiated',
        on_time: true,
        known_from: closed.position,
      },
    ]);
    expect(await history()).toEqual([
      {
        id: 'report-a/report-1',
        due_on: '2026-03-21',
        closed_on: null,
        known_from: opened.position,
        known_to: closed.position,
      },
    ]);
    expect(await checkpoint()).toEqual([closed.position]);
  });

  it('gives the same versions however the log is cut into batches', async () => {
    await given.write('report-a', [
      received('2026-03-01', 'u1'),
      transferred('2026-03-05', 'u2'),
      transferred('2026-03-06', 'u1'),
    ]);
    await given.write('report-b', [received('2026-03-02', 'u2'), assigned('2026-03-03', 'binh')]);
    await given.write('term-report', [term(30)]);
    await given.write('report-a', [resolved('2026-03-30')]);
    const dump = async () => {
      const tables: object[][] = [];
      for (const table of ['docket_item', 'docket_item_history', 'docket_item_detail', 'file', 'late_entry'])
        tables.push(
          await given.rows(`SELECT to_jsonb(t) AS row FROM read_models.${table} t ORDER BY to_jsonb(t)::text`),
        );
      return tables;
    };
    await given.project();
    const whole = await dump();
    expect(whole.every((rows) => rows.length > 0)).toBe(true);
    await given.client.query(
      `TRUNCATE read_models.docket_item, read_models.docket_item_history, read_models.docket_item_detail, read_models.file, read_models.late_entry, read_models.moment, read_models.checkpoint`,
    );
    await given.project({ pageSize: 1, cachedEvents: 0 });
    expect(await dump()).toEqual(whole);
  });

  it('moves open items when the law changes, and leaves closed ones as they were', async () => {
    await given.write('report-closed', [received('2026-03-01', 'u1'), resolved('2026-03-30')]);
    await given.write('report-open', [received('2026-03-01', 'u1')]);
    const { position } = await given.write('term-report', [term(60)]);
    await given.project();
    expect(await current()).toMatchObject([
      { id: 'report-closed/report-1', due_on: '2026-03-21', on_time: false },
      { id: 'report-open/report-1', due_on: '2026-04-30', known_from: position },
    ]);
  });

  it('keeps what was known before a correction', async () => {
    const { ids } = await given.write('report-a', [received('2026-03-01', 'u1'), resolved('2026-04-01')]);
    const wrong = await given.log.head();
    const request = await given.write('report-a', [
      {
        type: 'CorrectionRequested',
        data: {
          on: '2026-04-02',
          reason: 'Nhầm ngày',
          changes: [{ kind: 'replace', fact: ids[1], data: { on: '2026-03-20', outcome: 'initiated' } }],
        },
      },
    ]);
    await given.project();
    expect(await given.rows('SELECT id, requested_by FROM read_models.pending_correction')).toEqual([
      { id: request.ids[0], requested_by: 'an' },
    ]);
    const { position } = await given.write('report-a', [
      {
        type: 'FactCorrected',
        data: {
          on: '2026-04-03',
          request: request.ids[0],
          fact: ids[1],
          data: { on: '2026-03-20', outcome: 'initiated' },
        },
      },
    ]);
    await given.project();
    expect(await current()).toMatchObject([{ closed_on: '2026-03-20', on_time: true, known_from: position }]);
    expect((await history()).at(-1)).toMatchObject({ closed_on: '2026-04-01', known_from: wrong, known_to: position });
    expect(await given.rows('SELECT id FROM read_models.pending_correction')).toEqual([]);
  });

  it('lists facts that were recorded after their day', async () => {
    const { ids } = await given.write('report-a', [received('2026-06-27', 'u1'), assigned('2026-06-30', 'binh')]);
    await given.project();
    expect(await given.rows('SELECT id, days FROM read_models.late_entry')).toEqual([{ id: ids[0], days: 3 }]);
    expect(await given.rows('SELECT late_entries FROM read_models.file')).toEqual([{ late_entries: 1 }]);
  });

  it('parks a file that cannot be applied, says why, and goes on with the others', async () => {
    await given.write('report-a', [received('2026-03-01', 'u1')]);
    const { position } = await given.write('report-a', [assigned('2026-03-02', 'nobody')]);
    await given.write('report-b', [received('2026-03-01', 'u1')]);
    await given.write('report-a', [resolved('2026-03-03')]);
    await given.project();
    expect(await given.rows('SELECT stream, position, reason FROM read_models.parked_stream')).toEqual([
      { stream: 'report-a', position, reason: 'nobody can be assigned' },
    ]);
    expect(await current()).toMatchObject([
      { id: 'report-a/report-1', closed_on: null },
      { id: 'report-b/report-1', closed_on: null },
    ]);
  });

  it('stops at a reference event that cannot be applied', async () => {
    const { position } = await given.write('report-a', [received('2026-03-01', 'u1')]);
    await given.project();
    await given.write('term-report', [{ type: 'TermEnacted', data: { on: '2026-01-01', days: 'many' } }]);
    await expect(given.project()).rejects.toThrow(ReferenceFailure);
    expect(await checkpoint()).toEqual([position]);
  });

  it('applies each event exactly once when its connection is cut in the middle of batches', async () => {
    for (let i = 0; i < 200; i++)
      await given.write(`report-${i}`, [
        received('2026-03-01', 'u1'),
        assigned('2026-03-02', 'binh'),
        resolved('2026-03-30'),
      ]);
    let over = false;
    const cutting = (async () => {
      // Each time only after some batches: cut by the clock, a slow machine would never come to the end.
      for (let cuts = 0, stood: string | undefined; cuts < 6 && !over;) {
        const [position] = await checkpoint();
        if (position === stood || position === undefined) continue;
        stood = position;
        cuts++;
        await given.rows(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'kiemsat projector'`,
        );
      }
    })();
    const trouble = await given.project({ pageSize: 7 }).finally(() => (over = true));
    await cutting;
    expect(trouble.length).toBeGreaterThan(0);
    expect(await given.rows(`SELECT count(*)::int AS n FROM read_models.docket_item`)).toEqual([{ n: 200 }]);
    expect(await given.rows(`SELECT count(*)::int AS n FROM read_models.docket_item_history`)).toEqual([{ n: 400 }]);
    expect(await checkpoint()).toEqual([await given.log.head()]);
  });
});
