import type { Space } from '../model/site-state';
import { aliasOf, spacePath } from './web-links';

/** A space as v1 answers it: the id is a number. @see mock_page_response of sooperset/mcp-atlassian (recorded) */
export const renderSpace = (space: Space, siteUrl: string): object => ({
  id: Number(space.id),
  key: space.key,
  alias: aliasOf(space),
  name: space.name,
  type: space.type,
  status: space.status,
  _expandable: {
    settings: `/rest/api/space/${space.key}/settings`,
    metadata: '',
    operations: '',
    lookAndFeel: `/rest/api/settings/lookandfeel?spaceKey=${space.key}`,
    identifiers: '',
    permissions: '',
    icon: '',
    description: '',
    theme: `/rest/api/space/${space.key}/theme`,
    history: '',
    homepage: '',
  },
  _links: { webui: spacePath(space), self: `${siteUrl}/wiki/rest/api/space/${space.key}` },
});
