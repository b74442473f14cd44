import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild, replayParked } from '#read-models';
import { lineOf, startProgram, until } from '#test';
import { placeholders } from '../../libs/read-models/src/queries/statement.js';
import { versionsAt } from '../../libs/read-models/src/queries/versions-at.js';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term } from './small-log.js';

const FILES = 800;

describe('a change of the law over many files', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
    await Promise.all(
      Array.from({ length: FILES }, (_, i) =>
        given.write(`report-${String(i).padStart(5, '0')}`, [
          received('2026-03-01', `u${i % 3}`),
          ...(i % 10 === 0 ? [resolved('2026-03-05')] : []),
        ]),
      ),
    );
  });
  afterEach(() => given.end());

  const open = FILES - FILES / 10;
  const dueDates = () =>
    given.rows<{ due: string; n: number }>(
      `SELECT due_on AS due, count(*)::int AS n FROM read_models.docket_item WHERE closed_on IS NULL GROUP BY due_on`,
    );
  const before = [{ due: '2026-03-21', n: open }];
  const after = [{ due: '2026-04-05', n: open }];
  const moving = async () =>
    (await given.rows<{ after: string }>('SELECT after_file AS after FROM read_models.moving'))[0]?.after;
  const standing = async () =>
    (await given.rows<{ position: string }>('SELECT position FROM read_models.checkpoint'))[0]?.position;

  /** How many items are told of when what was known at a position is asked for. */
  const knownThen = async (position = '') => {
    const parameters = placeholders();
    const [{ n } = { n: 0 }] = await given.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${versionsAt(position, parameters)} AS item`,
      parameters.values,
    );
    return n;
  };
  /** Details of versions that came after those that are shown. */
  const laterDetails = `SELECT FROM read_models.docket_item_detail d JOIN read_models.docket_item i USING (id)
    WHERE d.known_from > i.known_from`;

  /** A projector that wrote two chunks of a change, noted the first, and was killed when it was to note the second. */
  const killedInTheMiddle = async () => {
    await given.rows(`CREATE FUNCTION read_models.wait() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(600); RETURN NEW; END $$`);
    await given.rows(`CREATE TRIGGER wait BEFORE UPDATE ON read_models.moving
      FOR EACH ROW WHEN (OLD.after_file <> '') EXECUTE FUNCTION read_models.wait()`);
    const killed = startProgram('test/read-models/projecting.ts', [given.projectorUrl]);
    await lineOf(killed, /^ready$/);
    await until('a chunk is noted', async () => ((await moving()) ?? '') !== '');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await given.rows(`SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'kiemsat projector%'`);
    await given.rows('DROP TRIGGER wait ON read_models.moving');
  };

  it('is seen by no reader before it is whole', async () => {
    await given.project();
    const { position, ids } = await given.write('term-report', [term(35)]);
    const seen: unknown[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) seen.push([await dueDates(), await standing()]);
    })();
    await given.project();
    watching = false;
    await watch;
    const whole = [after, position];
    for (const one of seen)
      if (JSON.stringify(one) !== JSON.stringify(whole)) expect(one).toEqual([before, expect.anything()]);
    expect(seen.length).toBeGreaterThan(2);
    expect(await dueDates()).toEqual(after);
    expect(
      await given.rows(
        `SELECT event, position, due_from, due_to, count(*)::int AS n
         FROM read_models.deadline_move JOIN read_models.law_change USING (position) GROUP BY 1, 2, 3, 4`,
      ),
    ).toEqual([{ event: ids[0], position, due_from: '2026-03-21', due_to: '2026-04-05', n: open }]);
  });

  it('gives the same rows as a rebuild, as another size of batch, and as one more change', async () => {
    await given.write('term-report', [term(35)]);
    await given.write('report-00001', [assigned('2026-03-06', 'binh'), resolved('2026-03-30')]);
    await given.write('report-00002', [assigned('2026-03-06', 'nobody')]);
    await given.write('term-report', [term(10)]);
    await given.write('report-00003', [resolved('2026-03-31')]);
    await given.project({ pageSize: 700 });
    const live = await everythingIn(given);
    expect(live['deadline_move']).toHaveLength(2 * open - 2);
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await everythingIn(given)).toEqual(live);
  });

  it('goes on from the last chunk it noted when the projector is killed in the middle', async () => {
    await given.project();
    await given.write('term-report', [term(35)]);
    const stood = await standing();
    await killedInTheMiddle();
    const reached = await moving();
    expect(await standing()).toBe(stood);
    expect(await dueDates()).toEqual(before);
    expect(await knownThen(stood)).toBe(FILES);
    // What the killed one worked out is told from what comes after it.
    await given.rows(`UPDATE read_models.moving_item SET assignee = 'from before the crash'`);
    await given.project();
    expect(await dueDates()).toEqual(after);
    const kept = await given.rows<{ last: string }>(
      `SELECT max(file) AS last FROM read_models.docket_item WHERE assignee = 'from before the crash'`,
    );
    expect(kept).toEqual([{ last: reached }]);
    expect(await moving()).toBeUndefined();
  });

  it('leaves nothing behind when the read models are rebuilt in the middle of it', async () => {
    await given.project();
    await given.write('term-report', [term(35)]);
    await killedInTheMiddle();
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await moving()).toBeUndefined();
    expect(await dueDates()).toEqual(after);
    const rebuilt = await everythingIn(given);
    expect(rebuilt['deadline_move']).toHaveLength(open);
    await given.project();
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await everythingIn(given)).toEqual(rebuilt);
  });

  it('begins anew when a parked file came back in the middle of it', async () => {
    await given.write('report-00000', [assigned('2026-03-06', 'nobody')]);
    await given.project();
    await given.write('term-report', [term(35)]);
    await killedInTheMiddle();
    await replayParked({ log: given.log, url: given.projectorUrl, stream: 'report-00000', domain: smallDomain });
    expect(await moving()).toBeUndefined();
    expect(await given.rows('SELECT FROM read_models.deadline_move')).toEqual([]);
    expect(
      await given.rows(`SELECT FROM read_models.docket_item_history WHERE known_to > $1`, [await standing()]),
    ).toEqual([]);
    expect(await given.rows(laterDetails)).toEqual([]);
    await given.project();
    expect(await dueDates()).toEqual(after);
  });
});
