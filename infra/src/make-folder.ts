import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { folderTrouble } from './trouble.js';

const make = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) make(parent);
  mkdirSync(folder);
};

/**
 * Makes a folder and those above it. Node's own recursive mkdir tries for ever where a file system takes no folders.
 * @throws {Trouble} when it can't be made
 */
export const makeFolder = (folder: string): void => {
  try {
    make(folder);
  } catch (error) {
    throw folderTrouble(folder, error);
  }
};
