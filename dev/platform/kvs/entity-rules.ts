import type { AttributeType, EntityIndex, EntitySchema } from '../manifest';
import { KvsRefusal } from './kvs-answer';

const MIN_INTEGER = -2_147_483_648;
const MAX_INTEGER = 2_147_483_647;
const MAX_RANGE_BYTES = 900;
const MAX_PARTITION_BYTES = 1700;

/**
 * Holds a value against the schema of its entity: an object of declared attributes, each of its declared type; a string
 * must have a character that is not white space, an integer 32 bits. Attributes may be left out. That an undeclared
 * attribute is refused, and the code for an index value that is too long, are unverified.
 * @throws {KvsRefusal}
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/ ("Values")
 */
export const assertEntityValue = (schema: EntitySchema, value: unknown): void => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsRefusal('INVALID_ENTITY_VALUE', `Value of entity ${schema.name} must be an object`);
  }
  const attributes = new Map<string, unknown>(Object.entries(value));
  for (const [name, attribute] of attributes) {
    const type = schema.attributes.get(name);
    if (type === undefined) {
      throw new KvsRefusal('INVALID_ENTITY_VALUE', `Entity ${schema.name} has no attribute ${name}`);
    }
    if (!matchesType(type, attribute)) {
      throw new KvsRefusal(
        'INVALID_ENTITY_VALUE',
        `Attribute ${name} of entity ${schema.name} must be of type ${type}`,
      );
    }
  }
  for (const index of schema.indexes) {
    assertIndexSize(index, attributes);
  }
};

const matchesType = (type: AttributeType, value: unknown): boolean => {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= MIN_INTEGER && Number(value) <= MAX_INTEGER;
    case 'float':
      return typeof value === 'number' && (value === 0 || isWithinFloatRange(Math.abs(value)));
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return value !== null;
  }
};

const isWithinFloatRange = (size: number): boolean => size >= 1e-130 && size < 1e126;

const assertIndexSize = ({ name, range, partition }: EntityIndex, attributes: ReadonlyMap<string, unknown>): void => {
  const bytesOf = (names: readonly string[]): number =>
    names.reduce((sum, attribute) => sum + Buffer.byteLength(asText(attributes.get(attribute))), 0);
  if (bytesOf(range) > MAX_RANGE_BYTES || bytesOf(partition) > MAX_PARTITION_BYTES) {
    throw new KvsRefusal('INVALID_ENTITY_VALUE', `The values of index ${name} are too long`);
  }
};

const asText = (value: unknown): string => {
  if (value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
};
