import path from 'node:path';

import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } from '@forge/cli-shared';
import type { LintInput, LintResult } from '@forge/lint';
import { lint, parseSourceFile } from '@forge/lint';

import { findUnseenCalls } from './find-unseen-calls';
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
    const sources = await listSources(config);
    const inputs: LintInput[] = [];
    const results = await lint(sources, manifest, 'development', NullLogger, new OfflineFlags(), {
      linter: { mode: 'client-side' },
      parseFunction: async (file, parser) => {
        const input = await parseSourceFile(file, parser);
        inputs.push(input);
        return input;
      },
    });
    const scopes = manifest.permissions?.scopes ?? [];
    const hasStorageScope = Array.isArray(scopes) ? scopes.includes('storage:app') : 'storage:app' in scopes;
    return [...results.flatMap(toProblems), ...findUnseenCalls(inputs), ...(hasStorageScope ? [] : findStorageUse(inputs))];
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

const toProblems = ({ file, errors, warnings, approvals }: LintResult): readonly LintProblem[] =>
  [...errors, ...warnings, ...approvals].map((rule) => ({
    severity: rule.class,
    file,
    line: rule.line,
    column: rule.column,
    message: rule.message,
  }));

/** Forge's linter looks for the `storage` that `@forge/api` no longer has, and so never asks for this scope. */
const findStorageUse = (inputs: readonly LintInput[]): readonly LintProblem[] => {
  const problems: LintProblem[] = [];
  for (const { ast, filepath: file } of inputs) {
    ast?.traverse({
      enter: (node) => {
        if (node.type !== 'ImportDeclaration' || node.source.value !== '@forge/kvs') return;
        const { line, column } = node.loc.start;
        problems.push({ severity: 'error', file, line, column, message: '@forge/kvs needs the scope storage:app.' });
      },
    });
  }
  return problems;
};
