import { describe, expect, it } from '@jest/globals';
import { createTestSite, pageSource, type TestSite } from '../../support/embedded-site';

const lagging = (): TestSite =>
  createTestSite(
    {
      spaces: [
        { key: 'ENG', id: '42' },
        { key: 'HR', id: '43' },
      ],
      pages: [
        pageSource({ title: 'plan', storage: '<p>the old plan</p>', labels: ['draft'] }),
        pageSource({ title: 'part', storage: '<p>part of the old plan</p>', parent: 'plan' }),
      ],
    },
    { indexLagMs: 60_000 },
  );

const expand = { expand: 'content.space,content.version,content.metadata.labels,content.body.storage' };

describe('a search index that lags behind', () => {
  it('finds an edited page by its old words, and carries the new body', () => {
    const site = lagging();
    site.confluence.patch({
      pages: { plan: { title: 'proposal', storage: '<p>something new</p>', labels: ['final'] } },
    });
    expect(site.find('text ~ "new"')).toEqual([]);
    expect(
      site.search('type = page AND label = draft AND text ~ "old"', { ...expand, excerpt: 'indexed' }).json,
    ).toMatchObject({
      results: [
        {
          title: 'proposal',
          excerpt: 'something new',
          content: {
            title: 'proposal',
            version: { number: 2, when: '2026-06-01T12:00:00.000Z' },
            metadata: { labels: { results: [{ name: 'final' }] } },
            body: { storage: { value: '<p>something new</p>' } },
          },
        },
      ],
    });
    site.clock.advance(60_000);
    expect(site.find('text ~ "new"')).toEqual(['plan']);
    expect(site.find('type = page AND text ~ "old"')).toEqual(['part']);
  });

  it('finds a page in the space that it left, and carries the space that it went to, with its children', () => {
    const site = lagging();
    site.confluence.patch({ pages: { plan: { space: 'HR' } } });
    expect(site.search('type = page AND space = ENG', expand).json).toMatchObject({
      results: [{ content: { space: { id: 43, key: 'HR' } } }, { content: { space: { id: 43, key: 'HR' } } }],
    });
    site.clock.advance(59_999);
    expect(site.find('type = page AND space = ENG')).toEqual(['plan', 'part']);
    site.clock.advance(1);
    expect(site.find('type = page AND space = ENG')).toEqual([]);
    expect(site.find('type = page AND space = HR')).toEqual(['plan', 'part']);
  });

  it('carries no page that was purged or trashed', () => {
    const site = lagging();
    site.confluence.patch({ pages: { plan: null, part: { status: 'trashed' } } });
    expect(site.search('type = page').json).toMatchObject({ size: 0, totalSize: 2 });
  });

  it('carries the status of what was archived since', () => {
    const site = lagging();
    site.confluence.patch({ pages: { plan: { status: 'archived' } }, spaces: { ENG: { status: 'archived' } } });
    expect(site.search('type = page', expand).json).toMatchObject({
      results: [
        { content: { id: 'plan', status: 'archived', space: { status: 'archived' } } },
        { content: { id: 'part', status: 'current', space: { status: 'archived' } } },
      ],
    });
    site.clock.advance(60_000);
    expect(site.find('type = page')).toEqual([]);
  });

  it('never delays restrictions and app access rules', () => {
    const site = lagging();
    site.confluence.patch({ pages: { plan: { restrictedTo: ['ada'] } } });
    expect(site.find('type = page')).toEqual([]);
    expect(site.find('type = page', {}, 'ada')).toEqual(['plan', 'part']);
    site.confluence.patch({ spaces: { ENG: { blocked: true } } });
    expect(site.find('type = page', {}, 'ada')).toEqual([]);
  });

  it('takes several changes in their order, each when it is due', () => {
    const site = lagging();
    site.confluence.patch({ pages: { plan: { storage: 'first' } } });
    site.clock.advance(30_000);
    site.confluence.patch({ pages: { plan: { storage: 'second' } } });
    site.clock.advance(30_000);
    expect(site.find('text ~ "first"')).toEqual(['plan']);
    site.clock.advance(30_000);
    expect([site.find('text ~ "first"'), site.find('text ~ "second"')]).toEqual([[], ['plan']]);
  });

  it('finds a space by the alias that it had, and by the new one later', () => {
    const site = lagging();
    site.confluence.patch({ spaces: { ENG: { alias: 'BUILD' } } });
    expect(site.find('space = BUILD')).toEqual([]);
    site.clock.advance(60_000);
    expect(site.find('space = BUILD AND type = page')).toHaveLength(2);
  });
});
