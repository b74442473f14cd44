import { describe, expect, it } from '@jest/globals';
import { rebuildThreads } from './rebuild-threads.js';

describe('the threads of a rebuild', () => {
  it('are as many as there are cores, and no more than the database keeps up with', () => {
    expect([1, 2, 64].map((cores) => rebuildThreads({}, cores))).toEqual([1, 2, 8]);
  });

  it('are as many as asked for', () => {
    expect(rebuildThreads({ KIEMSAT_REBUILD_THREADS: '3' }, 2)).toBe(3);
  });

  it.each(['0', '9', '1.5', 'two'])('are refused when %s are asked for', (asked) => {
    expect(() => rebuildThreads({ KIEMSAT_REBUILD_THREADS: asked }, 2)).toThrow('KIEMSAT_REBUILD_THREADS');
  });
});
