import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOf } from './faults.js';
import { faultRig, type Rig } from './rig.js';
import { runRounds } from './rounds.js';
import { scenarios } from './scenarios.js';

const LONG = 1_200_000;

describe('an installation that is harmed while it works', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await faultRig();
  }, LONG);
  afterAll(() => rig.stop(), LONG);

  it(
    'given every fault once, then nothing acknowledged is lost or doubled, no figure was wrong, every stream was one',
    async () => {
      const faults = faultsOf(rig);
      const { wrong, acknowledged, looks } = await runRounds(rig, {
        rounds: faults.length,
        seed: 20_261_122,
        say: () => undefined,
      });
      expect(wrong).toEqual([]);
      expect(acknowledged).toBeGreaterThan(faults.length);
      expect(looks).toBeGreaterThan(faults.length);
    },
    LONG,
  );
});

describe('an installation of its own', () => {
  it.each(scenarios)(
    'given $name, then nothing is lost and the figures are those of a rebuild',
    async ({ run }) => {
      const { wrong, notRun } = await run();
      if (notRun !== undefined) process.stderr.write(`not run: ${notRun}\n`);
      expect(wrong).toEqual([]);
    },
    LONG,
  );
});
