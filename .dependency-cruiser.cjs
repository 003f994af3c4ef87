/** The dependency rule of docs/design.md, "Rooms and arrows". */
const rooms = {
  contract: [],
  excerpts: ['contract'],
  fence: ['contract'],
  search: ['contract', 'excerpts', 'fence'],
  keys: [],
  audit: [],
  settings: ['contract', 'fence', 'keys', 'audit'],
  door: ['contract', 'fence', 'keys', 'search', 'audit'],
};
const pure = Object.keys(rooms);
const pureBuiltins = '^(node:)?crypto$';
const pureLibraries = 'node_modules/(valibot|htmlparser2|entities|domhandler|domutils|domelementtype|dom-serializer)/';

module.exports = {
  forbidden: [
    ...pure.map((room) => ({
      name: `arrows-only-${room}`,
      comment: `src/${room} may import only ${rooms[room].join(', ') || 'nothing else'}.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...rooms[room]].join('|')})/` },
    })),
    {
      name: 'rooms-are-pure',
      comment: 'A pure room imports no package but the few listed, and no Node module but crypto.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: `^src/|${pureBuiltins}|${pureLibraries}` },
    },
    {
      name: 'forge-sdk-in-platform-and-entry-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|entry)/' },
      to: { path: '@forge/' },
    },
    {
      name: 'platform-never-imports-entry',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(entry/|index)' },
    },
    {
      name: 'entries-are-reached-from-index-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(entry/|index)' },
      to: { path: '^src/entry/' },
    },
    {
      name: 'content-comes-through-the-gate',
      comment: 'Only the two modules that hold content against the gate ask for it; entry/content-access wires them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(entry/content-access|platform/search-content)\\.ts$' },
      to: { path: '^src/platform/search-content' },
    },
    {
      name: 'gate-is-passed-in-two-places',
      comment: 'Content is admitted where it is asked for, and nowhere else.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/search/(collect-candidates|find-page)\\.ts$' },
      to: { path: '^src/fence/gate', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shipped-code-never-imports-dev',
      severity: 'error',
      from: { path: '^(src|static)/' },
      to: { path: '^(dev|test|bench)/' },
    },
    {
      name: 'ui-shares-contract-only',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^src/', pathNot: '^src/contract/' },
    },
    {
      name: 'ui-uses-react-and-bridge-only',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '@forge/', pathNot: '@forge/(react|bridge)/' },
    },
    {
      name: 'dev-never-imports-entry-wiring',
      comment: 'The local site runs the bundle; it never calls the app in process.',
      severity: 'error',
      from: { path: '^dev/' },
      to: { path: '^src/(entry|platform)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
