import { NotModelledError } from '../not-modelled';
import type { CqlDocument } from '../search/cql-document';
import { cutExcerpt } from '../search/cut-excerpt';
import { type WordTest, highlight } from '../search/highlight';
import { pageText } from '../search/page-text';
import { searchedWords } from '../search/searched-words';
import { contentExpansions, largestPage } from './content-expansions';
import { booleanParam, listParam } from './query-params';
import { type ContentView, renderContent } from './render-content';
import { renderSpace } from './render-space';
import type { Endpoint } from './rest-call';
import { v1BadRequest } from './rest-failure';
import { searchPage } from './search-page';
import { friendlyDate, pagePath, spacePath } from './web-links';

const PATH = '/rest/api/search';
const NO_WORD: WordTest = () => false;

/** `GET /wiki/rest/api/search` @see OpenAPI v1 "Search content"; recorded answers of Confluence Cloud */
export const searchEndpoint: Endpoint = (call) => {
  const { query, site } = call;
  if ((query.get('sitePermissionTypeFilter') ?? 'none') !== 'none')
    throw new NotModelledError('sitePermissionTypeFilter');
  // Names without the prefix are ignored silently, as Confluence does.
  const names = listParam(query, 'expand').flatMap((name) => (name.startsWith('content.') ? [name.slice(8)] : []));
  const excludeCurrentSpaces = booleanParam(query, 'excludeCurrentSpaces', v1BadRequest);
  const page = searchPage(call, {
    path: PATH,
    largestPage: largestPage(names),
    archivedSpaces: booleanParam(query, 'includeArchivedSpaces', v1BadRequest) || excludeCurrentSpaces,
    currentSpaces: !excludeCurrentSpaces,
  });
  const view = { state: site.state, siteUrl: site.url, expand: contentExpansions(names) };
  const words = excerptWords(query.get('excerpt') ?? 'highlight', searchedWords(page.query.where));
  const results = page.hits.map((hit) => renderHit(hit, view, words));
  return {
    body: {
      results,
      start: page.start,
      limit: page.limit,
      size: results.length,
      totalSize: page.totalSize,
      cqlQuery: page.cql,
      searchDuration: 1,
      archivedResultCount: page.archivedResultCount,
      _links: {
        base: `${site.url}/wiki`,
        context: '/wiki',
        ...page.links,
        self: `${site.url}/wiki${PATH}?${query.toString()}`,
      },
    },
    contentObjects: results.length,
    peopleObjects: 0,
  };
};

/** How titles and excerpts are written; the modes without `_unescaped` escape HTML. @see OpenAPI v1 `excerpt` */
type ExcerptWords = {
  readonly isHit: WordTest;
  readonly withExcerpt: boolean;
  readonly escape: (text: string) => string;
};

const excerptWords = (mode: string, isHit: WordTest): ExcerptWords => {
  switch (mode) {
    case 'highlight':
      return { isHit, withExcerpt: true, escape: escapeHtml };
    case 'highlight_unescaped':
      return { isHit, withExcerpt: true, escape: (text) => text };
    case 'indexed':
      return { isHit: NO_WORD, withExcerpt: true, escape: escapeHtml };
    case 'indexed_unescaped':
      return { isHit: NO_WORD, withExcerpt: true, escape: (text) => text };
    case 'none':
      return { isHit: NO_WORD, withExcerpt: false, escape: escapeHtml };
    default:
      throw v1BadRequest(`Invalid excerpt strategy: ${mode}`);
  }
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);

const renderHit = (hit: CqlDocument, view: ContentView, words: ExcerptWords): object => {
  if (hit.kind === 'space') return renderSpaceHit(hit, view, words);
  const { page, space } = hit;
  const text = words.withExcerpt ? words.escape(highlight(cutExcerpt(pageText(page), words.isHit), words.isHit)) : '';
  return {
    content: renderContent(page, space, view),
    title: words.escape(highlight(page.title, words.isHit)),
    excerpt: text,
    url: pagePath(page, space),
    resultGlobalContainer: { title: space.name, displayUrl: spacePath(space) },
    breadcrumbs: [],
    entityType: 'content',
    iconCssClass: `aui-icon content-type-${page.type}`,
    lastModified: page.updatedAt,
    friendlyLastModified: friendlyDate(page.updatedAt),
    // Always 0: the order is the only sign of relevance.
    score: 0,
  };
};

/** A hit of another shape: no `content`. @see sooperset/mcp-atlassian#907 */
const renderSpaceHit = (
  { space }: Extract<CqlDocument, { kind: 'space' }>,
  view: ContentView,
  words: ExcerptWords,
): object => ({
  space: renderSpace(space, view.siteUrl),
  title: words.escape(highlight(space.name, words.isHit)),
  excerpt: words.withExcerpt ? words.escape(highlight(space.description, words.isHit)) : '',
  url: spacePath(space),
  breadcrumbs: [],
  entityType: 'space',
  iconCssClass: 'aui-icon space',
  lastModified: space.createdAt,
  friendlyLastModified: friendlyDate(space.createdAt),
  score: 0,
});
