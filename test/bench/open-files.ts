import { createHash } from 'node:crypto';
import { eventsOf, type CommandContext } from '#engine';
import { postgresEventLog } from '#event-log';
import { REGION } from '../api/province.js';
import { connected } from '../event-log/as-owner.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export const benchContext = (commandId: string, recordedAt: string): CommandContext => ({
  commandId,
  actor: 'p-thongke',
  unit: REGION,
  recordedAt,
  reference: '0'.repeat(19) + '1',
});

export const benchEvents = (fact: Parameters<typeof eventsOf>[0][number], stream: string, context: CommandContext) =>
  eventsOf([fact], stream, context, digest(stream), digest);

const copied = `
  WITH first AS (SELECT e.* FROM event_log.events e JOIN event_log.streams s ON s.number = e.stream WHERE s.name = $2),
  streams AS (INSERT INTO event_log.streams (number, name, revision)
    SELECT h.streams + n, 'petition-bench-' || n, 0 FROM event_log.head h, generate_series(1, $1::int) AS n)
  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata, bytes)
  SELECT h.position + n, h.streams + n, 0, gen_random_uuid(), f.type, f.schema_version, f.data, f.metadata, f.bytes
    FROM event_log.head h, first f, generate_series(1, $1::int) AS n`;

/** So many petitions, all received on one day and open ever since. */
export const openPetitions = async (
  { ownerUrl, writerUrl }: { readonly ownerUrl: string; readonly writerUrl: string },
  count: number,
  receivedOn: string,
): Promise<void> => {
  const log = postgresEventLog({ url: writerUrl });
  const stream = 'petition-bench-0';
  const data = {
    on: receivedOn,
    petitionNo: '123/2026',
    kind: 'complaint',
    field: 'administrative',
    sender: 'Nguyễn Thị Gửi',
    summary: 'Khiếu nại quyết định hành chính.',
  };
  const context = benchContext('00000000-0000-8000-8000-0000000000bb', `${receivedOn}T03:00:00.000Z`);
  const events = benchEvents({ type: 'PetitionReceived', data }, stream, context);
  await log.append([{ stream, expected: 'noStream', events }]);
  await log.close();
  await connected(ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(copied, [count - 1, stream]);
    await client.query('UPDATE event_log.head SET position = position + $1, streams = streams + $1', [count - 1]);
    await client.query('COMMIT');
    await client.query('ANALYZE event_log.streams, event_log.events');
  });
};
