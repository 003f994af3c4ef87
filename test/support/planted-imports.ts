/** An import that a rule of .dependency-cruiser.cjs must report. */
export type PlantedImport = { readonly rule: string; readonly from: string; readonly to: string };

/**
 * One import at least for each rule. A `clean` file exists in every room, and src/search/way-back imports
 * src/search/planted-there.
 */
export const plantedImports: readonly PlantedImport[] = [
  { rule: 'arrows-only-contract', from: 'src/contract/planted', to: '../fence/clean' },
  { rule: 'arrows-only-excerpts', from: 'src/excerpts/planted', to: '../search/clean' },
  { rule: 'arrows-only-fence', from: 'src/fence/planted', to: '../excerpts/clean' },
  { rule: 'arrows-only-search', from: 'src/search/planted', to: '../door/clean' },
  { rule: 'arrows-only-keys', from: 'src/keys/planted', to: '../contract/clean' },
  { rule: 'arrows-only-audit', from: 'src/audit/planted', to: '../fence/clean' },
  { rule: 'arrows-only-settings', from: 'src/settings/planted', to: '../search/clean' },
  { rule: 'arrows-only-door', from: 'src/door/planted', to: '../platform/clean' },
  { rule: 'arrows-only-door', from: 'src/door/planted-index', to: '../index' },
  { rule: 'rooms-are-pure', from: 'src/fence/planted-file-access', to: 'node:fs' },
  { rule: 'rooms-are-pure', from: 'src/excerpts/planted-package', to: 'markdown-it' },
  { rule: 'forge-sdk-in-platform-and-entry-only', from: 'src/door/planted-sdk', to: '@forge/kvs' },
  { rule: 'platform-never-imports-entry', from: 'src/platform/planted', to: '../entry/clean' },
  { rule: 'platform-never-imports-entry', from: 'src/platform/planted-index', to: '../index' },
  { rule: 'entries-are-reached-from-index-only', from: 'src/settings/planted-entry', to: '../entry/clean' },
  { rule: 'content-comes-through-the-gate', from: 'src/platform/planted-content', to: './search-content' },
  { rule: 'content-comes-through-the-gate', from: 'src/entry/planted-content', to: '../platform/search-content' },
  { rule: 'gate-is-passed-in-two-places', from: 'src/search/planted-gate', to: '../fence/gate' },
  { rule: 'shipped-code-never-imports-dev', from: 'src/search/planted-dev', to: '../../dev/clean' },
  { rule: 'shipped-code-never-imports-dev', from: 'static/page/planted-test', to: '../../test/clean' },
  { rule: 'ui-shares-contract-only', from: 'static/page/planted-room', to: '../../src/search/clean' },
  { rule: 'ui-uses-react-and-bridge-only', from: 'static/page/planted-sdk', to: '@forge/api' },
  { rule: 'dev-never-imports-entry-wiring', from: 'dev/planted-entry', to: '../src/entry/clean' },
  { rule: 'dev-never-imports-entry-wiring', from: 'dev/planted-platform', to: '../src/platform/clean' },
  { rule: 'no-circular', from: 'src/search/planted-there', to: './way-back' },
  { rule: 'no-unresolvable', from: 'src/search/planted-missing', to: './missing' },
];

/** What the rules allow, so that a rule that reports everything is caught too. */
export const allowedImports: readonly Omit<PlantedImport, 'rule'>[] = [
  { from: 'src/door/allowed-room', to: '../search/clean' },
  { from: 'src/door/allowed-crypto', to: 'node:crypto' },
  { from: 'src/door/allowed-package', to: 'valibot' },
  { from: 'src/platform/allowed-sdk', to: '@forge/kvs' },
  { from: 'src/platform/allowed-room', to: '../door/clean' },
  { from: 'src/entry/content-access', to: '../platform/search-content' },
  { from: 'src/search/collect-candidates', to: '../fence/gate' },
  { from: 'src/entry/allowed', to: '../platform/clean' },
  { from: 'static/page/allowed', to: '../../src/contract/clean' },
  { from: 'static/page/allowed-sdk', to: '@forge/react' },
  { from: 'dev/allowed', to: '../src/door/clean' },
  { from: 'test/allowed', to: '../dev/clean' },
];
