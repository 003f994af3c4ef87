import type { AdminStatus } from '../../src/contract/settings-api';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';

export const isAdminStatus = (answer: unknown): answer is AdminStatus => {
  const { paused, spacesOptedIn, requestsPerMinute, key, refused } = membersOf(answer);
  if (refused === 'not-confluence-admin' && paused === undefined) return true;
  return (
    typeof paused === 'boolean' &&
    typeof spacesOptedIn === 'number' &&
    typeof requestsPerMinute === 'number' &&
    (key === undefined || hasKeyDates(key)) &&
    (refused === undefined || isRefusal(refused))
  );
};

const hasKeyDates = (key: unknown): boolean => {
  const { createdAt, expiresAt } = membersOf(key);
  return typeof createdAt === 'string' && typeof expiresAt === 'string';
};
