import type { AdminKey } from '../../src/contract/settings-api';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';
import type { StatusAnswer } from './admin-state';

export const isAdminStatus = (answer: unknown): answer is StatusAnswer => {
  const { paused, spacesOptedIn, requestsPerMinute, keys, refused } = membersOf(answer);
  if (refused === 'not-confluence-admin' && paused === undefined) return true;
  return (
    typeof paused === 'boolean' &&
    typeof spacesOptedIn === 'number' &&
    typeof requestsPerMinute === 'number' &&
    Array.isArray(keys) &&
    keys.every(isAdminKey) &&
    (refused === undefined || isRefusal(refused))
  );
};

const isAdminKey = (key: unknown): key is AdminKey => {
  const { id, createdAt, expiresAt, expiresSoon, lastUsedDay } = membersOf(key);
  return (
    typeof id === 'string' &&
    typeof createdAt === 'string' &&
    typeof expiresAt === 'string' &&
    typeof expiresSoon === 'boolean' &&
    (lastUsedDay === undefined || typeof lastUsedDay === 'string')
  );
};
