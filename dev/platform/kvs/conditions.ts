import * as v from 'valibot';

import { KvsRefusal } from './kvs-answer';

export const CONDITION_OPERATORS = [
  'BEGINS_WITH',
  'BETWEEN',
  'CONTAINS',
  'NOT_CONTAINS',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'EXISTS',
  'NOT_EXISTS',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
] as const;
type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

const conditionSchema = v.object({
  condition: v.picklist(CONDITION_OPERATORS),
  property: v.string(),
  values: v.array(v.unknown()),
});
export const conditionsSchema = v.object({
  and: v.optional(v.array(conditionSchema)),
  or: v.optional(v.array(conditionSchema)),
});
type Condition = v.InferOutput<typeof conditionSchema>;
export type Conditions = v.InferOutput<typeof conditionsSchema>;

/**
 * Tells whether the stored value of an entity, or its absence, meets the conditions of a transaction.
 * A missing attribute meets `NOT_EXISTS` only; what `NOT_EQUAL_TO` and `NOT_CONTAINS` make of one is not documented,
 * so that is refused as not modelled. Values of different types are never equal and never in order.
 * @throws {KvsRefusal}
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-transactions/ ("Conditions")
 */
export const meetsConditions = (value: unknown, { and, or }: Conditions): boolean => {
  if (and !== undefined && or !== undefined) {
    throw new KvsRefusal('INVALID_FILTER_OPERATORS_COMBINATION', 'Filter operators "and" and "or" exclude each other');
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) {
    throw new KvsRefusal('EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty');
  }
  const results = conditions.map((condition) => meetsCondition(value, condition));
  return and === undefined ? results.includes(true) : !results.includes(false);
};

const meetsCondition = (value: unknown, { condition, property, values }: Condition): boolean => {
  assertEnoughValues(condition, values);
  const attribute =
    typeof value === 'object' && value !== null && Object.hasOwn(value, property)
      ? (Reflect.get(value, property) as unknown)
      : undefined;
  if (attribute === undefined) {
    if (condition === 'NOT_EQUAL_TO' || condition === 'NOT_CONTAINS') {
      throw new KvsRefusal('NOT_MODELLED', `not modelled: ${condition} on the missing attribute ${property}`);
    }
    return condition === 'NOT_EXISTS';
  }
  return compare(condition, attribute, values);
};

const assertEnoughValues = (condition: ConditionOperator, values: readonly unknown[]): void => {
  if (values.length < (condition === 'BETWEEN' ? 2 : 1)) {
    throw new KvsRefusal('INSUFFICIENT_FILTER_VALUES', `Condition ${condition} needs more values`);
  }
};

const compare = (condition: ConditionOperator, attribute: unknown, [first, second]: readonly unknown[]): boolean => {
  switch (condition) {
    case 'EXISTS':
      return true;
    case 'NOT_EXISTS':
      return false;
    case 'EQUAL_TO':
      return attribute === first;
    case 'NOT_EQUAL_TO':
      return attribute !== first;
    case 'BEGINS_WITH':
      return typeof attribute === 'string' && typeof first === 'string' && attribute.startsWith(first);
    case 'CONTAINS':
      return typeof attribute === 'string' && typeof first === 'string' && attribute.includes(first);
    case 'NOT_CONTAINS':
      return typeof attribute === 'string' && typeof first === 'string' && !attribute.includes(first);
    case 'GREATER_THAN':
      return isInOrder(first, attribute) && attribute !== first;
    case 'GREATER_THAN_EQUAL_TO':
      return isInOrder(first, attribute);
    case 'LESS_THAN':
      return isInOrder(attribute, first) && attribute !== first;
    case 'LESS_THAN_EQUAL_TO':
      return isInOrder(attribute, first);
    case 'BETWEEN':
      return isInOrder(first, attribute) && isInOrder(attribute, second);
  }
};

const isInOrder = (smaller: unknown, larger: unknown): boolean =>
  (typeof smaller === 'number' && typeof larger === 'number' && smaller <= larger) ||
  (typeof smaller === 'string' && typeof larger === 'string' && smaller <= larger);
