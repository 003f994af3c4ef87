import type { SpaceDetails, SpaceSettings } from '../../src/contract/space-settings-api';
import { isExclusions } from '../exclusions/is-exclusions';
import { membersOf } from '../refusals/members-of';
import { isListOf } from '../resolver/is-list-of';
import { isString, isStringOrAbsent } from '../resolver/is-string';
import { isSpaceAccess } from '../space-access/is-space-access';

export const isSpaceSettings = (answer: unknown): answer is SpaceSettings => {
  const { details, ownerAccountId } = membersOf(answer);
  return isSpaceAccess(answer) && (details === undefined || isDetails(details)) && isStringOrAbsent(ownerAccountId);
};

const isDetails = (value: unknown): value is SpaceDetails => {
  const { exclusions, siteExclusions, siteTreesElsewhere, optedInBy, blocked, activity } = membersOf(value);
  return (
    isExclusions(exclusions) &&
    isExclusions(siteExclusions) &&
    (siteTreesElsewhere === undefined || typeof siteTreesElsewhere === 'number') &&
    isStringOrAbsent(optedInBy) &&
    (blocked === undefined || typeof blocked === 'boolean') &&
    (activity === undefined || isListOf(activity, isActiveDay))
  );
};

const isActiveDay = (value: unknown): value is NonNullable<SpaceDetails['activity']>[number] => {
  const { day, searches } = membersOf(value);
  return isString(day) && typeof searches === 'number';
};
