/**
 * Mutation testing of what decides who may ask, what is asked and what may leave. Not a test: a judgement of the tests.
 * `MUTATE=gate npm run mutate` does one of the groups, with its tests alone; without it all are done at once.
 */
const GROUPS = {
  authentication: {
    mutate: ['src/door/{authenticate,signed-request}.ts', 'src/keys/{key-ring,key-expiry,is-signing-secret}.ts'],
    tests: ['door/{authenticate,signed-request,signature-vectors}', 'keys/*'],
  },
  cql: { mutate: ['src/search/{cql-text,search-cql,title-cql}.ts'], tests: ['search/{search-cql,title-cql}'] },
  gate: {
    mutate: ['src/fence/{gate,why-held-back,exclusions,rebase-exclusions}.ts'],
    tests: ['fence/{gate,why-held-back,exclusions,rebase-exclusions}'],
  },
  cursor: { mutate: ['src/search/{cursor,search-position}.ts'], tests: ['search/{cursor,search-position}'] },
  authorisation: {
    mutate: [
      'src/settings/{space-access,show-space-access,space-settings,parse-caller}.ts',
      'src/settings/{name-exclusions-change,record-stop}.ts',
      'src/settings/administration{,-audit,-bulk,-keys,-policy,-spaces,-status,-test-search}.ts',
      'src/platform/caller-rights.ts',
      'src/keys/{hold-lease,write-window}.ts',
    ],
    tests: ['settings/*', 'platform/caller-rights', 'keys/{hold-lease,write-window}'],
  },
};

const wanted = process.env.MUTATE;
const group = wanted === undefined ? undefined : GROUPS[wanted];
if (wanted !== undefined && group === undefined)
  throw new RangeError(`MUTATE is one of ${Object.keys(GROUPS).join(' ')}`);
const groups = group === undefined ? Object.values(GROUPS) : [group];

export default {
  testRunner: 'jest',
  mutate: groups.flatMap(({ mutate }) => mutate),
  jest: {
    projectType: 'custom',
    // The tests of these parts alone, and not the check of the log, which reads what a whole run of the tests logged.
    config: {
      testEnvironment: 'node',
      roots: ['<rootDir>/test'],
      testMatch: groups.flatMap(({ tests }) => tests.map((name) => `<rootDir>/test/${name}.test.ts`)),
      transform: { '^.+\\.tsx?$': '<rootDir>/test/support/transpile.cjs' },
      restoreMocks: true,
    },
    // It would miss the tests that reach a part by way of another, or of what tests share.
    enableFindRelatedTests: false,
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
  jsonReporter: { fileName: `coverage/mutation${wanted === undefined ? '' : `-${wanted}`}.json` },
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 100, low: 95, break: 95 },
};
