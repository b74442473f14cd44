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
  const log = postgresEventLog({ url: writerUrl });
  const overHttp = () => openPetition(api);
  const direct = () =>
    log.append([{ stream: `criminalCase-${randomUUID()}`, expected: 'noStream', events: [benchEvent()] }]);
  const rates = { http: [] as number[], direct: [] as number[] };
  // A program that has just started compiles what it does often only after a while.
  await drive(CALLERS, full ? 8 : 4, overHttp);
  await drive(CALLERS, 1, direct);
  const seconds = full ? 3 : 1.5;
  for (let round = 0; round < ROUNDS; round++) {
    rates.http.push(await drive(CALLERS, seconds, overHttp));
    rates.direct.push(await drive(CALLERS, seconds, direct));
  }
  await api.stop();
  await log.close();
  await server.stop();
  const against = 'the log appended directly';
  return [row(`command through HTTP, ${CALLERS} callers`, median(rates.http), against, median(rates.direct), AT_LEAST)];
};
