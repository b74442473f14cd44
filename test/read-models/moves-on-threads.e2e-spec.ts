import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild, type Threads } from '#read-models';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { received, term } from './small-log.js';

/** Called with the second chunk of files. */
const threads = (name: string): Threads => ({
  beside: 2,
  entry: new URL(`${name}-thread.mjs`, import.meta.url),
  alone: 1,
});

/** Twelve chunks of them. */
const FILES = 3000;

describe('a change of the law over many files, on several threads', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
    for (let i = 0; i < FILES; i += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, n) => given.write(`report-${i + n}`, [received('2026-03-01', `u${n % 3}`)])),
      );
    await given.project();
    // Who wrote what; and the projector's own thread is slow, so that the others have begun before all is done.
    await given.rows('CREATE TABLE read_models.wrote (who text, after text)');
    await given.rows(`CREATE FUNCTION read_models.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO read_models.wrote SELECT current_setting('application_name'), after_file FROM read_models.moving;
      IF current_setting('application_name') = 'kiemsat projector' THEN PERFORM pg_sleep(0.7); END IF;
      RETURN NULL; END $$`);
    await given.rows(`CREATE TRIGGER note AFTER INSERT ON read_models.moving_item EXECUTE FUNCTION read_models.note()`);
  });
  afterEach(() => given.end());

  const writers = async () =>
    (await given.rows<{ who: string }>('SELECT DISTINCT who FROM read_models.wrote ORDER BY 1')).map(({ who }) => who);

  it('gives the same rows as a rebuild, with the projector going on afterwards', async () => {
    await given.write('term-report', [term(35)]);
    await given.project({ threads: threads('small') });
    expect(await writers()).toEqual(['kiemsat projector', 'kiemsat thread']);
    await given.write('report-2999', [{ type: 'ReportAssigned', data: { on: '2026-03-06', person: 'binh' } }]);
    await given.project();
    const live = await everythingIn(given);
    expect(live['deadline_move']).toHaveLength(FILES);
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await everythingIn(given)).toEqual(live);
  });

  it('is tried again when a thread fails, and shown by nothing until it is whole', async () => {
    const before = await given.rows('SELECT id, due_on FROM read_models.docket_item ORDER BY id');
    await given.write('term-report', [term(35)]);
    let failed = 0;
    const done = new AbortController();
    await given.project({
      threads: threads('failing'),
      signal: done.signal,
      onTrouble: (error) => {
        expect(String(error)).toContain('no log here');
        if (++failed === 2) done.abort();
      },
    });
    expect(failed).toBe(2);
    expect(await given.rows('SELECT id, due_on FROM read_models.docket_item ORDER BY id')).toEqual(before);
    await given.project({ threads: threads('small') });
    expect(await given.rows('SELECT DISTINCT due_on FROM read_models.docket_item')).toEqual([{ due_on: '2026-04-05' }]);
  });
});
