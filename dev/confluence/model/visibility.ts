import { type Page, type SiteState, type Space, ancestorsOf } from './site-state';
import { isAdministrator, type Viewer } from './viewer';

/**
 * Whether the viewer may know of a space. Every licensed account may, personal spaces included: a new site gives the
 * default group access to both. Anonymous visitors see nothing.
 * @see community.atlassian.com qaq-p/2786406 (personal spaces are open by default);
 *   support.atlassian.com "Set up public access" (anonymous access is off by default)
 */
export const maySeeSpace = (viewer: Viewer): boolean => viewer.kind !== 'anonymous';

/**
 * Whether the viewer may read content of a space. All calls come from the app, in its own name or in a user's: a space
 * closed to it by an app access rule is closed for both.
 * @see OpenAPI `x-atlassian-data-security-policy`: `app-access-rule-exempt` false for search, pages and restrictions
 */
export const mayReadContentOf = (viewer: Viewer, space: Space): boolean => maySeeSpace(viewer) && !space.blocked;

/**
 * Whether the viewer may read a page now: its space, its own view restriction and those of all pages above it.
 * Administrators are bound like everybody else. Drafts and trashed pages are nobody's to read.
 * @see support.atlassian.com "Restrict a page or blog post" (inherited view restrictions);
 *   CDAC 93662 (restrictions bind the app's account)
 */
export const mayReadPage = (state: SiteState, viewer: Viewer, page: Page): boolean => {
  const space = state.spaces.get(page.spaceId);
  return space !== undefined && mayReadContentOf(viewer, space) && mayViewPage(state, viewer, page);
};

/** The same for a person in a browser, whom app access rules do not concern. */
export const mayViewPage = (state: SiteState, viewer: Viewer, page: Page): boolean => {
  if (!state.spaces.has(page.spaceId) || !maySeeSpace(viewer)) return false;
  if (page.status === 'draft' || page.status === 'trashed') return false;
  return [page, ...ancestorsOf(state, page)].every((restricted) => isAllowed(viewer, restricted.restrictedTo));
};

const isAllowed = (viewer: Viewer, restrictedTo: readonly string[]): boolean => {
  if (restrictedTo.length === 0) return true;
  if (viewer.kind === 'anonymous') return false;
  return restrictedTo.some((name) => name === viewer.accountId || viewer.groups.has(name));
};

/** Space administrators, and Confluence administrators of every space. @see support.atlassian.com "Space permissions" */
export const mayAdministerSpace = (viewer: Viewer, space: Space): boolean =>
  viewer.kind === 'user' && (isAdministrator(viewer.accountId) || space.adminIds.includes(viewer.accountId));
