// Stands between the program and PostgreSQL: when the pipe to its parent closes, however the parent ended, it stops
// PostgreSQL. It outlives the parent by the length of one shutdown.
import { spawn } from 'node:child_process';

const { command, args, cwd, account } = JSON.parse(process.argv[2]);
const postgres = spawn(command, args, { cwd, ...account, stdio: ['ignore', 'inherit', 'inherit'] });

postgres.on('error', ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
postgres.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

// SIGINT is PostgreSQL's fast shutdown; SIGQUIT its immediate one, from which the next start recovers.
const stop = () => {
  postgres.kill('SIGINT');
  setTimeout(() => postgres.kill('SIGQUIT'), 15_000);
  setTimeout(() => postgres.kill('SIGKILL'), 20_000);
};
let stopping = false;
const once = () => {
  if (!stopping) stop();
  stopping = true;
};
process.stdin.on('end', once).on('close', once).on('error', once).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once);
