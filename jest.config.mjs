/** Jest in ESM mode: package sources are read through the `@thuisreis/source` condition, so tests need no build. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@thuisreis/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition|cookie)/)'],
  modulePathIgnorePatterns: ['/dist/', '/.thuisreis/', '/tests/output/'],
};
const quick = ['packages', 'workflows', 'apps'].map((folder) => `<rootDir>/${folder}/**/src/**/*.test.ts?(x)`);

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [...quick, '<rootDir>/tests/{boundaries,docs,journeys,replay}/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts', '<rootDir>/tests/faults/verdict.test.ts'],
    },
    {
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/tests/faults/kill.test.ts', '<rootDir>/tests/faults/sweeper.test.ts'],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
  ],
};
