import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compareConverters } from '../../../dev/eval/compare-converters';
import { FIDELITY_ASPECTS } from '../../../dev/eval/conversion-fidelity';
import { readEvaluationPages, readStorageFixtures } from '../../support/storage-documents';

const TABLE = readFileSync(join(__dirname, '../../../docs/quality.md'), 'utf8');

const percent = ({ kept, total }: { readonly kept: number; readonly total: number }): string => {
  const share = ((100 * kept) / total).toFixed(2);
  return `${share.replace(/^(100|0)\.00$/, '$1')} %`;
};

describe('compareConverters', () => {
  it('measures each on the same pages', () => {
    const rows = compareConverters(['<p>a b</p>', '<p>c</p>']);
    expect(rows.map(({ converter, kept }) => [converter, kept.words])).toEqual([
      ['ours', { kept: 3, total: 3 }],
      ['turndown', { kept: 3, total: 3 }],
      ['node-html-markdown', { kept: 3, total: 3 }],
    ]);
  });

  describe.each([
    ['190 bodies', readStorageFixtures()],
    ['473 pages', readEvaluationPages()],
  ])('on the %s of docs/quality.md', (what, pages) => {
    const rows = compareConverters(pages.map(({ storage }) => storage));

    it('finds that ours keeps at least as much as the others', () => {
      const [ours, ...others] = rows;
      for (const aspect of FIDELITY_ASPECTS) {
        const best = Math.max(...others.map(({ kept }) => kept[aspect].kept));
        expect(ours?.kept[aspect].kept).toBeGreaterThanOrEqual(best);
      }
    });

    it('comes to the figures that stand there', () => {
      const figures = rows.map(({ converter, kept }) => [
        `${what}: ${converter === 'ours' ? 'this app' : converter}`,
        ...FIDELITY_ASPECTS.map((aspect) => percent(kept[aspect])),
      ]);
      const documented = TABLE.split('\n')
        .filter((line) => line.startsWith(`| ${what}: `))
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        );
      expect(documented).toHaveLength(rows.length);
      // Where the pages are missing there is nothing to count, which was said.
      expect(documented).toEqual(pages.length === 0 ? documented : figures);
    });
  });
});
