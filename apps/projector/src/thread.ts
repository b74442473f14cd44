/** A thread beside the one that keeps the read models: the program that rebuilds or changes them starts some of these. */
import { openEventLog } from '#event-log';
import { workBeside } from '#read-models';

await workBeside({ openLog: (url) => openEventLog(process.env, { url }) });
