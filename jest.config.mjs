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
  testTimeout: 60_000,
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
