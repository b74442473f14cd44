/**
 * Keeps the read models of the small domain, as a process of its own that a test can kill.
 * Arguments: the projector's address, and after how many milliseconds another takes over from one that stands still.
 */
import { postgresEventLog } from '#event-log';
import { runProjection } from '#read-models';
import { smallDomain } from './small-domain.js';

const [url = '', expiresAfter = '5000'] = process.argv.slice(2);

const log = postgresEventLog({ url });
process.stdout.write('ready\n');
await runProjection({
  log,
  url,
  domain: smallDomain,
  signal: new AbortController().signal,
  patience: 100,
  expiresAfter: Number(expiresAfter),
  onTrouble: (error) => process.stdout.write(`trouble: ${String(error)}\n`),
});
