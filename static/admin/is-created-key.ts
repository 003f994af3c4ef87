import type { CreatedKey } from '../../src/contract/settings-api';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';

export const isCreatedKey = (answer: unknown): answer is CreatedKey => {
  const { id, secret, createdAt, expiresAt, refused } = membersOf(answer);
  if (refused !== undefined) return isRefusal(refused);
  return (
    typeof id === 'string' &&
    typeof secret === 'string' &&
    typeof createdAt === 'string' &&
    typeof expiresAt === 'string'
  );
};
