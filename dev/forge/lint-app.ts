import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } from '@forge/cli-shared';
import type { LintResult } from '@forge/lint';
import { lint, parseSourceFile } from '@forge/lint';

import { checkConfluenceCalls } from './check-confluence-calls';
import type { LintProblem } from './lint-problem';
import { OfflineFlags } from './offline-flags';
import { useLocalScopes } from './use-local-scopes';

/**
 * Runs the client-side half of `forge lint` over the app in the working directory without a login or a connection,
 * and then looks for what that half is known to miss. The server-side half runs at `forge deploy` only.
 * @throws {Error} when the manifest cannot be read or a source file cannot be parsed.
 */
export const lintApp = async (): Promise<readonly LintProblem[]> => {
  const removeScopeFiles = useLocalScopes();
  try {
    const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
    const manifest = await config.readConfig();
    const files = await listSources(config);
    const unread = new Set(files);
    const results = await lint(files, manifest, 'development', NullLogger, new OfflineFlags(), {
      linter: { mode: 'client-side' },
      parseFunction: (file, parser) => {
        unread.delete(file);
        return parseSourceFile(file, parser);
      },
    });
    const scopes = manifest.permissions?.scopes ?? [];
    return [
      ...results.flatMap(toProblems),
      ...[...unread].map((file) => toUnreadProblem(file)),
      ...checkConfluenceCalls(
        files.map((file) => ({ file, text: readFileSync(file, 'utf8') })),
        Array.isArray(scopes) ? scopes : Object.keys(scopes),
      ),
    ];
  } finally {
    removeScopeFiles();
  }
};

/** The files that `forge lint` reads: all below `src`, and those beside each UI Kit entry. */
const listSources = async (config: ConfigFile): Promise<string[]> => {
  const pages = await config.getResources(['nativeUI']);
  const directories = ['./src', ...new Set(pages.map((page) => path.dirname(page.path)))];
  const files = await Promise.all(directories.map((directory) => new FileSystemReader().recursiveReadDir(directory)));
  return files.flat();
};

/** Forge's linter skips what the `include` of tsconfig.json, read as a list of globs, does not name file by file. */
const toUnreadProblem = (file: string): LintProblem => ({
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message: 'Forge’s linter passed this file over: does the include of tsconfig.json name it?',
});

const toProblems = ({ file, errors, warnings, approvals }: LintResult): readonly LintProblem[] =>
  [...errors, ...warnings, ...approvals].map((rule) => ({
    severity: rule.class,
    file,
    line: rule.line,
    column: rule.column,
    message: rule.message,
  }));
