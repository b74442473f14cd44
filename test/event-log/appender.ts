import { postgresEventLog } from '#event-log';
import { appendInsistently } from './insistent-appender.js';

const [url = '', prefix = '', count = '0'] = process.argv.slice(2);

const log = postgresEventLog({ url });
await appendInsistently(log, prefix, Number(count));
await log.close();
