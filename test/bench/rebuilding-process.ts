import { openEventLog } from '#event-log';
import { rebuild } from '#read-models';
import { shippedThreads } from './threads.js';

const MIB = 2 ** 20;

// A process that rebuilds the read models of the log that its environment names: the addresses of the writer and of the
// projector. It tells how many events it
// read, in how many milliseconds, and the most memory it had, in MiB; then it ends.
const [writerUrl = '', projectorUrl = ''] = process.argv.slice(2);
const log = await openEventLog(process.env, { url: writerUrl });
const began = performance.now();
const { events } = await rebuild({ log, url: projectorUrl, threads: { ...shippedThreads(), env: process.env } });
const milliseconds = performance.now() - began;
// The kernel's own high-water mark, in kilobytes.
process.send?.({ events, milliseconds, mebibytes: (process.resourceUsage().maxRSS * 1024) / MIB });
await log.close();
process.disconnect();
