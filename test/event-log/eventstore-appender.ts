import { eventStoreDbEventLog } from '#event-log/eventstore';
import { appendInsistently } from './insistent-appender.js';

const [url = '', namespace = '', prefix = '', count = '0'] = process.argv.slice(2);

const log = eventStoreDbEventLog({ url, namespace });
await appendInsistently(log, prefix, Number(count));
await log.close();
