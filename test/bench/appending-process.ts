import { randomUUID } from 'node:crypto';
import { postgresEventLog } from '#event-log';
import { benchEvent } from './bench-event.js';
import { drive } from './row.js';

const WARM_UP = 1;

// A process that appends: the log's address, how many callers, for how many seconds. It tells its rate and ends.
const [url = '', callers, seconds] = process.argv.slice(2);
const log = postgresEventLog({ url });
const append = () =>
  log.append([{ stream: `criminalCase-${randomUUID()}`, expected: 'noStream', events: [benchEvent()] }]);
await drive(Number(callers), WARM_UP, append);
process.send?.(await drive(Number(callers), Number(seconds), append));
await log.close();
process.disconnect();
