import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { REFERENCE_STREAMS } from '#casework';
import type { StoredEvent } from '#engine';
import { memoryEventLog, transferLog } from '#event-log';
import { eventStoreDbEventLog } from '#event-log/eventstore';
import { until } from '#test';
import { kiemsat, startKiemsat } from '../exchange/kiemsat.js';
import { fill, installation, readAll, wherever, type Installation } from './moved-log.js';

jest.setTimeout(300_000);

describe('a log moved from one engine to another', () => {
  let folder: string;
  let here: Installation;
  let there: Installation;
  let written: readonly StoredEvent[];
  let counted: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat chép sổ '));
    here = await installation(join(folder, 'here'));
    there = await installation(join(folder, 'there'));
    written = await fill(here.log);
    await here.rebuild();
    counted = await here.readModels(written);
  });
  afterAll(async () => {
    await here.drop();
    await there.drop();
    rmSync(folder, { recursive: true });
  });

  const transferIn = ({ folder: data, ownerUrl }: Installation, ...options: readonly string[]) =>
    [['transfer', '--data', data, ...options], ownerUrl] as const;

  it('given a log in PostgreSQL, when it goes to one that takes a stream at a time and on to another PostgreSQL, then events, order and figures are the same', async () => {
    const other = await installation(join(folder, 'other'));
    const between = memoryEventLog({ severalStreams: false });
    const away = await transferLog({ from: here.log, to: between, referenceStreams: REFERENCE_STREAMS });
    const back = await transferLog({ from: between, to: other.log, referenceStreams: REFERENCE_STREAMS });
    expect(back).toEqual(away);
    const arrived = await readAll(other.log);
    expect(wherever(arrived)).toEqual(wherever(written));
    await other.rebuild();
    expect(await other.readModels(arrived)).toEqual(counted);
    await other.drop();
  });

  it('given read models of a log that went further, when they are rebuilt from this one, then they are this one’s', async () => {
    await here.client.query(`UPDATE read_models.checkpoint SET position = '99999999999999999999'`);
    expect(await here.rebuild()).toMatchObject({ events: written.length, position: written.at(-1)?.position });
    expect(await here.readModels(written)).toEqual(counted);
  });

  it('given a program at work on the database, when its log is to be moved, then it is refused in one line', async () => {
    const projector = new pg.Client({ connectionString: here.projectorUrl, application_name: 'kiemsat projector' });
    await projector.connect();
    const refused = await kiemsat(...transferIn(here, '--to-event-store', 'esdb://127.0.0.1:1?tls=false'));
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('hãy dừng nó rồi chạy lại') });
    await projector.end();
  });

  const { EVENT_STORE_URL: url } = process.env;
  if (!url) {
    process.stderr.write('EVENT_STORE_URL is not set: no log is moved to EventStoreDB.\n');
    return;
  }

  describe('by `kiemsat transfer`, with EventStoreDB', () => {
    const sum = /Hai sổ có (\d+) ghi nhận như nhau \(vừa chép (\d+)\); SHA-256 ([0-9a-f]{64})/;
    const moved = async (to: Installation, ...options: readonly string[]) => {
      const { code, output } = await kiemsat(...transferIn(to, ...options));
      const [, events, copied, hash] = sum.exec(output) ?? [];
      if (code !== 0 || hash === undefined) throw new Error(output);
      return { events: Number(events), copied: Number(copied), hash };
    };

    it('given it is killed midway, when it is run again, then it goes on; and what comes back to another PostgreSQL is the same, event by event and figure by figure', async () => {
      const whole = eventStoreDbEventLog({ url });
      const origin = await whole.head();
      await whole.close();
      const namespace = `t${randomUUID().slice(0, 8)}-`;
      process.env['EVENT_STORE_NAMESPACE'] = namespace;
      const store = eventStoreDbEventLog({ url, namespace, origin });
      const child = startKiemsat(...transferIn(here, '--to-event-store', url));
      const gone = new Promise((resolve) => child.once('close', resolve));
      await until('much is copied', async () => (await readAll(store)).length > 300, 120_000);
      child.kill('SIGKILL');
      await gone;
      const left = (await readAll(store)).length;
      expect(left).toBeLessThan(written.length);

      const away = await moved(here, '--to-event-store', url);
      expect(away).toMatchObject({ events: written.length, copied: written.length - left });
      const stored = await readAll(store);
      expect(wherever(stored)).toEqual(wherever(written));
      expect(await here.readModels(stored)).toEqual(counted);

      expect(await moved(there, '--from-event-store', url)).toEqual({ ...away, copied: written.length });
      const arrived = await readAll(there.log);
      expect(wherever(arrived)).toEqual(wherever(written));
      expect(await there.readModels(arrived)).toEqual(counted);

      expect(await moved(here, '--from-event-store', url)).toEqual({ ...away, copied: 0 });
      expect(await here.readModels(written)).toEqual(counted);
      await store.close();
    });
  });
});
