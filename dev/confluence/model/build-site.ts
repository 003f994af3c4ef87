import type { SiteContent } from '../../content/site-content';
import { addPage } from './add-page';
import { addSpace } from './add-space';
import { createSiteDraft } from './site-draft';
import { EMPTY_SITE, type SiteState } from './site-state';

/** The last change of a page that does not say when it was; fixed, so that every start is the same. */
const DEFAULT_UPDATED_AT = '2025-01-01T09:00:00.000Z';

/** The Confluence administrator that always exists; author of what has no author. */
export const ADMIN_ACCOUNT_ID = 'admin';

/**
 * Makes the site's first state. Ids that are left out are given in the order of the content, spaces first, so that
 * they are the same at every start; given ids are set aside before.
 * @throws {SiteContentError}
 */
export const buildSite = (content: SiteContent): SiteState => {
  const given = [...content.spaces, ...content.pages].flatMap(({ id }) => (id === undefined ? [] : [id]));
  const draft = createSiteDraft({ ...EMPTY_SITE, spentIds: new Set(given) });
  for (const space of content.spaces) addSpace(draft, space, DEFAULT_UPDATED_AT);
  for (const { space: key } of content.pages) {
    if (draft.spaceByKey(key) === undefined) addSpace(draft, { key }, DEFAULT_UPDATED_AT);
  }
  for (const page of content.pages) {
    addPage(draft, page, { updatedAt: DEFAULT_UPDATED_AT, authorId: ADMIN_ACCOUNT_ID });
  }
  return draft.finish();
};
