import { describe, expect, it } from '@jest/globals';

import { isExclusions } from '../../../static/exclusions/is-exclusions';

describe('isExclusions', () => {
  it('knows what is excluded', () => {
    expect(isExclusions({ labels: ['a'], trees: [], blogPosts: true })).toBe(true);
  });

  it.each([undefined, null, 'labels', {}, { labels: [1], trees: [], blogPosts: true }, { labels: [], trees: [] }])(
    'refuses %j',
    (value) => {
      expect(isExclusions(value)).toBe(false);
    },
  );
});
