import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { describeContentSearch } from '../../contract/content-search.contract';
import { createTestSite, pageSource } from '../../support/embedded-site';
import { readSharedFile } from '../../support/shared-file';

const site = createTestSite({
  pages: [
    pageSource({
      title: '2024-01-01: Team Progress',
      id: '123456',
      space: 'TEAM',
      storage: '<h2>Date</h2><p>today</p>',
    }),
    pageSource({ title: 'Über & more', id: '123457', space: 'TEAM', parent: '123456' }),
    pageSource({ title: 'News', id: '123458', space: '~712020abc', type: 'blogpost' }),
  ],
});
const emulated = (cql: string): unknown => site.search(cql).json;

describeContentSearch('embedded Confluence', emulated, 'type IN (page, blogpost)');

/** Written by hand after recorded answers: their shape counts, nothing else. */
const SYNTHETIC = ['search.page1', 'search.page2', 'search.empty'];

const recorded = readSharedFile('fixtures/api/mcp-atlassian/mock_cql_search_response.json');
if (recorded !== undefined) {
  describeContentSearch('recorded answer of Confluence Cloud', () => JSON.parse(recorded), 'parent = 123456789');
}

/** The names of all members, depth first; those of list items together. */
const memberNames = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => memberNames(item, `${path}[]`)))];
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([name, member]) => memberNames(member, `${path}.${name}`));
};

describe('embedded Confluence beside recorded answers', () => {
  it('has every member that the recorded hit has', () => {
    const ours = new Set(memberNames(emulated('parent = 123456')));
    const missing = recorded === undefined ? [] : memberNames(JSON.parse(recorded)).filter((name) => !ours.has(name));
    expect(missing).toEqual([]);
  });

  it.each(SYNTHETIC)('has every member of %s when all is expanded', (name) => {
    const text = readSharedFile(`fixtures/api/synthetic/${name}.json`);
    const expand = 'content.space,content.version,content.metadata.labels,content.body.storage';
    const labelled = createTestSite({ pages: ['a', 'b'].map((title) => pageSource({ title, labels: ['x'] })) });
    const pages = ['0', '1'].map((start) => labelled.search('type = page', { expand, limit: '1', start }).json);
    const ours = new Set(pages.flatMap((page) => memberNames(page)));
    const theirs = text === undefined ? [] : memberNames(JSON.parse(text));
    expect(theirs.filter((member) => !ours.has(member))).toEqual([]);
  });

  it('answers bad CQL with the members that Cloud answered with', () => {
    const text = readSharedFile('fixtures/api/error-shapes-collected.json');
    const collected = text === undefined ? {} : v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
    const theirs = Object.entries(collected).find(([name]) => name.startsWith('bad_cql_cloud_2024'))?.[1];
    const { status, json } = site.search('Grill');
    const ours = { status, body: json };
    expect(theirs ?? ours).toEqual(ours);
  });
});
