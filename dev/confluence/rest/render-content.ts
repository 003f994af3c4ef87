import { type Page, type SiteState, type Space, ancestorsOf } from '../model/site-state';
import type { ContentExpansion } from './content-expansions';
import { renderSpace } from './render-space';
import { renderUser } from './render-user';
import { friendlyDate, pagePath, tinyPath } from './web-links';

export type ContentView = {
  readonly state: SiteState;
  readonly siteUrl: string;
  readonly expand: ReadonlySet<ContentExpansion>;
};

/** A page or blog post as v1 answers it. @see mock_cql_search_response, mock_page_response of sooperset/mcp-atlassian */
export const renderContent = (page: Page, space: Space, view: ContentView): object => {
  const members = expandedMembers(page, space, view);
  const expandable = Object.entries(expandableMembers(page, space)).filter(
    ([name]) => name === 'metadata' || !Object.hasOwn(members, name),
  );
  return {
    id: page.id,
    type: page.type,
    status: page.status,
    title: page.title,
    childTypes: {},
    macroRenderedOutput: {},
    restrictions: {},
    ...members,
    _expandable: Object.fromEntries(expandable),
    _links: {
      webui: pagePath(page, space),
      self: `${view.siteUrl}/wiki/rest/api/content/${encodeURIComponent(page.id)}`,
      tinyui: tinyPath(page),
    },
  };
};

const expandableMembers = (page: Page, space: Space): Readonly<Record<string, string>> => ({
  container: `/rest/api/space/${space.key}`,
  metadata: '',
  extensions: '',
  operations: '',
  children: '',
  history: `/rest/api/content/${encodeURIComponent(page.id)}/history`,
  ancestors: '',
  body: '',
  version: '',
  descendants: '',
  space: `/rest/api/space/${space.key}`,
});

const expandedMembers = (
  page: Page,
  space: Space,
  { expand, siteUrl, state }: ContentView,
): Readonly<Record<string, unknown>> => ({
  ...(expand.has('space') ? { space: renderSpace(space, siteUrl) } : {}),
  ...(expand.has('version') ? { version: renderVersion(page) } : {}),
  ...(expand.has('history') ? { history: renderHistory(page, siteUrl) } : {}),
  ...(expand.has('ancestors')
    ? { ancestors: renderAncestors(page, space, { expand: new Set(), siteUrl, state }) }
    : {}),
  ...(expand.has('metadata') || expand.has('metadata.labels') ? { metadata: renderMetadata(page, expand) } : {}),
  ...(expand.has('body') || expand.has('body.storage') ? { body: renderBody(page, expand) } : {}),
});

const renderVersion = (page: Page): object => ({
  when: page.updatedAt,
  friendlyWhen: friendlyDate(page.updatedAt),
  message: '',
  number: page.version,
  minorEdit: false,
  contentTypeModified: false,
});

const renderHistory = (page: Page, siteUrl: string): object => ({
  latest: true,
  createdBy: renderUser(page.authorId, siteUrl),
  createdDate: page.createdAt,
});

/** Topmost first. */
const renderAncestors = (page: Page, space: Space, view: ContentView): readonly object[] =>
  [...ancestorsOf(view.state, page)].reverse().map((ancestor) => renderContent(ancestor, space, view));

const renderMetadata = (page: Page, expand: ReadonlySet<ContentExpansion>): object =>
  expand.has('metadata.labels')
    ? {
        labels: {
          results: page.labels.map((name, index) => ({ prefix: 'global', name, id: String(index + 1), label: name })),
          start: 0,
          limit: 200,
          size: page.labels.length,
        },
      }
    : {};

const renderBody = (page: Page, expand: ReadonlySet<ContentExpansion>): object => ({
  ...(expand.has('body.storage')
    ? {
        storage: {
          value: page.storage,
          representation: 'storage',
          embeddedContent: [],
          _expandable: { content: `/rest/api/content/${encodeURIComponent(page.id)}` },
        },
      }
    : {}),
  _expandable: {
    editor: '',
    atlas_doc_format: '',
    view: '',
    export_view: '',
    styled_view: '',
    dynamic: '',
    editor2: '',
    anonymous_export_view: '',
  },
});
