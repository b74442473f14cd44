import { availableParallelism } from 'node:os';
import { swcOptions } from './test/harness/swc-options.mjs';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['@swc/jest', swcOptions] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.kiemsat'],
};

/** Pure specs lie beside their code; whatever needs a database or a browser is named *.e2e-spec.ts. */
export default {
  // Whatever else the machine does: a test that starts programs may take a hundred times as long as alone.
  testTimeout: 240_000,
  // Much of a test's time is spent waiting for the programs it starts: one worker would leave two cores half idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    { ...shared, displayName: 'pure', testRegex: ['\\.spec\\.ts$'] },
    {
      ...shared,
      displayName: 'real',
      testRegex: ['\\.e2e-spec\\.ts$'],
      globalSetup: '<rootDir>/test/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
  ],
};
