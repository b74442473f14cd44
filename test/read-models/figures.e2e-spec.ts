import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { effectiveHistory, judge, type Position, type StoredEvent } from '#engine';
import {
  all,
  any,
  closed,
  closedIn,
  evaluate,
  indicators,
  liveDuring,
  not,
  onTime,
  openAt,
  openedIn,
  outcomeIn,
  overdueAtEnd,
  type Count,
  type Indicator,
  type Item,
  type Predicate,
} from '#indicators';
import { changesSince, indicatorTable, itemsBehind, type Viewer } from '#read-models';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term, transferred, type Written } from './small-log.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const units = ['u1', 'u2', 'u3'];
const day = fc
  .date({ min: new Date('2024-10-01'), max: new Date('2026-02-28'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const unit = fc.constantFrom(...units);

/** A file's facts in an order that can be; whatever of it has happened yet. */
const history = fc
  .record({
    days: fc.uniqueArray(day, { minLength: 4, maxLength: 4 }).map((days) => days.sort()),
    units: fc.tuple(unit, unit),
    kind: fc.constantFrom('tip', 'denunciation'),
    outcome: fc.constantFrom('initiated', 'notInitiated', 'suspended'),
    moves: fc.boolean(),
    ends: fc.boolean(),
    sealed: fc.boolean(),
  })
  .map(({ days: [a = '', b = '', c = '', d = ''], units: [first, second], kind, outcome, moves, ends, sealed }) => [
    received(a, first, { kind, sealed }),
    assigned(b, 'binh'),
    ...(moves ? [transferred(c, second)] : []),
    ...(ends ? [resolved(d, outcome)] : []),
  ]);

const report = (...of: readonly Predicate[]): Count => ({ docket: 'crimeReport', where: all(...of) });
const made = (code: string, numerator: Count, denominator?: Count): Indicator => ({
  ...(indicators[0] as Indicator),
  code,
  numerator,
  ...(denominator ? { denominator } : {}),
  beside: [],
});

/** Conditions of every kind, beside the declared indicators. */
const table: readonly Indicator[] = [
  ...indicators,
  made('live', report(liveDuring), report(any(openAt('start'), openedIn))),
  made('overdue', report(overdueAtEnd), report(openAt('end'))),
  made('inTime', report(closedIn, onTime), report(closedIn, not(outcomeIn('transferred')))),
  made('ever', report(closed), { ...report(openedIn), distinct: 'file' }),
  made('breaches', { docket: 'breach', where: openedIn }),
];

describe('figures in SQL', () => {
  let given: GivenLog;
  let pool: Pool;
  const positions: Position[] = [];
  const log: StoredEvent[] = [];

  /** The items as the pure fold gives them at a position. */
  const itemsAt = (position: Position): readonly Item[] => {
    const timeline = smallDomain.timeline();
    const streams = new Map<string, StoredEvent[]>();
    for (const event of log.filter((written) => written.position <= position)) {
      timeline.apply(event);
      if (event.stream.startsWith('report-')) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    }
    const register = smallDomain.registers['report'];
    if (!register) throw new Error('no register');
    return [...streams].flatMap(([stream, raw]) =>
      smallDomain.itemsOf(stream, judge(register, effectiveHistory(raw), timeline.at), timeline.at, position),
    );
  };

  const readLog = async () => {
    const { events } = await given.log.readAll({ after: log.at(-1)?.position ?? '0'.repeat(20), limit: 10_000 });
    log.push(...events);
    positions.push(...events.map(({ position }) => position));
  };

  const correctClosing = async (stream: string, on: string) => {
    const closing = log.findLast((event) => event.stream === stream && event.type === 'ReportResolved');
    if (!closing) return;
    const request = await given.write(stream, [
      { type: 'CorrectionRequested', data: { on: '2026-03-01', reason: 'Nhầm ngày', changes: [] } },
    ]);
    await given.write(stream, [
      {
        type: 'FactCorrected',
        data: {
          on: '2026-03-01',
          request: request.ids[0],
          fact: closing.id,
          data: { ...(closing.data as object), on },
        },
      },
    ]);
  };

  beforeAll(async () => {
    given = await givenLog();
    pool = given.pool();
    const files: Written[][] = fc.sample(history, { numRuns: 80, seed: 20251201 });
    for (let turn = 0; turn < 4; turn++) {
      for (const [i, facts] of files.entries()) {
        const fact = facts[turn];
        if (fact) await given.write(`report-${i}`, [fact]);
      }
      if (turn === 2) await given.write('term-report', [term(40)]);
    }
    await readLog();
    for (let i = 0; i < 80; i += 5) await correctClosing(`report-${i}`, '2026-02-28');
    await readLog();
    await given.project();
  });
  afterAll(() => given.end());

  it('are those of the pure fold: any period, units, day and position', async () => {
    const asked = fc.record({
      period: fc.constantFrom(
        'work:2025:year',
        'work:2025:q2',
        'work:2026:m01',
        'assembly:2025:9m',
        'calendar:2025:m07',
      ),
      members: fc.subarray(units, { minLength: 1 }),
      day: fc.option(day, { nil: undefined }),
      at: fc.option(fc.nat(), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ period, members, day: view, at }) => {
        const position = at === undefined ? undefined : positions[at % positions.length];
        const scope = { units: new Set(members), period, ...(view === undefined ? {} : { day: view }) };
        const query = {
          units: [{ unit: 'all', members, lineage: [] }],
          period,
          table,
          ...(view === undefined ? {} : { day: view }),
          ...(position === undefined ? {} : { position }),
        };
        const { lines } = await indicatorTable(pool, everything, query);
        const items = itemsAt(position ?? positions.at(-1) ?? '');
        for (const [i, indicator] of table.entries()) {
          const { items: proof, ...figure } = evaluate(indicator, items, scope);
          expect(lines[0]?.rows[i]).toMatchObject({ ...figure, code: indicator.code });
          const behind = await itemsBehind(pool, everything, {
            ...query,
            indicator,
            part: 'numerator',
            members,
            size: 500,
          });
          expect(behind.rows.map(({ id }) => id).sort()).toEqual([...proof.numerator].sort());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of an earlier position never change, whatever is recorded later', async () => {
    const position = positions.at(-1) ?? '';
    const query = { units: [{ unit: 'all', members: units, lineage: [] }], period: 'work:2026:year', table };
    const before = await indicatorTable(pool, everything, query);
    await given.write('report-new', [received('2026-01-05', 'u1'), resolved('2026-01-06')]);
    await given.write('term-report', [term(5)]);
    await given.project();
    const after = await indicatorTable(pool, everything, query);
    expect(after.lines).not.toEqual(before.lines);
    expect(await indicatorTable(pool, everything, { ...query, position })).toEqual({ ...before, position });
    const changes = await changesSince(pool, everything, {
      members: units,
      period: query.period,
      since: position,
      size: 500,
    });
    expect(changes.rows).toContainEqual({
      id: 'report-new/report-1',
      after: expect.objectContaining({ closedOn: '2026-01-06', number: '12/2026/TB' }),
    });
    expect(changes.total).toBe(changes.rows.length);
  });

  it('count sealed files, which the list behind them does not name', async () => {
    const outsider: Viewer = { scope: 'all', maySeeSealed: false };
    const [live] = table.filter(({ code }) => code === 'live');
    if (!live) throw new Error('no such indicator');
    const query = { indicator: live, part: 'numerator' as const, members: units, period: 'work:2025:year', size: 500 };
    const [named, masked] = [await itemsBehind(pool, everything, query), await itemsBehind(pool, outsider, query)];
    expect(masked.total).toBe(named.total);
    const sealed = masked.rows.filter((row) => row.sealed);
    expect(sealed.length).toBeGreaterThan(0);
    for (const { id, file, number, evidence } of sealed)
      expect({ id, file, number, evidence }).toEqual({ id: '', file: '', number: '', evidence: [] });
  });

  it('leave out units that the viewer has no business with', async () => {
    const local: Viewer = { scope: ['u1'], maySeeSealed: true };
    const ask = (viewer: Viewer, members: readonly string[]) =>
      indicatorTable(pool, viewer, { units: [{ unit: 'all', members, lineage: [] }], period: 'work:2025:year', table });
    expect((await ask(local, units)).lines).toEqual((await ask(everything, ['u1'])).lines);
  });
});
