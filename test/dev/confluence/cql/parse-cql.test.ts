import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CqlError } from '../../../../dev/confluence/cql/cql-error';
import type { CqlExpression } from '../../../../dev/confluence/cql/cql-ast';
import { parseCql } from '../../../../dev/confluence/cql/parse-cql';
import { thrownBy } from '../../../support/thrown-by';

const clause = (field: string, text: string): CqlExpression => ({
  kind: 'clause',
  field,
  operator: '=',
  value: { kind: 'string', text },
});

const errorOf = (cql: string): CqlError => {
  const error = thrownBy(() => parseCql(cql));
  if (error instanceof CqlError) return error;
  throw new Error(`${cql} ended in ${String(error)}`);
};

const valueOf = (cql: string): unknown => {
  const { where } = parseCql(cql);
  return where.kind === 'clause' ? where.value : undefined;
};

describe('parseCql', () => {
  it('nests AND and OR from left to right, without precedence', () => {
    expect(parseCql('id = a OR id = b AND id = c').where).toEqual({
      kind: 'and',
      left: { kind: 'or', left: clause('id', 'a'), right: clause('id', 'b') },
      right: clause('id', 'c'),
    });
  });

  it('keeps parentheses as groups', () => {
    expect(parseCql('id = a OR (id = b AND id = c)').where).toEqual({
      kind: 'or',
      left: clause('id', 'a'),
      right: { kind: 'group', inner: { kind: 'and', left: clause('id', 'b'), right: clause('id', 'c') } },
    });
  });

  it('takes keywords in any letter case and without spaces around parentheses', () => {
    const { where, orderBy } = parseCql('(id=a)and(id=b) Order By created DESC, title');
    expect(where.kind).toBe('and');
    expect(orderBy).toEqual([
      { field: 'created', direction: 'DESC' },
      { field: 'title', direction: 'ASC' },
    ]);
  });

  it('reads lists, functions and negations', () => {
    expect(parseCql('space IN ("ENG", \'~712020abc\') AND NOT created >= now("-4w")').where).toEqual({
      kind: 'and',
      left: {
        kind: 'clause',
        field: 'space',
        operator: 'IN',
        value: {
          kind: 'list',
          values: [
            { kind: 'string', text: 'ENG' },
            { kind: 'string', text: '~712020abc' },
          ],
        },
      },
      right: {
        kind: 'not',
        operand: {
          kind: 'clause',
          field: 'created',
          operator: '>=',
          value: { kind: 'function', name: 'now', args: ['-4w'] },
        },
      },
    });
  });

  it.each([
    [String.raw`text ~ "C\\#"`, String.raw`C\#`],
    [String.raw`text ~ "\"hello dolly\""`, '"hello dolly"'],
    [String.raw`title = 'it\'s'`, "it's"],
    ['space = DS', 'DS'],
    ['creator = 557058:2a-b', '557058:2a-b'],
    ['id = 2024', '2024'],
  ])('undoes the first layer of escapes of %s', (cql, text) => {
    expect(valueOf(cql)).toEqual({ kind: 'string', text });
  });

  it('gives back any text that was quoted with both escapes', () => {
    const quoted = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/u.test(text));
    fc.assert(
      fc.property(quoted, (text) => {
        const literal = text.replace(/\\/gu, '\\\\').replace(/"/gu, '\\"');
        expect(valueOf(`title = "${literal}"`)).toEqual({ kind: 'string', text });
      }),
    );
  });

  it('throws nothing but CqlError for any text', () => {
    const words = fc.constantFrom(
      'text',
      'space',
      '~',
      '=',
      '(',
      ')',
      '"',
      '\\',
      ' AND ',
      ' OR ',
      'NOT ',
      'IN',
      ',',
      'a',
      "'",
      '*',
      'ORDER BY ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (cql) => {
          expect(thrownBy(() => parseCql(cql)) ?? new CqlError('syntax', '')).toBeInstanceOf(CqlError);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses what is nested too deeply instead of failing', () => {
    expect(errorOf(`${'('.repeat(20_000)}id = 1${')'.repeat(20_000)}`).code).toBe('syntax');
  });

  it.each([
    'NOT id = 1',
    'id != 1 AND type = page',
    'text !~ "a"',
    'label NOT IN (a) AND id = 1',
    '(NOT id = 1) AND id = 2',
  ])('refuses a negative expression as the first clause: %s', (cql) => {
    expect(errorOf(cql).message).toContain('Could not parse cql');
  });

  it.each([
    ['Grill sauce', "No field exists with the name: 'Grill'"],
    ['space.id = 3', "No field exists with the name: 'space.id'"],
    ['user.fullname ~ "a"', "No field exists with the name: 'user.fullname'"],
    ['space = ~712020abc', "Expecting a value for operator '=' after field 'space' but got '~'"],
    ['space = NOT', "Expecting a value for operator '=' after field 'space' but got 'N'"],
    ['space IN () AND type = page', "Expecting a value for operator 'IN' after field 'space' but got '('"],
    ['space =', "Expecting a value for operator '=' after field 'space' but got ''"],
    ['type = page AND', 'Could not parse cql : type = page AND'],
    ['', 'Could not parse cql : '],
  ])('answers %s the way Confluence does', (cql, message) => {
    expect(errorOf(cql).message).toBe(message);
  });

  it.each(['a+b', 'a b', 'a.b', 'a#b', 'a/b', 'a[b]', 'a@b', 'a*', '$a'])(
    'refuses the reserved characters of %s outside quotes',
    (value) => {
      expect(errorOf(`title = ${value}`)).toBeInstanceOf(CqlError);
    },
  );

  it.each(['and', 'LIKE', 'order', 'update', 'max'])('refuses the reserved word %s outside quotes', (word) => {
    expect(errorOf(`space = ${word}`).code).toBe('missing-value');
    expect(valueOf(`space = "${word}"`)).toEqual({ kind: 'string', text: word });
  });

  it.each(['text ~ "open', String.raw`text ~ "C\#"`, String.raw`text ~ "trailing\"`, 'text ~ "a\nb"'])(
    'refuses the string of %s',
    (cql) => {
      expect(errorOf(cql)).toBeInstanceOf(CqlError);
    },
  );
});
