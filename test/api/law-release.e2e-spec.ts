import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lawCommand, type LawAsked } from '#casework';
import { commandLoop, type CommandContext } from '#engine';
import { appendReference, referenceNow, releasedReference, type ReferenceFact } from '#exchange';
import { isWorkingDay, offenceOn, settingOn, type TermRow } from '#law';
import { testDatabase, testLog } from '#test';
import { sha256 } from '../../apps/api/src/digest.js';

const TODAY = '2026-11-22';

describe('what an administrator enacted, when the same release starts again', () => {
  let log: Awaited<ReturnType<typeof testLog>>;
  const undo: (() => Promise<unknown>)[] = [];
  let commands = 0;

  const start = (facts: readonly ReferenceFact[] = releasedReference()) =>
    appendReference(facts, { log, digest: sha256, recordedAt: `${TODAY}T01:00:00.000Z`, actor: 'release' });

  const enact = async (asked: LawAsked) => {
    const { referenceAt, position } = await referenceNow(log);
    const context: CommandContext = {
      commandId: `00000000-0000-8000-8000-00000000000${++commands}`,
      actor: 'p-quantri',
      unit: 'toi-cao',
      recordedAt: `${TODAY}T03:00:00.000Z`,
      reference: position,
    };
    return commandLoop({ log, digest: sha256 })(lawCommand({ asked, context, referenceAt, today: TODAY }));
  };

  const lawNow = async () => {
    const { referenceAt, position } = await referenceNow(log);
    return referenceAt(position).law;
  };

  const rowNow = async () =>
    (await lawNow()).terms.get('prosecution.decide')?.find((row) => row.kind === undefined) as TermRow;

  beforeAll(async () => {
    const database = await testDatabase();
    log = await testLog(database.writerUrl);
    undo.push(database.drop, () => log.close());
    await start();
  });

  afterAll(async () => {
    for (const step of undo.toReversed()) await step();
  });

  it('stands: each row has its id from what it says, and the release has nothing new to say', async () => {
    // Given an administrator who shortened a term, corrected a row, a day, an offence, and settled a point
    const released = await rowNow();
    const shorter = { ...released, lengths: { days: 10 }, basis: 'Luật thử 1/2026', validFrom: '2026-12-01' };
    await enact({ kind: 'term', data: { term: shorter } });
    const corrected = { ...released, basis: 'BLTTHS Điều 240, đã đối chiếu', note: 'Đã đối chiếu văn bản' };
    await enact({ kind: 'term', data: { term: corrected } });
    await enact({
      kind: 'day',
      data: { year: 2026, day: '2026-12-07', kind: 'swapped-off', name: 'Nghỉ', basis: 'Thông báo', status: 'sourced' },
    });
    await enact({ kind: 'setting', data: { point: 'A1', reading: 2, validFrom: '2026-12-01', source: 'Công văn' } });
    const theft = offenceOn((await lawNow()).offences, '173', TODAY);
    expect(theft).toBeDefined();
    if (theft)
      await enact({
        kind: 'offence',
        data: { ...theft, name: 'Tội trộm cắp', basis: 'Luật thử', validFrom: '2026-12-01' },
      });
    const before = await lawNow();

    // When the same release starts again, twice
    expect([await start(), await start()]).toEqual([0, 0]);

    // Then all of it stands
    const now = await lawNow();
    expect(now).toEqual(before);
    expect(await rowNow()).toEqual(shorter);
    expect(now.terms.get('prosecution.decide')).toContainEqual(corrected);
    expect(isWorkingDay(now.calendar, '2026-12-07')).toBe(false);
    expect(settingOn(now.settings, 'A1', '2026-12-01')?.reading).toBe(2);
    expect(offenceOn(now.offences, '173', '2026-12-01')?.name).toBe('Tội trộm cắp');
    expect(offenceOn(now.offences, '173', TODAY)?.name).toBe('Tội trộm cắp tài sản');
  });

  it('is followed by what a later release newly says, as the newer event, in the same streams', async () => {
    const facts = releasedReference().map((fact) =>
      fact.stream === 'calendar-2027' ? { ...fact, data: { ...(fact.data as object), basis: 'Thông báo mới' } } : fact,
    );
    expect(await start(facts)).toBe(1);
    const now = await lawNow();
    expect(now.calendar.years.get(2027)?.basis).toBe('Thông báo mới');
    expect(isWorkingDay(now.calendar, '2026-12-07')).toBe(false);
    expect(await rowNow()).toMatchObject({ basis: 'Luật thử 1/2026' });
  });

  it('does not take away what the administrator enacted: a later release is set aside there', async () => {
    const before = await lawNow();
    const facts = releasedReference().map((fact) => {
      if (fact.stream === 'calendar-2026') return { ...fact, data: { ...(fact.data as object), basis: 'Khác' } };
      const { term } = fact.data as { term?: TermRow };
      return term?.code === 'prosecution.decide' && term.kind === undefined
        ? { ...fact, data: { ...(fact.data as object), term: { ...term, lengths: { days: 99 } } } }
        : fact;
    });
    expect(await start(facts)).toBe(2);
    const { referenceAt, position } = await referenceNow(log);
    const { law, precedence } = referenceAt(position);
    expect(law.terms.get('prosecution.decide')).toEqual(before.terms.get('prosecution.decide'));
    expect(law.calendar.years.get(2026)).toEqual(before.calendar.years.get(2026));
    expect([...(precedence?.setAside.keys() ?? [])].sort()).toEqual([
      'calendar/2026',
      'term/prosecution.decide//2018-01-01',
    ]);
  });
});
