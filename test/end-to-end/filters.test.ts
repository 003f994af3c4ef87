import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const page = (title: string, members: Readonly<Record<string, unknown>>) => ({
  space: 'ENG',
  title,
  storage: '<p>zebra</p>',
  ...members,
});

const content = contentFile([
  page('Plain', { id: '1', updated: '2026-01-10T12:00:00Z' }),
  page('Draft like', { id: '2', labels: ['draft', 'api'], updated: '2026-01-11T23:30:00Z' }),
  page('Labelled', { id: '3', labels: ['api'], parent: '1', updated: '2026-01-12T00:30:00Z' }),
  page('Grandchild', { id: '4', parent: '3', updated: '2026-01-13T00:00:00Z' }),
  page('News', { id: '5', type: 'blogpost', updated: '2026-01-20T00:00:00Z' }),
]);

const { search } = useRunningSite({ contentPaths: [content], open: 'all' });

describe('the filters of a search', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['none', {}, ['Draft like', 'Grandchild', 'Labelled', 'News', 'Plain']],
    ['types', { types: ['blogpost'] }, ['News']],
    ['any label, in any letter case', { labels: { any: ['API'] } }, ['Draft like', 'Labelled']],
    [
      'no such label, which keeps pages without labels',
      { labels: { none: ['Draft'] } },
      ['Grandchild', 'Labelled', 'News', 'Plain'],
    ],
    ['below a page, at any depth', { under: '1' }, ['Grandchild', 'Labelled']],
    ['below a page that does not exist', { under: '999' }, []],
    ['from a day on', { updatedAfter: '2026-01-12' }, ['Grandchild', 'Labelled', 'News']],
    ['from a moment with an offset on', { updatedAfter: '2026-01-12T01:31:00+01:00' }, ['Grandchild', 'News']],
    ['before a day', { updatedBefore: '2026-01-12' }, ['Draft like', 'Plain']],
    ['several at once', { updatedAfter: '2026-01-11', labels: { any: ['api'], none: ['draft'] } }, ['Labelled']],
  ])('%s', async (_, filters, titles) => {
    expect([...titlesIn(await search('zebra', filters))].sort()).toEqual(titles);
  });
});
