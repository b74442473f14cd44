import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild, runProjection } from '#read-models';
import { lineOf, startProgram, until } from '#test';
import { proxy } from '../harness/proxy.js';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { received, resolved } from './small-log.js';

/** Milliseconds without a sign of life after which the other takes over: more than a busy machine keeps one waiting. */
const EXPIRES = 4000;
const LONG = 240_000;

describe('two projectors', () => {
  let given: GivenLog;
  let undo: (() => unknown)[];
  let files = 0;
  beforeEach(async () => {
    given = await givenLog();
    undo = [];
  });
  afterEach(async () => {
    for (const step of undo.toReversed()) await step();
    await given.end();
  });

  const start = async (url = given.projectorUrl): Promise<ChildProcess> => {
    const child = startProgram('test/read-models/projecting.ts', [url, String(EXPIRES)]);
    undo.push(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    await lineOf(child, /^ready$/);
    return child;
  };
  const epoch = async () => (await given.rows<{ epoch: number }>('SELECT epoch FROM read_models.lease'))[0]?.epoch ?? 0;
  const position = async () =>
    (await given.rows<{ position: string }>(`SELECT position FROM read_models.checkpoint WHERE name = 'dockets'`))[0]
      ?.position;
  const writeSome = async () => {
    for (let i = 0; i < 20; i++)
      await given.write(`report-${++files}`, [received('2026-03-01', 'u1'), resolved('2026-03-10')]);
  };
  const keptUp = async () => {
    const head = await given.log.head();
    await until('the read models have come to the end of the log', async () => (await position()) === head);
  };
  /** An active projector that keeps up, and another that stands by. */
  const activeAndStandby = async (activeUrl?: string) => {
    const active = await start(activeUrl);
    await writeSome();
    await keptUp();
    const standby = await start();
    expect(await epoch()).toBe(1);
    return { active, standby };
  };
  const expectSoundRows = async () => {
    const live = await everythingIn(given);
    expect(live['docket_item']).toHaveLength(files);
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await everythingIn(given)).toEqual(live);
  };

  beforeEach(() => {
    files = 0;
  });

  it(
    'one stands by until the other is killed, and then takes over',
    async () => {
      const { active } = await activeAndStandby();
      await sleep(2 * EXPIRES);
      expect(await epoch()).toBe(1);
      active.kill('SIGKILL');
      await writeSome();
      await keptUp();
      expect(await epoch()).toBe(2);
      await expectSoundRows();
    },
    LONG,
  );

  it(
    'one takes over from the other that is frozen, and which writes nothing more when it wakes',
    async () => {
      const { active } = await activeAndStandby();
      active.kill('SIGSTOP');
      await writeSome();
      await keptUp();
      expect(await epoch()).toBe(2);
      active.kill('SIGCONT');
      await writeSome();
      await keptUp();
      await sleep(EXPIRES);
      expect(await epoch()).toBe(2);
      await expectSoundRows();
    },
    LONG,
  );

  it(
    'one takes over from the other that can no longer be reached',
    async () => {
      const wire = await proxy(given.projectorUrl);
      undo.push(wire.close);
      await activeAndStandby(wire.through(given.projectorUrl));
      wire.hold();
      await writeSome();
      await keptUp();
      expect(await epoch()).toBe(2);
      await expectSoundRows();
    },
    LONG,
  );

  it(
    'of an older epoch is refused at its next commit',
    async () => {
      const stop = new AbortController();
      const trouble: string[] = [];
      const running = runProjection({
        log: given.log,
        url: given.projectorUrl,
        domain: smallDomain,
        signal: stop.signal,
        patience: 50,
        expiresAfter: 600_000,
        onTrouble: (error) => trouble.push(String(error)),
      });
      await writeSome();
      await keptUp();
      await given.rows('UPDATE read_models.lease SET epoch = epoch + 1');
      const stood = await position();
      await given.rows(`CREATE FUNCTION read_models.note() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'a deposed projector wrote'; END $$`);
      await given.rows(
        `CREATE TRIGGER note BEFORE UPDATE ON read_models.checkpoint EXECUTE FUNCTION read_models.note()`,
      );
      await writeSome();
      await until('it was refused', () => trouble.length > 0);
      expect(trouble[0]).toContain('another process keeps the read models');
      expect(await position()).toBe(stood);
      await given.rows('DROP TRIGGER note ON read_models.checkpoint');
      await keptUp();
      expect(await epoch()).toBeGreaterThan(2);
      stop.abort();
      await running;
    },
    LONG,
  );
});
