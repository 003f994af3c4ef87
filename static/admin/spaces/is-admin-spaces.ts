import type { AdminSpaces } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isStringOrAbsent } from '../../resolver/is-string';
import { isAdminSpace } from './is-admin-space';

export const isAdminSpaces = (answer: unknown): answer is Extract<AdminSpaces, { readonly spaces: unknown }> => {
  const { spaces, nextCursor } = membersOf(answer);
  return isListOf(spaces, isAdminSpace) && isStringOrAbsent(nextCursor);
};
