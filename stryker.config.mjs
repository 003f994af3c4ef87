/** Mutation testing of what decides who may ask, what is asked and what may leave. Not a test: a judgement of the tests. */
export default {
  testRunner: 'jest',
  mutate: [
    // Authentication.
    'src/door/authenticate.ts',
    'src/door/signed-request.ts',
    'src/keys/{key-ring,key-expiry,is-signing-secret}.ts',
    // CQL building.
    'src/search/{cql-text,search-cql,title-cql}.ts',
    // The gate.
    'src/fence/{gate,why-held-back,exclusions}.ts',
    // The cursor.
    'src/search/{cursor,search-position}.ts',
    // Authorisation.
    'src/settings/{space-access,show-space-access,space-settings,parse-caller}.ts',
    'src/settings/administration{,-audit,-bulk,-keys,-policy,-spaces,-status,-test-search}.ts',
    'src/platform/caller-rights.ts',
  ],
  jest: {
    projectType: 'custom',
    // The tests of these parts alone, and not the check of the log, which reads what a whole run of the tests logged.
    config: {
      testEnvironment: 'node',
      roots: ['door', 'fence', 'keys', 'platform', 'search', 'settings'].map((room) => `<rootDir>/test/${room}`),
      testMatch: ['**/*.test.ts'],
      transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.check.json', diagnostics: false }] },
      restoreMocks: true,
    },
  },
  coverageAnalysis: 'perTest',
  // Schemas and patterns are made when their module is loaded: what is static here is what must hold.
  ignoreStatic: false,
  // Nothing is type-checked in a run: jest transpiles file by file.
  disableTypeChecks: false,
  ignorePatterns: ['/dist', '/static', '/docs', '/coverage', '/.local-site', '/dev/content/sample'],
  tempDirName: '.stryker-tmp',
  concurrency: 2,
  // What a busy machine does late must not count as found.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 100, low: 95, break: 95 },
};
