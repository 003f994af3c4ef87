/* eslint-disable jest/no-export -- a suite as a library: each implementation runs it in a test file of its own */
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';

/** Something that answers `GET /wiki/rest/api/search`. */
export type ContentSearch = (cql: string) => unknown;

const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const contentHit = v.object({
  content: v.object({
    id: v.pipe(v.string(), v.nonEmpty()),
    type: v.picklist(['page', 'blogpost']),
    status: v.string(),
    title: v.string(),
    childTypes: v.object({}),
    macroRenderedOutput: v.object({}),
    restrictions: v.object({}),
    _expandable: v.record(v.string(), v.string()),
    _links: v.object({ webui: v.string(), self: v.string(), tinyui: v.pipe(v.string(), v.startsWith('/x/')) }),
  }),
  title: v.string(),
  excerpt: v.string(),
  url: v.pipe(v.string(), v.startsWith('/spaces/')),
  resultGlobalContainer: v.object({ title: v.string(), displayUrl: v.pipe(v.string(), v.startsWith('/spaces/')) }),
  breadcrumbs: v.array(v.unknown()),
  entityType: v.literal('content'),
  iconCssClass: v.pipe(v.string(), v.startsWith('aui-icon content-type-')),
  lastModified: instant,
  friendlyLastModified: v.pipe(v.string(), v.regex(/^[A-Z][a-z]{2} \d\d, \d{4}$/u)),
  score: v.literal(0),
});

const answer = v.object({
  results: v.array(contentHit),
  start: count,
  limit: count,
  size: count,
  totalSize: count,
  cqlQuery: v.string(),
  searchDuration: count,
  archivedResultCount: v.optional(count),
  _links: v.object({ base: v.string(), context: v.string(), self: v.string(), next: v.optional(v.string()) }),
});

/** Members that Confluence offers to expand in a hit without expansions. */
const EXPANDABLE = [
  'ancestors',
  'body',
  'children',
  'container',
  'descendants',
  'extensions',
  'history',
  'metadata',
  'operations',
  'space',
  'version',
];

/**
 * What every answer of the content search keeps to, recorded or emulated.
 * @param cql finds at least one page or blog post, and nothing but those
 */
export const describeContentSearch = (name: string, search: ContentSearch, cql: string): void => {
  describe(`content search: ${name}`, () => {
    const page = (): v.InferOutput<typeof answer> => v.parse(answer, search(cql));

    it('has every member that a caller relies on', () => {
      expect(v.safeParse(answer, search(cql)).issues).toBeUndefined();
      expect(page().results.length).toBeGreaterThan(0);
    });

    it('counts what it carries', () => {
      const { size, limit, totalSize, results } = page();
      expect(size).toBe(results.length);
      expect(size).toBeLessThanOrEqual(limit);
      expect(totalSize).toBeGreaterThanOrEqual(size);
    });

    it('repeats the query', () => {
      expect(page().cqlQuery).toBe(cql);
    });

    it('gives addresses below its base, with the context once', () => {
      const { _links: links, results } = page();
      expect(links.base.endsWith(links.context)).toBe(true);
      for (const { content, url, resultGlobalContainer } of results) {
        expect(url).toBe(content._links.webui);
        expect(url.startsWith(`${resultGlobalContainer.displayUrl}/`)).toBe(true);
        expect(content._links.self).toBe(`${links.base}/rest/api/content/${content.id}`);
      }
    });

    it('names the members that could be expanded', () => {
      for (const { content } of page().results) expect(Object.keys(content._expandable).sort()).toEqual(EXPANDABLE);
    });

    it('carries no hit twice', () => {
      const ids = page().results.map(({ content }) => content.id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
};
