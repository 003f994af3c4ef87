/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/static', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // Transpiled file by file (`isolatedModules` of the tsconfig): `npm run typecheck` is the type gate, not jest.
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.check.json', diagnostics: false }] },
  // Its package names an ES module alone, which jest cannot require; the same code is beside it for others.
  moduleNameMapper: { '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js' },
  restoreMocks: true,
  // Reads at the end what the app logged in the whole run, and fails it for a secret, page text or what was asked.
  globalSetup: '<rootDir>/test/log-check/begin-run.ts',
  globalTeardown: '<rootDir>/test/log-check/end-run.ts',
  // A whole site is started in some tests; on a busy machine that takes its time.
  testTimeout: 60_000,
  // Jest would leave one core idle: of two, half the machine.
  maxWorkers: '100%',
};
