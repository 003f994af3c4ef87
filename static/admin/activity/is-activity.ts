import type { Activity } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isDayCount } from '../../searches/is-day-count';

export const isActivity = (answer: unknown): answer is Extract<Activity, { readonly days: unknown }> =>
  isListOf(membersOf(answer)['days'], isDayCount);
