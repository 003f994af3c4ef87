import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CqlExpression } from '../../dev/confluence/cql/cql-ast';
import { parseCql } from '../../dev/confluence/cql/parse-cql';
import { parseTextQuery } from '../../dev/confluence/cql/parse-text-query';
import { buildTitleCql } from '../../src/search/title-cql';

const clausesIn = (expression: CqlExpression): readonly Extract<CqlExpression, { kind: 'clause' }>[] => {
  switch (expression.kind) {
    case 'clause':
      return [expression];
    case 'and':
    case 'or':
      return [...clausesIn(expression.left), ...clausesIn(expression.right)];
    case 'group':
      return clausesIn(expression.inner);
    case 'not':
      return clausesIn(expression.operand);
  }
};

/** What somebody may type to get out of the query, and anything else. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '*',
        '?',
        '~',
        '(',
        ')',
        ' OR ',
        ' AND ',
        'NOT',
        '\n',
        'space = "HR"',
        'API',
        'v1/a-b',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('buildTitleCql', () => {
  it.each([
    ['rolling ba', '(title ~ "rolling ba" OR title ~ "rolling ba*")'],
    ['Rolling Back', '(title ~ "Rolling Back" OR title ~ "Rolling back*")'],
    ['how-to*', '(title ~ "how to" OR title ~ "how to*")'],
    ['AND OR', '(title ~ "and or" OR title ~ "and or*")'],
    ['") or (space = "HR', '(title ~ "or space HR" OR title ~ "or space hr*")'],
  ])('takes %j for words of a title', (text, expected) => {
    expect(buildTitleCql(text, ['ENG'])).toBe(`space in ("ENG") AND type in ("page") AND ${expected}`);
  });

  it('names no space where any will do', () => {
    expect(buildTitleCql('a', [])).toBe('type in ("page") AND (title ~ "a" OR title ~ "a*")');
  });

  it.each(['', ' ', '"*?', '-/.'])('has nothing to ask for %j', (text) => {
    expect(buildTitleCql(text, [])).toBeUndefined();
  });

  it('asks for pages of the space by their title alone, whatever is typed', () => {
    let asked = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const cql = buildTitleCql(text, ['ENG']);
        if (cql === undefined) return;
        asked += 1;
        const { where, orderBy } = parseCql(cql);
        const clauses = clausesIn(where);
        expect(clauses.map(({ field, operator }) => `${field} ${operator}`)).toEqual([
          'space IN',
          'type IN',
          'title ~',
          'title ~',
        ]);
        expect(where).toMatchObject({ kind: 'and', left: { kind: 'and' }, right: { kind: 'group' } });
        expect(orderBy).toEqual([]);
        const items = clauses
          .slice(2)
          .map(({ value }) => (value.kind === 'string' ? parseTextQuery(value.text) : []).map(({ kind }) => kind));
        expect(new Set(items[0])).toEqual(new Set(['words']));
        expect(items[1]).toEqual([...(items[0] ?? []).slice(1), 'wildcard']);
      }),
      { numRuns: 500 },
    );
    expect(asked).toBeGreaterThan(200);
  });
});
