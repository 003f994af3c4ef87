import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { NO_EXCLUSIONS, exclusionsSchema, hasTooMany, toLabelName, uniteExclusions } from '../../src/fence/exclusions';

const numbered = (count: number, prefix = ''): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const parse = (changes: Record<string, unknown>): unknown => {
  const result = v.safeParse(exclusionsSchema, { ...NO_EXCLUSIONS, ...changes });
  return result.success ? result.output : undefined;
};

describe('exclusionsSchema', () => {
  it('reads labels in one spelling, and nothing twice', () => {
    expect(parse({ labels: ['Secret', 'secret', 're\u0301sume\u0301'], trees: ['5', '5', 'a_./-9'] })).toEqual({
      labels: ['secret', 'r\u00e9sum\u00e9'],
      trees: ['5', 'a_./-9'],
      blogPosts: false,
    });
    expect(parse({ blogPosts: true })).toEqual({ labels: [], trees: [], blogPosts: true });
  });

  it('takes twenty different labels and trees, and no more', () => {
    const [labels, trees] = [numbered(20, 'l'), numbered(20)];
    expect(parse({ labels: [...labels, 'L1'], trees: [...trees, '1'] })).toEqual({ labels, trees, blogPosts: false });
    expect(parse({ labels: numbered(21, 'l') })).toBeUndefined();
    expect(parse({ trees: numbered(21) })).toBeUndefined();
  });

  it('takes 255 characters of a label or an id, and no more', () => {
    for (const member of ['labels', 'trees']) {
      expect(parse({ [member]: ['a'.repeat(255)] })).toMatchObject({ [member]: ['a'.repeat(255)] });
      expect(parse({ [member]: ['a'.repeat(256)] })).toBeUndefined();
    }
  });

  it.each(['', 'a b', 'a,b', ',', 'a\n', '\ta', 'a\u0000', 'a\u200b', 7, null])('takes no label like %j', (label) => {
    expect(parse({ labels: [label] })).toBeUndefined();
  });

  it.each(['', '1 ', ' 1', '1,2', '1"', '\u00e9', 7, null])('takes no page id like %j', (id) => {
    expect(parse({ trees: [id] })).toBeUndefined();
  });

  it.each([
    { labels: 'secret' },
    { trees: undefined },
    { blogPosts: 'true' },
    { blogPosts: undefined },
    { spaces: ['1'] },
  ])('refuses %j as a whole', (changes) => {
    expect(parse(changes)).toBeUndefined();
  });
});

describe('toLabelName', () => {
  it('writes one label in one way', () => {
    expect(['GEHEIM', 'R\u00c9SUM\u00c9', 'RE\u0301SUME\u0301'].map(toLabelName)).toEqual([
      'geheim',
      'r\u00e9sum\u00e9',
      'r\u00e9sum\u00e9',
    ]);
  });
});

describe('uniteExclusions', () => {
  it('has what either excludes, each once', () => {
    const one = { labels: ['a', 'b'], trees: ['1'], blogPosts: false };
    const other = { labels: ['b', 'c'], trees: ['1', '2'], blogPosts: true };
    const both = { labels: ['a', 'b', 'c'], trees: ['1', '2'], blogPosts: true };
    expect(uniteExclusions(one, other)).toEqual(both);
    expect(uniteExclusions({ ...one, blogPosts: true }, { ...other, blogPosts: false })).toEqual(both);
    expect(uniteExclusions(one, NO_EXCLUSIONS)).toEqual(one);
    expect(uniteExclusions(NO_EXCLUSIONS, NO_EXCLUSIONS)).toEqual({ labels: [], trees: [], blogPosts: false });
  });
});

describe('hasTooMany', () => {
  const some = (count: number): string[] => Array.from({ length: count }, (_, index) => `x${String(index)}`);

  it.each([
    [20, 20, false],
    [21, 0, true],
    [0, 21, true],
    [0, 0, false],
  ])('judges %d labels and %d trees', (labels, trees, verdict) => {
    expect(hasTooMany({ labels: some(labels), trees: some(trees), blogPosts: false })).toBe(verdict);
  });
});
