import { NotModelledError } from '../not-modelled';
import { type CqlDocument, documentKey } from '../search/cql-document';
import { beginsNegative } from './begins-negative';
import { matchClause, type ClauseContext } from './match-clause';
import type { CqlExpression } from './cql-ast';
import type { Matches } from './matches';

export type CqlContext = ClauseContext & {
  /** Everything that may be found at all; what a negation is taken from. */
  readonly documents: readonly CqlDocument[];
};

/**
 * Runs an expression as it is nested. `AND` and `OR` add scores, `NOT` gives none.
 * @throws {CqlError} for an operator, value or text search that Confluence refuses
 * @throws {NotModelledError} also for a group that begins with a negative expression: whether Confluence takes it is
 *   not documented
 */
export const evaluateCql = (expression: CqlExpression, context: CqlContext): Matches => {
  switch (expression.kind) {
    case 'and':
      return both(evaluateCql(expression.left, context), evaluateCql(expression.right, context));
    case 'or':
      return either(evaluateCql(expression.left, context), evaluateCql(expression.right, context));
    case 'not':
      return without(evaluateCql(expression.operand, context), context.documents);
    case 'group':
      if (beginsNegative(expression.inner)) throw new NotModelledError('a CQL group that begins with a negation');
      return evaluateCql(expression.inner, context);
    case 'clause':
      return matchClause(expression, context);
  }
};

const both = (left: Matches, right: Matches): Matches => {
  const matches = new Map<string, number>();
  for (const [key, score] of left) {
    const other = right.get(key);
    if (other !== undefined) matches.set(key, score + other);
  }
  return matches;
};

const either = (left: Matches, right: Matches): Matches => {
  const matches = new Map(left);
  for (const [key, score] of right) matches.set(key, score + (matches.get(key) ?? 0));
  return matches;
};

const without = (matches: Matches, documents: readonly CqlDocument[]): Matches =>
  new Map(documents.map(documentKey).flatMap((key): [string, number][] => (matches.has(key) ? [] : [[key, 0]])));
