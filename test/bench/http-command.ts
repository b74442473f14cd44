import { randomUUID } from 'node:crypto';
import { postgresEventLog } from '#event-log';
import { migrateReadModels } from '#read-models';
import { appendReference } from '../api/province.js';
import { benchEvent } from './bench-event.js';
import { benchServer } from './bench-server.js';
import { startApi } from './programs.js';
import { drive, median, row, type Row, type Scale } from './row.js';

const CALLERS = 64;
const ROUNDS = 3;
/** Client, server and database share the cores of one machine here. */
const AT_LEAST = 0.3;

/** A milestone with a summary as long as the one that is appended directly. */
const fact = {
  type: 'PetitionReceived',
  data: {
    on: '2026-01-02',
    petitionNo: '123/2026',
    kind: 'complaint',
    field: 'administrative',
    sender: 'Nguyễn Thị Gửi',
    summary: 'Khiếu nại quyết định hành chính. '.repeat(6).trim(),
  },
};

/** Opens a petition. @returns the position of its event */
export const openPetition = async ({ post }: Pick<Awaited<ReturnType<typeof startApi>>, 'post'>): Promise<string> => {
  const answer = await post(`/api/files/petition/${randomUUID()}/facts`, { 'idempotency-key': randomUUID() }, fact);
  return /\r\nposition: (\d{20})/i.exec(answer)?.[1] ?? '';
};

/** A command through HTTP to the durable event, against the same log appended to directly at the same concurrency. */
export const benchHttpCommand = async ({ full }: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  const { writerUrl, projectorUrl } = await server.database('http_command');
  await migrateReadModels({ url: projectorUrl });
  await appendReference(writerUrl);
  const api = await startApi(writerUrl);
  const second = await startApi(writerUrl, api.cookie);
  const log = postgresEventLog({ url: writerUrl });
  const overHttp = () => openPetition(api);
  let calls = 0;
  const overBoth = () => openPetition(calls++ % 2 === 0 ? api : second);
  const direct = () =>
    log.append([{ stream: `criminalCase-${randomUUID()}`, expected: 'noStream', events: [benchEvent()] }]);
  const rates = { http: [] as number[], both: [] as number[], direct: [] as number[] };
  // A program that has just started compiles what it does often only after a while.
  await drive(CALLERS, full ? 8 : 4, overHttp);
  await drive(CALLERS, full ? 8 : 4, overBoth);
  await drive(CALLERS, 1, direct);
  const seconds = full ? 3 : 1.5;
  for (let round = 0; round < ROUNDS; round++) {
    rates.http.push(await drive(CALLERS, seconds, overHttp));
    rates.both.push(await drive(CALLERS, seconds, overBoth));
    rates.direct.push(await drive(CALLERS, seconds, direct));
  }
  await api.stop();
  await second.stop();
  await log.close();
  await server.stop();
  const against = 'the log appended directly';
  const what = `command through HTTP, ${CALLERS} callers`;
  const appended = median(rates.direct);
  return [
    row(`${what}, one API process`, median(rates.http), against, appended, AT_LEAST),
    row(`${what}, two API processes`, median(rates.both), against, appended),
  ];
};
