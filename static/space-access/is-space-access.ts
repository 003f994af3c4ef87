import type { SpaceAccess } from '../../src/contract/settings-api';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';

export const isSpaceAccess = (answer: unknown): answer is SpaceAccess => {
  const { enabled, mayChange, paused, optedInAt, refused } = membersOf(answer);
  return (
    typeof enabled === 'boolean' &&
    typeof mayChange === 'boolean' &&
    typeof paused === 'boolean' &&
    (optedInAt === undefined || typeof optedInAt === 'string') &&
    (refused === undefined || isRefusal(refused))
  );
};
