import { describe, expect, it } from '@jest/globals';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import type { Fence } from '../../src/fence/why-held-back';
import { compareFinds, type Finds } from '../../src/search/compare-finds';
import { isOneOf } from '../../src/search/cql-text';
import type { ContentHit } from '../../src/search/parse-search-answer';

const fence: Fence = {
  open: new Map([['1', { key: 'ENG', exclusions: { ...NO_EXCLUSIONS, labels: ['secret'] } }]]),
  siteExclusions: NO_EXCLUSIONS,
};

const hit = (id: string, changes: Partial<ContentHit> = {}): ContentHit => ({
  id,
  type: 'page',
  status: 'current',
  title: `Page ${id}`,
  spaceId: '1',
  spaceKey: 'ENG',
  spaceName: 'Engineering',
  spaceStatus: 'current',
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
  labels: [],
  ancestors: [],
  webPath: `/spaces/ENG/pages/${id}`,
  ...changes,
});

const result = (id: string): Finds['results'][number] => ({
  page: {
    id,
    type: 'page',
    title: `Page ${id}`,
    url: '',
    space: { id: '1', key: 'ENG', name: '' },
    version: 1,
    updatedAt: '',
    labels: [],
  },
  matched: 'all',
  excerpts: [],
});

const compare = (
  changes: Partial<Finds>,
  { has = [], isComplete = true }: { readonly has?: readonly string[]; readonly isComplete?: boolean } = {},
) =>
  compareFinds({
    results: [],
    callerHits: [],
    alsoVisible: [],
    webBase: 'https://example.net/wiki',
    cql: isOneOf('space', ['ENG']),
    heard: { has: (id) => has.includes(id), isComplete: () => isComplete },
    fence,
    ...changes,
  });

describe('compareFinds', () => {
  it('shows what the caller finds or may see by its id, in the order of Promptless, and counts the rest', () => {
    const results = ['3', '1', '2', '4'].map(result);
    const compared = compare({ results, callerHits: [hit('1'), hit('3')], alsoVisible: [hit('4')] });
    expect(compared.results.map(({ page }) => page.id)).toEqual(['3', '1', '4']);
    expect(compared.hiddenCount).toBe(1);
    expect(compared.leftOut).toEqual([]);
  });

  it('takes a hit of another space for no sign that a page may be seen', () => {
    const compared = compare({ results: [result('1')], callerHits: [hit('1', { spaceId: '2' })] });
    expect(compared).toEqual({ results: [], hiddenCount: 1, leftOut: [] });
  });

  it.each([
    ['that the app was not given to the end', [], true, 'not-visible-to-app'],
    ['that may only come later', [], false, 'not-among-first'],
    ['that was ranked behind the first', ['7'], true, 'not-among-first'],
  ])('says of a page %s why it is left out', (_, has, isComplete, reason) => {
    expect(compare({ callerHits: [hit('7')] }, { has, isComplete }).leftOut).toEqual([
      { id: '7', title: 'Page 7', url: 'https://example.net/wiki/spaces/ENG/pages/7', reason },
    ]);
  });

  it('names the label that excludes a page, whether the app was given it or not', () => {
    for (const has of [[], ['7']]) {
      const { leftOut } = compare({ callerHits: [hit('7', { labels: ['api', 'secret'] })] }, { has });
      expect(leftOut).toMatchObject([{ id: '7', reason: 'label', label: 'secret' }]);
    }
  });

  it('does not speak of what is of another space, or archived by now', () => {
    const callerHits = [hit('7', { spaceId: '2' }), hit('8', { status: 'archived' }), hit('9', { spaceStatus: 'x' })];
    expect(compare({ callerHits }).leftOut).toEqual([]);
  });
});
