import { join, resolve } from 'node:path';
import { projectRoot } from '#infra';

/** Where this installation's data lie: as asked (--data), else KIEMSAT_DATA, else `.kiemsat` beside the program. */
export const dataFolder = (asked: string | undefined): string =>
  resolve(asked ?? (process.env['KIEMSAT_DATA'] || join(projectRoot, '.kiemsat')));
