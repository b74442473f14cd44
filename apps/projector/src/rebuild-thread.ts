/** A thread of a rebuild: the program that rebuilds starts some of these beside itself. */
import { postgresEventLog } from '#event-log';
import { loadBeside } from '#read-models';

await loadBeside({ openLog: (url) => postgresEventLog({ url }) });
