import { setTimeout as sleep } from 'node:timers/promises';
import { migrateReadModels } from '#read-models';
import { appendReference } from '../api/province.js';
import { benchServer } from './bench-server.js';
import { openPetition } from './http-command.js';
import { startApi, startProjector } from './programs.js';
import { bounded, percentile, type Row, type Scale } from './row.js';

const A_SECOND = 500;
const TICK = 10;
/** Beyond these a command waits for its turn, and its delay counts from when it was due. */
const AT_ONCE = 200;

/** Where an open page has been told that the figures stand, with the time it was told. */
const openPage = async (address: string, cookie: string, onTold: (position: string) => void) => {
  const leaving = new AbortController();
  const { body } = await fetch(`${address}/api/live`, { headers: { cookie }, signal: leaving.signal });
  if (!body) throw new Error('the page was told nothing');
  const listen = async () => {
    let rest = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('id: ')) onTold(line.slice(4).trim());
    }
  };
  const listening = listen().catch(() => undefined);
  return async () => {
    leaving.abort();
    await listening;
  };
};

/**
 * From sending a command until an open page is told that the figures hold it, at a steady 500 commands a second, with
 * api, projector and database as the processes they are.
 */
export const benchLive = async ({ full }: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  const { writerUrl, projectorUrl } = await server.database('live');
  await migrateReadModels({ url: projectorUrl });
  await appendReference(writerUrl);
  const projector = await startProjector(projectorUrl);
  const api = await startApi(writerUrl);
  const waiting: { position: string; sent: number }[] = [];
  let delays: number[] = [];
  const leave = await openPage(api.address, api.cookie, (position) => {
    const now = performance.now();
    for (let i = waiting.length - 1; i >= 0; i--) {
      const one = waiting[i];
      if (!one || one.position > position) continue;
      delays.push(now - one.sent);
      waiting.splice(i, 1);
    }
  });
  let underWay = 0;
  const send = async (due: number) => {
    underWay++;
    const position = await openPetition(api);
    underWay--;
    waiting.push({ position, sent: due });
  };
  const steadily = async (seconds: number) => {
    const began = performance.now();
    const commands: Promise<void>[] = [];
    const dueAt = () => began + (commands.length * 1000) / A_SECOND;
    while (commands.length < seconds * A_SECOND) {
      while (commands.length < seconds * A_SECOND && dueAt() <= performance.now() && underWay < AT_ONCE)
        commands.push(send(dueAt()));
      await sleep(TICK);
    }
    await Promise.all(commands);
    const rate = (commands.length * 1000) / (performance.now() - began);
    while (waiting.length > 0) await sleep(TICK);
    return rate;
  };
  await steadily(full ? 10 : 4);
  delays = [];
  const rate = await steadily(full ? 20 : 6);
  await leave();
  await api.stop();
  await projector.stop();
  await server.stop();
  const what = `event to open page, p99 at ${Math.round(rate)} commands a second`;
  return [bounded(what, percentile(delays, 0.99), 'ms', 'one second', 1000, 1)];
};
