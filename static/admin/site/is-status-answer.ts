import { isExclusions } from '../../exclusions/is-exclusions';
import { isRefusal } from '../../refusals/is-refusal';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isStringOrAbsent } from '../../resolver/is-string';
import { isAdminKey } from './is-admin-key';
import type { StatusAnswer } from './site-state';

export const isStatusAnswer = (answer: unknown): answer is StatusAnswer => {
  const { paused, spacesOptedIn, requestsPerMinute, pointsPerHour, keys, ...rest } = membersOf(answer);
  const { optInBy, exclusions, caps, webTriggerUrl, refused } = rest;
  const { maxResults, maxChars } = membersOf(caps);
  return (
    typeof paused === 'boolean' &&
    [spacesOptedIn, requestsPerMinute, pointsPerHour, maxResults, maxChars].every(Number.isFinite) &&
    (optInBy === 'space-admins' || optInBy === 'confluence-admins') &&
    isExclusions(exclusions) &&
    isListOf(keys, isAdminKey) &&
    isStringOrAbsent(webTriggerUrl) &&
    (refused === undefined || isRefusal(refused))
  );
};
