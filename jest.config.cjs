const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/static', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '^.+\\.tsx?$': '<rootDir>/test/support/transpile.cjs' },
  // Its package names an ES module alone, which jest cannot require; the same code is beside it for others.
  moduleNameMapper: { '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js' },
  restoreMocks: true,
  // Reads at the end what the app logged in the whole run, and fails it for a secret, page text or what was asked.
  globalSetup: '<rootDir>/test/log-check/begin-run.ts',
  globalTeardown: '<rootDir>/test/log-check/end-run.ts',
  // A whole site is started in some tests; on a busy machine that takes its time.
  testTimeout: 60_000,
  // Many tests wait, for a browser or a clock. Left to itself, jest would even leave a core idle: of two, half the machine.
  maxWorkers: availableParallelism() + 1,
  // `npm test` also gives Node a larger young generation, which each worker inherits: a twelfth less time.
};
