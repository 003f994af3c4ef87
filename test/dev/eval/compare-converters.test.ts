import { describe, expect, it } from '@jest/globals';
import { compareConverters } from '../../../dev/eval/compare-converters';
import { FIDELITY_ASPECTS } from '../../../dev/eval/conversion-fidelity';
import { readEvaluationPages, readStorageFixtures } from '../../support/storage-documents';

describe('compareConverters', () => {
  it('measures each on the same pages', () => {
    const rows = compareConverters(['<p>a b</p>', '<p>c</p>']);
    expect(rows.map(({ converter, kept }) => [converter, kept.words])).toEqual([
      ['ours', { kept: 3, total: 3 }],
      ['turndown', { kept: 3, total: 3 }],
      ['node-html-markdown', { kept: 3, total: 3 }],
    ]);
  });

  it.each([
    ['of other converters', readStorageFixtures()],
    ['of the evaluation', readEvaluationPages()],
  ])('finds that ours keeps at least as much as the others, of the pages %s', (_origin, pages) => {
    const [ours, ...others] = compareConverters(pages.map(({ storage }) => storage));
    for (const aspect of FIDELITY_ASPECTS) {
      const best = Math.max(...others.map(({ kept }) => kept[aspect].kept));
      expect(ours?.kept[aspect].kept).toBeGreaterThanOrEqual(best);
    }
  });
});
