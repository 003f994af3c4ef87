import type { PageDescription } from '../contract/search-api';
import type { Admitted } from '../fence/gate';
import type { ContentHit } from './parse-search-answer';

/** What replies tell of a page besides its text. */
export const describePage = (hit: Admitted<ContentHit>, webBase: string): PageDescription => ({
  id: hit.id,
  type: hit.type,
  title: hit.title,
  url: `${webBase}${hit.webPath}`,
  space: { id: hit.spaceId, key: hit.spaceKey, name: hit.spaceName },
  version: hit.version,
  updatedAt: hit.updatedAt,
  labels: hit.labels ?? [],
});
