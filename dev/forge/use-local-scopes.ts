import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { CONFLUENCE_CALLS } from './confluence-calls';

/** Forge's linter falls back to the network unless all six are set. */
const SCOPE_FILE_VARIABLES = [
  'LOCAL_CONF_SWAGGER',
  'LOCAL_CONF_V2_SWAGGER',
  'LOCAL_JIRA_SWAGGER',
  'LOCAL_JSM_SWAGGER',
  'LOCAL_JSW_SWAGGER',
  'LOCAL_BB_SWAGGER',
];

/** Makes Forge's linter look scopes up in {@link CONFLUENCE_CALLS}; the returned function removes the files again. */
export const useLocalScopes = (): (() => void) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'forge-scopes-'));
  const confluence = path.join(directory, 'confluence.json');
  const nothing = path.join(directory, 'nothing.json');
  writeFileSync(confluence, JSON.stringify({ paths: toOpenApiPaths() }));
  writeFileSync(nothing, JSON.stringify({ paths: {} }));
  for (const name of SCOPE_FILE_VARIABLES) process.env[name] = name === 'LOCAL_CONF_SWAGGER' ? confluence : nothing;
  process.env['USE_LOCAL_SWAGGER'] = '1';
  process.env['FORGE_DISABLE_ANALYTICS'] = '1';
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
};

/** Longer paths first: the linter ties a path to the end of the called one only, and takes the first that fits. */
const toOpenApiPaths = () =>
  Object.fromEntries(
    CONFLUENCE_CALLS.toSorted((a, b) => b.path.length - a.path.length).map(({ method, path: called, scope }) => [
      called,
      { [method]: { 'x-atlassian-oauth2-scopes': [{ state: 'Current', scopes: [scope] }] } },
    ]),
  );
