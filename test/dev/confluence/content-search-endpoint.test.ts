import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createTestSite, pageSource } from '../../support/embedded-site';

const many = Array.from({ length: 5 }, (_, index) =>
  pageSource({ title: `page-${String(index)}`, storage: '<p>needle</p>' }),
);
const needle = 'type = page AND text ~ "needle"';
const body = v.object({ _links: v.object({ next: v.string() }) });

describe('GET /wiki/rest/api/content/search', () => {
  const site = createTestSite({
    spaces: [{ key: 'OLD', status: 'archived' }],
    pages: [...many, pageSource({ title: 'past', space: 'OLD', storage: 'needle' })],
  });

  it('answers content alone, expanded without prefix, and pages with the same cursor', () => {
    const answer = site.get(
      `/wiki/rest/api/content/search?cql=${encodeURIComponent(needle)}&limit=2&expand=space,body.storage`,
    );
    expect(answer.points).toBe(3);
    expect(answer.json).toMatchObject({
      start: 0,
      limit: 2,
      size: 2,
      results: [{ id: 'page-0', space: { key: 'ENG' }, body: { storage: {} } }, { id: 'page-1' }],
    });
    expect(answer.json).not.toHaveProperty('totalSize');
    const { _links: links } = v.parse(body, answer.json);
    expect(site.get(`/wiki${links.next}`).json).toMatchObject({
      results: [{ id: 'page-2' }, { id: 'page-3' }],
    });
  });

  it('never looks into archived spaces', () => {
    const answer = site.get(
      `/wiki/rest/api/content/search?cql=${encodeURIComponent('space = OLD AND type = page')}&includeArchivedSpaces=true`,
    );
    expect(answer.json).toMatchObject({ size: 0 });
  });
});
