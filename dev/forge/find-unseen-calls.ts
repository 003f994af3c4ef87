import type { LintInput } from '@forge/lint';

import { CONFLUENCE_CALLS } from './confluence-calls';
import type { LintProblem } from './lint-problem';

type Traverse = NonNullable<LintInput['ast']>['traverse'];
type Node = Parameters<Parameters<Traverse>[0]['enter']>[0];
type CallExpression = Extract<Node, { type: `${string}CallExpression` }>;
type TemplateLiteral = Extract<Node, { type: `${string}TemplateLiteral` }>;

/**
 * Finds the Confluence calls that Forge's permission linter passes over in silence: it checks a call only if the path
 * stands in the call itself and is known, and the options, if any, are written out.
 */
export const findUnseenCalls = (inputs: readonly LintInput[]): readonly LintProblem[] =>
  inputs.flatMap(({ ast, filepath }) => {
    const problems: LintProblem[] = [];
    ast?.traverse({
      enter: (node) => {
        const message = node.type === 'CallExpression' && isConfluenceCall(node) ? whyUnseen(node) : undefined;
        if (message === undefined) return;
        const { line, column } = node.loc.start;
        problems.push({ severity: 'error', file: filepath, line, column, message });
      },
    });
    return problems;
  });

const isConfluenceCall = ({ callee }: CallExpression): boolean => {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && name.name === 'requestConfluence';
};

const whyUnseen = ({ arguments: [target, options] }: CallExpression): string | undefined => {
  const called = target && readPath(target);
  if (called === undefined) return 'Write the path in the call, as a route template: Forge checks no scope otherwise.';
  if (options !== undefined && options.type !== 'ObjectExpression') {
    return 'Write the options out in the call: Forge cannot tell the method otherwise.';
  }
  const segments = called.split('?', 1).join('').split('/');
  const isListed = CONFLUENCE_CALLS.some(({ path }) => fits(path.split('/'), segments));
  return isListed ? undefined : `${called} is not listed in confluence-calls.ts: no scope was checked.`;
};

/** An expression within the path stands as `{}`. */
const readPath = (target: Node): string | undefined => {
  if (target.type === 'Literal') return typeof target.value === 'string' ? target.value : undefined;
  if (target.type === 'TemplateLiteral') return joinTemplate(target);
  return target.type === 'TaggedTemplateExpression' ? joinTemplate(target.quasi) : undefined;
};

const joinTemplate = (template: TemplateLiteral): string =>
  template.quasis.map(({ value }) => value.cooked).join('{}');

const fits = (listed: readonly string[], called: readonly string[]): boolean =>
  listed.length === called.length &&
  listed.every((segment, index) => segment === called[index] || (segment.startsWith('{') && called[index] === '{}'));
