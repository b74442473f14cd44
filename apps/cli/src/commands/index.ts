import type { Command } from 'commander';
import { start } from './start.js';

/** Every command of the program; each has its file here. */
export const commands: readonly Command[] = [start];
