import { pagePath, spacePath } from '../rest/web-links';
import type { Page, SiteState, Space } from './site-state';
import type { Viewer } from './viewer';
import { maySeeSpace, mayViewPage } from './visibility';

/** What a person sees of the site in a browser: costs no points, and app access rules do not concern it. */
export type SiteView = {
  readonly spaces: () => readonly Space[];
  /** By key or alias. */
  readonly space: (name: string) => Space | undefined;
  /** Absent alike for a page that is missing and one that may not be seen. */
  readonly page: (id: string) => Page | undefined;
  /** Current pages and blog posts of a space. */
  readonly pages: (space: Space) => readonly Page[];
  /** Below `/wiki`. */
  readonly pathOf: (place: Page | Space) => string;
};

export const createSiteView = (state: SiteState, viewer: Viewer): SiteView => {
  const spaces = (): readonly Space[] => (maySeeSpace(viewer) ? [...state.spaces.values()] : []);
  return {
    spaces,
    space: (name) => spaces().find(({ key, alias }) => key === name || alias === name),
    page: (id) => {
      const page = state.pages.get(id);
      return page !== undefined && mayViewPage(state, viewer, page) ? page : undefined;
    },
    pages: (space) =>
      [...state.pages.values()].filter(
        (page) => page.spaceId === space.id && page.status === 'current' && mayViewPage(state, viewer, page),
      ),
    pathOf: (place) => {
      if ('key' in place) return spacePath(place);
      const space = state.spaces.get(place.spaceId);
      return space === undefined ? '' : pagePath(place, space);
    },
  };
};
