import type { Setting } from './settings.js';

/** The open points of the law that come with a release, each with the reading followed until settled otherwise. */
export const openPoints: readonly Setting[] = [];
