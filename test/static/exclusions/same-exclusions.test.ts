import { describe, expect, it } from '@jest/globals';

import { sameExclusions } from '../../../static/exclusions/same-exclusions';

const exclusions = { labels: ['a', 'b'], trees: ['1'], blogPosts: false };

describe('sameExclusions', () => {
  it('does not mind the order', () => {
    expect(sameExclusions(exclusions, { ...exclusions, labels: ['b', 'a'] })).toBe(true);
  });

  it.each([{ labels: ['a'] }, { labels: ['a', 'c'] }, { trees: [] }, { trees: ['2'] }, { blogPosts: true }])(
    'tells %j apart',
    (change) => {
      expect(sameExclusions(exclusions, { ...exclusions, ...change })).toBe(false);
    },
  );
});
