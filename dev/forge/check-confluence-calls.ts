import { CONFLUENCE_CALLS } from './confluence-calls';
import { findConfluenceCalls } from './find-confluence-calls';
import type { LintProblem } from './lint-problem';

export type SourceText = { readonly file: string; readonly text: string };

/**
 * Finds what Forge's permission linter passes over in silence. It checks the scope of a call only if the path stands in
 * the call itself and is one it knows, and the options, if any, are written out; and it never asks for the scope of
 * `@forge/kvs`. A listed call that nobody makes is a problem too: its scope may be one the app does not need.
 */
export const checkConfluenceCalls = (
  sources: readonly SourceText[],
  scopes: readonly string[],
): readonly LintProblem[] => {
  const made = new Set<string>();
  const problems = sources.flatMap(({ file, text }) =>
    findConfluenceCalls(file, text).flatMap(({ path, hasVisibleOptions, line, column }): readonly LintProblem[] => {
      const listed = path === undefined ? undefined : findListed(path);
      if (listed !== undefined) made.add(listed);
      const message = whyUnseen(path, listed, hasVisibleOptions);
      return message === undefined ? [] : [{ severity: 'error', file, line, column, message }];
    }),
  );
  const unmade = CONFLUENCE_CALLS.filter(({ path }) => !made.has(path)).map(({ path }) =>
    toProblem('dev/forge/confluence-calls.ts', `${path} is listed, but the app does not call it.`),
  );
  const unscoped = scopes.includes('storage:app') ? [] : sources.filter(({ text }) => text.includes(`'@forge/kvs'`));
  return [
    ...problems,
    ...unmade,
    ...unscoped.map(({ file }) => toProblem(file, '@forge/kvs needs the scope storage:app.')),
  ];
};

const toProblem = (file: string, message: string): LintProblem => ({
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message,
});

const whyUnseen = (
  path: string | undefined,
  listed: string | undefined,
  hasVisibleOptions: boolean,
): string | undefined => {
  if (path === undefined) return 'Write the path in the call, as a route template: no scope is checked otherwise.';
  if (!hasVisibleOptions) return 'Write the options out in the call: the method cannot be told otherwise.';
  return listed === undefined ? `${path} is not listed in confluence-calls.ts: no scope is checked.` : undefined;
};

const findListed = (path: string): string | undefined =>
  CONFLUENCE_CALLS.find((call) => fits(call.path.split('/'), path.split('/')))?.path;

const fits = (listed: readonly string[], called: readonly string[]): boolean =>
  listed.length === called.length &&
  listed.every((segment, index) => segment === called[index] || (segment.startsWith('{') && called[index] === '{}'));
