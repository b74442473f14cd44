import { postgresEventLog } from '#event-log';
import { event, write } from '#event-log/testing';
import { testDatabase } from '#test';
import { connected } from './as-owner.js';
import { CASES, describeFewAmongMany } from './few-among-many.js';

/** Cases of one event each, copies of the first. */
const cases = `
  WITH first AS (SELECT e.* FROM event_log.events e JOIN event_log.streams s ON s.number = e.stream WHERE s.name = 'case-0'),
  streams AS (INSERT INTO event_log.streams (number, name, revision)
    SELECT h.streams + n, 'case-' || n, 0 FROM event_log.head h, generate_series(1, ${CASES}) AS n)
  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata, bytes)
  SELECT h.position + n, h.streams + n, 0, gen_random_uuid(), f.type, f.schema_version, f.data, f.metadata, f.bytes
    FROM event_log.head h, first f, generate_series(1, ${CASES}) AS n`;

describeFewAmongMany(
  'PostgreSQL',
  async () => {
    const database = await testDatabase();
    const log = postgresEventLog({ url: database.writerUrl });
    return {
      log,
      fill: async () => {
        await log.append([write('case-0', 'noStream', event())]);
        await connected(database.ownerUrl, async (client) => {
          await client.query('BEGIN');
          await client.query(cases);
          await client.query(`UPDATE event_log.head SET position = position + ${CASES}, streams = streams + ${CASES}`);
          await client.query('COMMIT');
        });
      },
      dispose: async () => {
        await log.close();
        await database.drop();
      },
    };
  },
  { most: 1, limits: [1, 2, 7, 5000] },
);
