import type { Command } from 'commander';

/** Every command of the program, by its name; each has its file here, with all that it works with. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).start,
  prepare: async () => (await import('./prepare.js')).prepare,
  import: async () => (await import('./import.js')).importCommand,
  'export-template': async () => (await import('./export-template.js')).exportTemplate,
  rebuild: async () => (await import('./rebuild.js')).rebuildCommand,
  replay: async () => (await import('./replay.js')).replayCommand,
  transfer: async () => (await import('./transfer.js')).transferCommand,
};

/**
 * Loads the command that is asked for: the others with all that they work with would take longer than it. All of them
 * where none is, for the help.
 */
export const commandsFor = (asked: string | undefined): Promise<readonly Command[]> => {
  const known = asked !== undefined && Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  return Promise.all((known ? [known] : Object.values(commands)).map((load) => load()));
};
