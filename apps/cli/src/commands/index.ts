import type { Command } from 'commander';
import { exportTemplate } from './export-template.js';
import { importCommand } from './import.js';
import { prepare } from './prepare.js';
import { rebuildCommand } from './rebuild.js';
import { replayCommand } from './replay.js';
import { start } from './start.js';
import { transferCommand } from './transfer.js';

/** Every command of the program; each has its file here. */
export const commands: readonly Command[] = [
  start,
  prepare,
  importCommand,
  exportTemplate,
  rebuildCommand,
  replayCommand,
  transferCommand,
];
