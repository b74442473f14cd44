import { describe, expect, it } from '@jest/globals';
import type { EventLog, StoredEvent } from '#engine';
import {
  belongsTo,
  followReference,
  leadsUnit,
  LONG_AGO,
  officeOn,
  parseUnits,
  referenceTimeline,
  releasedUnits,
  unitsAbove,
  unitsUnder,
} from '#casework';
import { referenceOf, specContext, type ReferenceFact } from '../../testing/index.js';
import { releasedUnitsTable } from '../../testing/samples.js';

const tsv = releasedUnitsTable();
const released = releasedUnits(tsv);
const { units } = referenceOf(released);

const eventsOf = (facts: readonly ReferenceFact[]): readonly StoredEvent[] =>
  facts.map(({ stream, type, data }, i) => ({
    id: `e${i}`,
    stream,
    revision: 0,
    position: String(i + 1).padStart(20, '0'),
    type,
    schemaVersion: 1,
    data,
    metadata: { ...specContext(`c${i}`), commandHash: '', correlationId: '', confidentiality: 0 },
  }));

const person = (personId: string, unit: string, title: string, on: string): ReferenceFact => ({
  stream: `person-${personId}`,
  type: 'PersonAppointed',
  data: { on, personId, name: `Cán bộ ${personId}`, unit, title },
});
const unit = (code: string, parent?: string): ReferenceFact => ({
  stream: `unit-${code}`,
  type: 'UnitEstablished',
  data: { on: '2010-01-01', code, name: code, level: 'regional', ...(parent ? { parent } : {}) },
});

describe('the released units', () => {
  it('are all read, with what is known of their source', () => {
    const rows = parseUnits(tsv);
    expect(rows.length).toBe(393);
    expect(rows.find(({ code }) => code === 'cap-cao-hn')).toMatchObject({ status: 'derived', validTo: '2025-06-30' });
    expect(units.size).toBe(393);
  });

  it('that have no known beginning say so', () => {
    expect(units.get('toi-cao')).toMatchObject({ validFrom: LONG_AGO, startUnknown: true, status: 'sourced' });
  });

  it('name the line that is not a unit', () => {
    expect(() => parseUnits(`${tsv.split('\n')[0] ?? ''}\nx\tX\tnowhere`)).toThrow(/line 2/);
    expect(() => parseUnits('code\tname')).toThrow(/heading/);
  });

  it('change with the day: districts until 30 June 2025, regions since', () => {
    const levels = (day: string) =>
      new Set([...unitsUnder(units, 'toi-cao', day)].map((code) => units.get(code)?.level));
    expect(levels('2025-06-30')).toContain('district');
    expect(levels('2025-06-30')).not.toContain('regional');
    expect(levels('2025-07-01')).toContain('regional');
  });
});

describe('a unit', () => {
  const tree = referenceOf([
    unit('tinh'),
    {
      stream: 'unit-huyen',
      type: 'UnitEstablished',
      data: { on: '2010-01-01', code: 'huyen', name: 'h', level: 'district', parent: 'tinh' },
    },
    { stream: 'unit-huyen', type: 'UnitDissolved', data: { on: '2025-06-30', code: 'huyen' } },
    {
      stream: 'unit-kv',
      type: 'UnitEstablished',
      data: { on: '2025-07-01', code: 'kv', name: 'k', level: 'regional', parent: 'tinh', predecessors: ['huyen'] },
    },
  ]).units;

  it('has below it those that work that day, and the files of those they took over from', () => {
    expect([...unitsUnder(tree, 'tinh', '2025-06-30')]).toEqual(['tinh', 'huyen']);
    expect([...unitsUnder(tree, 'tinh', '2025-07-01')].sort()).toEqual(['huyen', 'kv', 'tinh']);
    expect([...unitsUnder(tree, 'kv', '2025-07-01')]).toEqual(['kv', 'huyen']);
  });

  it('has above it whoever took its place', () => {
    expect([...unitsAbove(tree, 'huyen', '2025-06-30')]).toEqual(['huyen', 'tinh']);
    expect([...unitsAbove(tree, 'huyen', '2025-07-01')].sort()).toEqual(['huyen', 'kv', 'tinh']);
  });
});

describe('a person', () => {
  const reference = referenceOf([
    unit('tinh'),
    unit('kv', 'tinh'),
    person('p', 'kv', 'kiemSatVien', '2020-01-01'),
    person('p', 'tinh', 'vienTruong', '2024-01-01'),
    { stream: 'person-p', type: 'PersonLeft', data: { on: '2026-01-01', personId: 'p' } },
  ]);

  it('holds one office after the other', () => {
    const [p] = reference.people.values();
    const titleOn = (day: string) => p && officeOn(p, day)?.title;
    expect([titleOn('2019-12-31'), titleOn('2023-12-31'), titleOn('2024-01-01'), titleOn('2026-01-02')]).toEqual([
      undefined,
      'kiemSatVien',
      'vienTruong',
      undefined,
    ]);
  });

  it('belongs to a unit and leads those below only while in office', () => {
    expect(belongsTo(reference, 'p', 'kv', '2021-01-01')).toBe(true);
    expect(leadsUnit(reference, 'p', 'kv', '2021-01-01')).toBe(false);
    expect(leadsUnit(reference, 'p', 'kv', '2025-01-01')).toBe(true);
    expect(leadsUnit(reference, 'p', 'kv', '2026-01-02')).toBe(false);
    expect(belongsTo(reference, 'nobody', 'kv', '2025-01-01')).toBe(false);
  });
});

describe('the timeline of reference data', () => {
  const events = eventsOf([unit('a'), unit('b'), person('p', 'a', 'kiemSatVien', '2020-01-01')]);
  const timelineOf = (all: readonly StoredEvent[]) => {
    const timeline = referenceTimeline();
    for (const event of all) timeline.apply(event);
    return timeline;
  };

  it('knows what stood at any position, whatever was asked before', () => {
    const timeline = timelineOf(events);
    const sizes = [2, 0, 3, 1, 9].map((at) => {
      const { units: known, people } = timeline.at(String(at).padStart(20, '0'));
      return [known.size, people.size];
    });
    expect(sizes).toEqual([
      [2, 0],
      [0, 0],
      [2, 1],
      [1, 0],
      [2, 1],
    ]);
    expect(timeline.position).toBe('3'.padStart(20, '0'));
  });

  it('hands out the same state for the same position', () => {
    const timeline = timelineOf(events);
    expect(timeline.at('2'.padStart(20, '0'))).toBe(timeline.at('2'.padStart(20, '0')));
    expect(timeline.at('7'.padStart(20, '0'))).toBe(timeline.at('8'.padStart(20, '0')));
  });

  it('passes over other streams and what it has seen', () => {
    const timeline = timelineOf([...events, ...events, ...eventsOf([{ ...unit('c'), stream: 'crimeReport-1' }])]);
    expect(timeline.at('9'.repeat(20)).units.size).toBe(2);
  });

  it('stops at what it cannot apply', () => {
    expect(() => timelineOf(eventsOf([{ stream: 'unit-x', type: 'UnitEstablished', data: { code: 1 } }]))).toThrow(
      /can't be applied/,
    );
  });

  it('follows the log until it is told to stop', async () => {
    const log = {
      readAll: ({ after }) => {
        const page = events.filter(({ position }) => position > after);
        return Promise.resolve({ events: page, next: page.at(-1)?.position ?? after, caughtUp: true });
      },
      bell: async function* (signal) {
        await new Promise((stop) => signal.addEventListener('abort', stop));
        yield* [];
      },
    } satisfies Pick<EventLog, 'readAll' | 'bell'>;
    const timeline = referenceTimeline();
    const stop = new AbortController();
    const { ready, done } = followReference(log, timeline, stop.signal);
    await ready;
    expect(timeline.at('9'.repeat(20)).units.size).toBe(2);
    stop.abort();
    await done;
  });
});
