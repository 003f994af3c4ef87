import type { AdminKey } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

export const isAdminKey = (value: unknown): value is AdminKey => {
  const { id, createdAt, expiresAt, expiresSoon, lastUsedDay } = membersOf(value);
  return (
    isString(id) &&
    isString(createdAt) &&
    isString(expiresAt) &&
    typeof expiresSoon === 'boolean' &&
    isStringOrAbsent(lastUsedDay)
  );
};
