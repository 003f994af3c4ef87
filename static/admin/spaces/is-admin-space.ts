import type { AdminSpace } from '../../../src/contract/administration-api';
import { isExclusions } from '../../exclusions/is-exclusions';
import { membersOf } from '../../refusals/members-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

export const isAdminSpace = (value: unknown): value is AdminSpace => {
  const { id, key, name, type, archived, open, optedInAt, optedInBy, exclusions } = membersOf(value);
  return (
    [id, key, name, type].every(isString) &&
    typeof archived === 'boolean' &&
    typeof open === 'boolean' &&
    isStringOrAbsent(optedInAt) &&
    isStringOrAbsent(optedInBy) &&
    isExclusions(exclusions)
  );
};
