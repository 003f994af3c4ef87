/**
 * A query as Confluence evaluates it. Operators are applied from left to right without precedence, so that
 * `a OR b AND c` is `and(or(a, b), c)`; parentheses are kept as `group`, so that a reader of the tree can tell
 * `(a OR b) AND c` from it. @see cql "Keywords": AND, OR, NOT
 */
export type CqlQuery = { readonly where: CqlExpression; readonly orderBy: readonly CqlOrder[] };

export type CqlExpression =
  | { readonly kind: 'and' | 'or'; readonly left: CqlExpression; readonly right: CqlExpression }
  | { readonly kind: 'not'; readonly operand: CqlExpression }
  | { readonly kind: 'group'; readonly inner: CqlExpression }
  | CqlClause;

export type CqlClause = {
  readonly kind: 'clause';
  /** As it was written: fields are known in any letter case. */
  readonly field: string;
  readonly operator: CqlOperator;
  readonly value: CqlValue;
};

export type CqlOperator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~' | '!~' | 'IN' | 'NOT IN';

type CqlValue = CqlScalar | { readonly kind: 'list'; readonly values: readonly CqlScalar[] };

export type CqlScalar =
  /** `text` is the value behind the quotes, escapes undone. */
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] };

export type CqlOrder = { readonly field: string; readonly direction: 'ASC' | 'DESC' };
