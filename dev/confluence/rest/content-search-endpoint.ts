import { contentExpansions, largestPage } from './content-expansions';
import { listParam } from './query-params';
import { renderContent } from './render-content';
import type { Endpoint } from './rest-call';
import { searchPage } from './search-page';

const PATH = '/rest/api/content/search';

/**
 * `GET /wiki/rest/api/content/search`: content objects alone, no excerpt, total or archived spaces; `expand` without
 * prefix. @see OpenAPI v1 "Search content by CQL"; langchain-community PR#330 (archived spaces)
 */
export const contentSearchEndpoint: Endpoint = (call) => {
  const { query, site } = call;
  const names = listParam(query, 'expand');
  const page = searchPage(call, {
    path: PATH,
    largestPage: largestPage(names),
    archivedSpaces: false,
    currentSpaces: true,
  });
  const view = { state: site.state, siteUrl: site.url, expand: contentExpansions(names) };
  const results = page.hits.flatMap((hit) =>
    hit.kind === 'content' ? [renderContent(hit.page, hit.space, view)] : [],
  );
  return {
    body: {
      results,
      start: page.start,
      limit: page.limit,
      size: results.length,
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
