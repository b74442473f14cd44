/**
 * `npm run test:faults [-- rounds seed]`: harms a working installation, again and again, and checks it after each round.
 * With EVENT_STORE_URL and EVENT_STORE_COMMAND its log is in a node of EventStoreDB that the command starts. Ends with
 * exit code 1 when anything was lost, doubled, misread or out of order.
 */
import { parseArgs } from 'node:util';
import { engine, faultRig } from './rig.js';
import { runRounds } from './rounds.js';
import { scenarios } from './scenarios.js';

const counted = (given: string | undefined, otherwise: number, least: number) => {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(`not a number of rounds or a seed: ${given}`);
  return number;
};
const { positionals: given } = parseArgs({ allowPositionals: true });
const [rounds, seed] = [counted(given[0], 200, 1), counted(given[1], Date.now() % 1_000_000, 0)];
const say = (line: string) => process.stdout.write(`${line}\n`);
let violations = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

say(`the log is in ${engine}`);
if (engine === 'PostgreSQL')
  say('EventStoreDB killed, frozen, restarted: NOT RUN, EVENT_STORE_URL and EVENT_STORE_COMMAND are not both set');

for (const { name, run } of scenarios) {
  const { wrong, notRun } = await run();
  violations += wrong.length;
  say(`${name}: ${notRun === undefined ? (wrong.length === 0 ? 'ok' : wrong.join('; ')) : `NOT RUN, ${notRun}`}`);
}

say(`${rounds} rounds, seed ${seed}`);
const rig = await faultRig();
try {
  const result = await runRounds(rig, { rounds, seed, say });
  for (const [name, times] of result.struck) say(`${String(times).padStart(5)} × ${name}`);
  violations += result.wrong.length;
  say(
    `${result.acknowledged} commands acknowledged, ${result.events} events, ${result.operations} appends and reads ` +
      `checked for linearizability, ${result.looks} tables of figures looked at, ${rounds} rebuilds compared; ${violations} violations`,
  );
} finally {
  await rig.stop();
}
process.exitCode = violations === 0 ? 0 : 1;
