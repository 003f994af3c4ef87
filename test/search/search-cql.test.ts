import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CqlExpression } from '../../dev/confluence/cql/cql-ast';
import { parseCql } from '../../dev/confluence/cql/parse-cql';
import { parseTextQuery } from '../../dev/confluence/cql/parse-text-query';
import {
  allOf,
  anyOf,
  isBelow,
  isContent,
  isOneOf,
  modifiedFrom,
  modifiedUntil,
  textHasPhrase,
  textHasWords,
  titleHasWords,
  type CqlText,
} from '../../src/search/cql-text';
import { firstRung, toMatch } from '../../src/search/ladder';
import { parseQuery } from '../../src/search/parse-query';
import { buildSearchCql, type SearchFilters } from '../../src/search/search-cql';

const BOTH_TYPES: SearchFilters = { types: ['page', 'blogpost'], labels: [] };

/** The operands of the outermost conjunction; a query that is no conjunction has itself as the only one. */
const conjuncts = (expression: CqlExpression): readonly CqlExpression[] =>
  expression.kind === 'and' ? [...conjuncts(expression.left), expression.right] : [expression];

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

const parse = (cql: CqlText): readonly CqlExpression[] => conjuncts(parseCql(cql).where);

/** Text that tries to get out: the characters of CQL and of text search, reserved words, and any other character. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\\"',
        '(',
        ')',
        ',',
        "'",
        '*',
        '?',
        '~',
        ':',
        ' OR ',
        ' AND ',
        ' NOT ',
        ' in ',
        '\n',
        '\u2028',
      ),
      fc.constantFrom('space = "HR"', 'type = page', 'ORDER BY', 'api', 'v1/orders', 'C#', '-x', 'HTTP_TIMEOUT'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const spaceKeys = fc.uniqueArray(fc.stringMatching(/^~?[A-Za-z0-9_.:-]{1,30}$/), { minLength: 1, maxLength: 5 });

describe('buildSearchCql', () => {
  it('keeps the space clause as the first of the outermost conjuncts, whatever the caller sends', () => {
    fc.assert(
      fc.property(
        hostileText,
        spaceKeys,
        fc.array(hostileText, { maxLength: 3 }),
        fc.option(hostileText, { nil: undefined }),
        (text, keys, labels, under) => {
          const query = parseQuery(text);
          fc.pre(query !== undefined);
          const cql = buildSearchCql(keys, toMatch(firstRung(query)), { ...BOTH_TYPES, labels, under });
          const [space, type, ...rest] = parse(cql);
          expect(space).toMatchObject({ kind: 'clause', field: 'space', operator: 'IN' });
          expect(space).toMatchObject({ value: { values: keys.map((key) => ({ text: key })) } });
          expect(type).toMatchObject({ kind: 'clause', field: 'type', operator: 'IN' });
          // What follows can only narrow: nothing of it is an OR outside of parentheses.
          expect(rest.map(({ kind }) => kind).filter((kind) => kind === 'or' || kind === 'not')).toEqual([]);
          const fields = new Set(parseCql(cql).orderBy.map(({ field }) => field));
          expect(fields.size).toBe(0);
          const allowed = ['space', 'type', 'label', 'ancestor', 'text'];
          expect(
            parse(cql)
              .flatMap(clausesIn)
              .map(({ field }) => field)
              .filter((field) => !allowed.includes(field)),
          ).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps a label or a page id one value, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const flat = value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
        const [, , label, ancestor] = parse(
          buildSearchCql(['ENG'], textHasWords(['api']), { ...BOTH_TYPES, labels: [value], under: value }),
        );
        expect(label).toMatchObject({ value: { values: [{ kind: 'string', text: flat }] } });
        expect(ancestor).toMatchObject({ value: { kind: 'string', text: flat } });
      }),
      { numRuns: 400 },
    );
  });

  it('searches with words and phrases only: no wildcard, no operator, no fuzzy term', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const query = parseQuery(text);
        fc.pre(query !== undefined);
        const clauses = parse(buildSearchCql(['ENG'], toMatch(firstRung(query)), BOTH_TYPES)).flatMap(clausesIn);
        const searched = clauses.flatMap(({ operator, value }) =>
          operator === '~' && value.kind === 'string' ? parseTextQuery(value.text) : [],
        );
        expect(searched.length).toBeGreaterThan(0);
        expect(searched.filter(({ kind }) => kind !== 'words' && kind !== 'phrase')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('asks for all words together and for each of them', () => {
    const query = parseQuery('how do I rotate API keys?');
    expect(query && toMatch(firstRung(query))).toBe(
      '(text ~ "API rotate keys" OR text ~ "API" OR text ~ "rotate" OR text ~ "keys")',
    );
  });

  it('writes words that look like operators in small letters', () => {
    expect(textHasWords(['AND', 'OR', 'NOT', 'TO'])).toBe('text ~ "and or not to"');
  });

  it('requires a phrase where the query is one', () => {
    const query = parseQuery('"hello dolly"');
    expect(query && toMatch(firstRung(query))).toBe('text ~ "\\"hello dolly\\""');
  });

  it('asks a day more to each side of a date, in days that exist', () => {
    const day = Date.UTC(2026, 2, 1);
    const filters = { ...BOTH_TYPES, updatedAfter: day, updatedBefore: day };
    expect(buildSearchCql(['ENG'], textHasWords(['api']), filters)).toBe(
      'space in ("ENG") AND type in ("page","blogpost") AND lastmodified >= "2026-02-28" AND lastmodified <= "2026-03-03" AND text ~ "api"',
    );
    for (const ms of [-8.64e15, 8.64e15]) {
      const cql = buildSearchCql(['ENG'], textHasWords(['api']), {
        ...BOTH_TYPES,
        updatedAfter: ms,
        updatedBefore: ms,
      });
      expect(cql).toMatch(/>= "\d{4}-\d\d-\d\d" AND lastmodified <= "\d{4}-\d\d-\d\d"/);
    }
  });

  it('cannot be built without a space', () => {
    expect(() => buildSearchCql([], textHasWords(['api']), BOTH_TYPES)).toThrow(RangeError);
  });
});

describe('CqlText', () => {
  it.each([
    '',
    'two words',
    'a"b',
    'a\\',
    '*a',
    'a*',
    '?',
    '(a)',
    'a~',
    '-a',
    'a-',
    'a:b',
    '~',
    'a-"',
    'a.b"c',
    'a/*',
    'a_ b',
    'a-b)',
  ])('refuses %j as a word', (word) => {
    expect(() => textHasWords([word])).toThrow(RangeError);
    expect(() => textHasPhrase(['api', word])).toThrow(RangeError);
  });

  it('takes words that are joined inside, and escapes what the text search would read as syntax', () => {
    expect(textHasWords(['v1/orders', 'how-to', 'a.b_c', 'x-y-z'])).toBe(
      'text ~ "v1\\\\/orders how\\\\-to a.b_c x\\\\-y\\\\-z"',
    );
    expect(textHasPhrase(['v1/orders', 'NOT'])).toBe('text ~ "\\"v1\\\\/orders not\\""');
    expect(titleHasWords(['How', 'To-Do'], 'being-typed')).toBe('title ~ "How to\\\\-do*"');
    expect(titleHasWords(['How', 'To-Do'], 'complete')).toBe('title ~ "How To\\\\-Do"');
  });

  it('keeps a value one literal, with a blank for what would end a line', () => {
    expect(isContent('1" OR id = "2\\')).toBe('id = "1\\" OR id = \\"2\\\\"');
    expect(isBelow('1\n2\u20283\u20294\u00005')).toBe('ancestor = "1 2 3 4 5"');
    expect(isOneOf('label', ['a"', 'b,c'])).toBe('label in ("a\\"","b,c")');
  });

  it('refuses what would be an empty list or group, and says what is missing', () => {
    expect(() => isOneOf('label', [])).toThrow(new RangeError('no values'));
    expect(() => textHasWords([])).toThrow(new RangeError('no words'));
    expect(() => textHasPhrase([])).toThrow(new RangeError('no words'));
    expect(() => titleHasWords([], 'complete')).toThrow(new RangeError('no words'));
    expect(() => textHasWords(['a b'])).toThrow(new RangeError('not a search word'));
    expect(() => anyOf([])).toThrow(new RangeError('nothing to join by OR'));
    expect(() => allOf([])).toThrow(new RangeError('nothing to join by AND'));
  });

  it('writes days of four digits, whatever the moment', () => {
    expect([modifiedFrom(-8.64e15), modifiedUntil(8.64e15)]).toEqual([
      'lastmodified >= "1000-01-01"',
      'lastmodified <= "9999-12-31"',
    ]);
  });

  it('cannot be made by hand', () => {
    // @ts-expect-error a string is no CqlText
    const made: CqlText = 'space = "HR"';
    expect(typeof made).toBe('string');
  });
});
