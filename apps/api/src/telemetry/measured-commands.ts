import type { Command, Outcome } from '#engine';
import type { Telemetry } from '#telemetry';
import type { CarryOut } from '../files/carry-out.js';
import { problemOf } from '../problem/refusals.js';

/** The kind of stream a command is about; never which one. */
const registerOf = ([stream = '']: readonly string[]) => stream.split('-', 1)[0] ?? '';

const done = ({ repeated }: Outcome<unknown>) => (repeated ? 'repeated' : 'recorded');

/** Commands counted and timed by register and outcome; as they are where nothing is told. */
export const measuredCommands = (carryOut: CarryOut, telemetry: Telemetry): CarryOut => {
  const { counts, tracing } = telemetry;
  if (!counts && !tracing) return carryOut;

  const measured = async <A>(command: Command<A>): Promise<Outcome<A>> => {
    const register = registerOf(command.streams);
    const from = performance.now();
    let outcome = '';
    try {
      const answer = await carryOut.run(command);
      outcome = done(answer);
      return answer;
    } catch (error) {
      outcome = problemOf(error)?.code ?? 'internal';
      throw error;
    } finally {
      telemetry.count('commands', { register, outcome });
      telemetry.record('commandSeconds', (performance.now() - from) / 1000, { register });
    }
  };

  const run: CarryOut['run'] = tracing
    ? (command) => {
        const attributes = { 'kiemsat.register': registerOf(command.streams) };
        return tracing.during('command', { attributes }, () => measured(command));
      }
    : measured;
  return { ...carryOut, run };
};
