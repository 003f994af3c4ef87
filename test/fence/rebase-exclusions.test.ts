import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_EXCLUSIONS, type Exclusions } from '../../src/fence/exclusions';
import { isSameExclusions } from '../../src/fence/opt-in-shard';
import { rebaseExclusions } from '../../src/fence/rebase-exclusions';
import { exclusions } from './exclusion-arbitraries';

const labels = (...names: readonly string[]): Exclusions => ({ ...NO_EXCLUSIONS, labels: names });
const trees = (...ids: readonly string[]): Exclusions => ({ ...NO_EXCLUSIONS, trees: ids });
const rebase = (stored: Exclusions, wanted: Exclusions, from: Exclusions): Exclusions =>
  rebaseExclusions(stored, { exclusions: wanted, from });

describe('rebaseExclusions', () => {
  it('is what is wanted where it does not say what that was made from', () => {
    expect(rebaseExclusions(labels('a'), { exclusions: trees('1') })).toEqual(trees('1'));
  });

  it.each([
    ['keeps what another has added', labels('a', 'b'), labels('a', 'c'), labels('a'), labels('a', 'b', 'c')],
    ['brings nothing back that another has taken away', NO_EXCLUSIONS, labels('a', 'c'), labels('a'), labels('c')],
    ['takes away what is to go, and no more', labels('a', 'b', 'c'), labels('b'), labels('a', 'b'), labels('b', 'c')],
    ['has once what two have added', labels('a', 'c'), labels('a', 'c'), labels('a'), labels('a', 'c')],
    ['does not miss what two have taken away', NO_EXCLUSIONS, NO_EXCLUSIONS, labels('a'), NO_EXCLUSIONS],
    ['does the same with trees', trees('1', '2'), trees('1', '3'), trees('1'), trees('1', '2', '3')],
    ['takes trees away as well', trees('1', '2'), trees(), trees('1'), trees('2')],
  ])('%s', (_, stored, wanted, from, expected) => {
    expect(rebase(stored, wanted, from)).toEqual(expected);
  });

  it.each([
    [false, false, false, false],
    [true, false, false, true],
    [false, true, false, true],
    [true, true, false, true],
    [false, false, true, false],
    [true, false, true, false],
    [false, true, true, false],
    [true, true, true, true],
  ])(
    'changes blog posts only where the change does: stored %j, wanted %j, from %j',
    (stored, wanted, from, expected) => {
      const blogPosts = (value: boolean): Exclusions => ({ ...NO_EXCLUSIONS, blogPosts: value });
      expect(rebase(blogPosts(stored), blogPosts(wanted), blogPosts(from))).toEqual(blogPosts(expected));
    },
  );

  it('is what is wanted where nobody else has changed anything, and what is stored where nothing is to change', () => {
    fc.assert(
      fc.property(exclusions, exclusions, (one, other) => {
        expect(isSameExclusions(rebase(one, other, one), other)).toBe(true);
        expect(isSameExclusions(rebase(one, other, other), one)).toBe(true);
      }),
    );
  });
});
