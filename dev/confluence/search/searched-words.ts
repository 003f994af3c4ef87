import type { CqlClause, CqlExpression } from '../cql/cql-ast';
import { parseTextQuery } from '../cql/parse-text-query';
import type { WordTest } from './highlight';

/** Tells the words that a query looks for, to be highlighted: those of `text`, `title` and `siteSearch`, not negated. */
export const searchedWords = (where: CqlExpression): WordTest => {
  const words = new Set<string>();
  const patterns: RegExp[] = [];
  for (const clause of textClauses(where)) {
    if (clause.value.kind !== 'string') continue;
    for (const item of parseTextQuery(clause.value.text)) {
      if (item.kind === 'wildcard') patterns.push(item.pattern);
      else for (const word of item.kind === 'fuzzy' ? [item.word] : item.words) words.add(word);
    }
  }
  return (word) => words.has(word) || patterns.some((pattern) => pattern.test(word));
};

const textClauses = (expression: CqlExpression): readonly CqlClause[] => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return [...textClauses(expression.left), ...textClauses(expression.right)];
    case 'group':
      return textClauses(expression.inner);
    case 'not':
      return [];
    case 'clause':
      return expression.operator === '~' ? [expression] : [];
  }
};
