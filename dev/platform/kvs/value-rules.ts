import { KvsRefusal } from './kvs-answer';

const KIB = 1024;
/** @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ ("Key and object size limits") */
export const MAX_VALUE_BYTES = 240 * KIB;
/** @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-secret/ ("kvs.setSecret") */
export const MAX_SECRET_BYTES = 128 * KIB;
/** The limits page says 31, the error page 32: the smaller one holds here. */
const MAX_DEPTH = 31;

/**
 * The JSON text of a value, if it may be stored. Sizes are those of the UTF-8 text; a scalar has depth 0.
 * `null` is refused because the documented types are array, boolean, number, object and string; what production does
 * with it is unverified.
 * @throws {KvsRefusal}
 */
export const toValueText = (value: unknown, maxBytes: number): string => {
  if (value === undefined || value === null) {
    throw new KvsRefusal('INVALID_REQUEST', 'A value is required');
  }
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > maxBytes) {
    throw new KvsRefusal('MAX_SIZE', `Value must be at most ${maxBytes} bytes`);
  }
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new KvsRefusal('MAX_DEPTH', `Value must be at most ${MAX_DEPTH} levels deep`);
  }
  return text;
};

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1)));
