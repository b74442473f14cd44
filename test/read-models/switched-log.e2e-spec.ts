import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lagWatch, rebuild, replayParked, waitFor } from '#read-models';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term } from './small-log.js';

describe('read models of one log, when another takes its place', () => {
  /** The read models lie in the first one's database. */
  let first: GivenLog;
  let second: GivenLog;
  beforeEach(async () => {
    [first, second] = await Promise.all([givenLog(), givenLog()]);
  });
  afterEach(() => Promise.all([first.end(), second.end()]));

  const everything = () => everythingIn(first);
  const from = ({ log }: GivenLog) => first.project({ log });
  /** What a rebuild in its own database gives of a log. */
  const ofItself = async (given: GivenLog) => {
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    return everythingIn(given);
  };
  const checkpoint = async () =>
    (
      await first.rows<{ log: string | null; generation: number }>('SELECT log, generation FROM read_models.checkpoint')
    )[0];
  /** Tables that are swapped lose it. */
  const refuseRows = () =>
    first.rows(`
      CREATE FUNCTION read_models.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a row of another log'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON read_models.docket_item EXECUTE FUNCTION read_models.refuse();
      CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON read_models.file EXECUTE FUNCTION read_models.refuse();`);

  const write = async ({ write: to }: GivenLog, reports: readonly string[], unit: string) => {
    for (const report of reports) await to(`report-${report}`, [received('2026-01-05', unit)]);
    await to('term-report', [term(35)]);
    await to(`report-${reports[0]}`, [resolved('2026-02-01')]);
  };

  it.each([
    ['a longer one', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a shorter one', ['a']],
    ['one of as many events', ['a', 'b', 'd']],
  ])(
    'given %s, then no event of it comes to the rows of the old one, and every row is the new one’s',
    async (_, reports) => {
      await write(first, ['a', 'b', 'c'], 'u1');
      await write(second, reports, 'u2');
      expect(await from(first)).toEqual([]);
      await refuseRows();
      expect(await from(second)).toEqual([]);
      expect(await everything()).toEqual(await ofItself(second));
      expect(await checkpoint()).toEqual({ log: await second.log.identity(), generation: 1 });

      await second.write('report-late', [received('2026-03-01', 'u2')]);
      expect(await from(second)).toEqual([]);
      expect(await everything()).toEqual(await ofItself(second));
      expect(await checkpoint()).toMatchObject({ generation: 1 });

      expect(await from(first)).toEqual([]);
      expect(await everything()).toEqual(await ofItself(first));
    },
  );

  it('given an empty one, then nothing is left', async () => {
    await write(first, ['a', 'b'], 'u1');
    await from(first);
    await from(second);
    expect(Object.values(await everything()).flat()).toEqual([]);
  });

  it('given rows from before logs had names, then they are taken over as they are', async () => {
    await write(first, ['a', 'b'], 'u1');
    await from(first);
    const before = await everything();
    await first.client.query('UPDATE read_models.checkpoint SET log = NULL');
    await refuseRows();
    expect(await from(first)).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(await checkpoint()).toEqual({ log: await first.log.identity(), generation: 0 });
  });

  it('given a rebuild from it, then the projection goes on from there', async () => {
    await write(first, ['a', 'b'], 'u1');
    await write(second, ['a', 'c'], 'u2');
    await from(first);
    await rebuild({ log: second.log, url: first.projectorUrl, domain: smallDomain });
    expect(await checkpoint()).toEqual({ log: await second.log.identity(), generation: 1 });
    expect(await from(second)).toEqual([]);
    expect(await checkpoint()).toMatchObject({ generation: 1 });
  });

  it('given that it stands where the old one stood, then its events are waited for, not taken to be there', async () => {
    await write(first, ['a', 'b', 'c'], 'u1');
    await write(second, ['a', 'b'], 'u2');
    await from(first);
    const look = async ({ log }: GivenLog) => [
      await waitFor(first.client, log, await log.head(), 0),
      (await lagWatch(first.client, log, () => new Date())()).events,
    ];
    expect(await look(first)).toEqual([true, 0]);
    expect(await look(second)).toEqual([false, 4]);
    await from(second);
    expect(await look(second)).toEqual([true, 0]);
  });

  it('given a parked file, when it is to be replayed from the other log, then it is refused', async () => {
    await first.write('report-a', [received('2026-03-01', 'u1'), assigned('2026-03-02', 'nobody')]);
    await from(first);
    const before = [await everything(), await checkpoint()];
    const replay = replayParked({ log: second.log, url: first.projectorUrl, stream: 'report-a', domain: smallDomain });
    await expect(replay).rejects.toMatchObject({ name: 'MadeFromAnotherLog' });
    expect([await everything(), await checkpoint()]).toEqual(before);
  });
});
