import type { SpaceAccess } from '../../src/contract/space-settings-api';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';
import { isStringOrAbsent } from '../resolver/is-string';

export const isSpaceAccess = (answer: unknown): answer is SpaceAccess => {
  const { enabled, mayChange, mayOpen, mayNotOpen, paused, archived, optedInAt, refused } = membersOf(answer);
  return (
    typeof enabled === 'boolean' &&
    typeof mayChange === 'boolean' &&
    typeof mayOpen === 'boolean' &&
    (mayNotOpen === undefined || isRefusal(mayNotOpen)) &&
    typeof paused === 'boolean' &&
    (archived === undefined || typeof archived === 'boolean') &&
    isStringOrAbsent(optedInAt) &&
    (refused === undefined || isRefusal(refused))
  );
};
