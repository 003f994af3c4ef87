import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CONDITION_OPERATORS, meetsConditions } from '../../../../dev/platform/kvs/conditions';

type Operator = (typeof CONDITION_OPERATORS)[number];
const meets = (value: unknown, condition: Operator, ...values: unknown[]) =>
  meetsConditions(value, { and: [{ property: 'a', condition, values }] });

describe('meetsConditions', () => {
  it.each<[Operator, unknown[], unknown[], unknown[]]>([
    ['EQUAL_TO', [2], [2], [1, '2', true]],
    ['NOT_EQUAL_TO', [2], [1, '2'], [2]],
    ['GREATER_THAN', [2], [3], [2, 1, '3']],
    ['GREATER_THAN_EQUAL_TO', [2], [2, 3], [1]],
    ['LESS_THAN', ['b'], ['a'], ['b', 'c', 1]],
    ['LESS_THAN_EQUAL_TO', ['b'], ['a', 'b'], ['c']],
    ['BETWEEN', [1, 3], [1, 2, 3], [0, 4, '2']],
    ['BEGINS_WITH', ['ab'], ['ab', 'abc'], ['xab', 1]],
    ['CONTAINS', ['b'], ['abc'], ['ac']],
    ['NOT_CONTAINS', ['b'], ['ac'], ['abc']],
    ['EXISTS', [true], [0, '', false], []],
    ['NOT_EXISTS', [true], [], [0, '', false]],
  ])('%s %j holds for %j and not for %j', (condition, values, holds, fails) => {
    expect(holds.map((a) => meets({ a }, condition, ...values))).toEqual(holds.map(() => true));
    expect(fails.map((a) => meets({ a }, condition, ...values))).toEqual(fails.map(() => false));
  });

  it('takes a missing attribute, and a missing record, for nothing but NOT_EXISTS', () => {
    const operators = CONDITION_OPERATORS.filter((each) => each !== 'NOT_EQUAL_TO' && each !== 'NOT_CONTAINS');
    for (const value of [{}, undefined, Object.create({ a: 1 }) as object]) {
      expect(operators.filter((each) => meets(value, each, 1, 2))).toEqual(['NOT_EXISTS']);
    }
  });

  it.each<Operator>(['NOT_EQUAL_TO', 'NOT_CONTAINS'])(
    'does not guess what %s makes of a missing attribute',
    (condition) => {
      expect(() => meets({}, condition, 1)).toThrow(/not modelled/);
    },
  );

  it('needs all of and, and one of or', () => {
    const yes = { property: 'a', condition: 'EQUAL_TO' as const, values: [1] };
    const no = { ...yes, values: [2] };
    expect(meetsConditions({ a: 1 }, { and: [yes, no] })).toBe(false);
    expect(meetsConditions({ a: 1 }, { or: [yes, no] })).toBe(true);
  });

  it.each([
    [{ and: [] }, 'EMPTY_FILTER_OPERATOR'],
    [{ and: [], or: [] }, 'INVALID_FILTER_OPERATORS_COMBINATION'],
    [{ and: [{ property: 'a', condition: 'BETWEEN' as const, values: [1] }] }, 'INSUFFICIENT_FILTER_VALUES'],
  ])('refuses %j', (conditions, code) => {
    expect(() => meetsConditions({ a: 1 }, conditions)).toThrow(expect.objectContaining({ code }));
  });

  it('orders numbers as numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, limit) => {
        expect(meets({ a }, 'GREATER_THAN', limit)).toBe(a > limit);
        expect(meets({ a }, 'LESS_THAN_EQUAL_TO', limit)).toBe(a <= limit);
      }),
    );
  });
});
