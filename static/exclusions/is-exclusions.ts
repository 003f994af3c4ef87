import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import { membersOf } from '../refusals/members-of';
import { isListOf } from '../resolver/is-list-of';
import { isString } from '../resolver/is-string';

export const isExclusions = (value: unknown): value is SpaceExclusions => {
  const { labels, trees, blogPosts } = membersOf(value);
  return isListOf(labels, isString) && isListOf(trees, isString) && typeof blogPosts === 'boolean';
};
