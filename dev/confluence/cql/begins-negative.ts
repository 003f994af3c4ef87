import type { CqlExpression } from './cql-ast';

/**
 * Whether an expression begins with `NOT`, `!=`, `!~` or `NOT IN`, inside parentheses or not.
 * @see cql-keywords "NOT"; cql-operators: a negative operator cannot be used in the first clause of a query
 */
export const beginsNegative = (expression: CqlExpression): boolean => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return beginsNegative(expression.left);
    case 'group':
      return beginsNegative(expression.inner);
    case 'not':
      return true;
    case 'clause':
      return ['!=', '!~', 'NOT IN'].includes(expression.operator);
  }
};
