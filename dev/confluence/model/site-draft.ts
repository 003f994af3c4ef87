import { SiteContentError } from './site-content-error';
import { type Page, type SiteState, type Space, ancestorsOf } from './site-state';

/** A state being put together. Nothing is visible to anybody before {@link SiteDraft.finish} has succeeded. */
export type SiteDraft = {
  readonly spaceByKey: (key: string) => Space | undefined;
  readonly page: (id: string) => Page | undefined;
  readonly pages: () => readonly Page[];
  readonly putSpace: (space: Space) => void;
  /** `parent` is an id, or a title in the page's space; it is looked up when the draft is finished. */
  readonly putPage: (page: Page, parent?: string) => void;
  readonly removeSpace: (space: Space) => void;
  readonly removePage: (id: string) => void;
  /** Whether a space or page has the id now. */
  readonly isTaken: (id: string) => boolean;
  /** The smallest number never used before. */
  readonly nextId: () => string;
  /** @throws {SiteContentError} on an unknown parent, a circle of parents, or a key, alias or id used twice */
  readonly finish: () => SiteState;
};

const FIRST_ID = 65_537;

export const createSiteDraft = (from: SiteState): SiteDraft => {
  const spaces = new Map(from.spaces);
  const pages = new Map(from.pages);
  const spentIds = new Set(from.spentIds);
  const parents = new Map<string, string>();
  let candidate = FIRST_ID;

  return {
    spaceByKey: (key) => [...spaces.values()].find((space) => space.key === key),
    page: (id) => pages.get(id),
    pages: () => [...pages.values()],
    putSpace: (space) => {
      spaces.set(space.id, space);
      spentIds.add(space.id);
    },
    putPage: (page, parent) => {
      pages.set(page.id, page);
      spentIds.add(page.id);
      if (parent !== undefined) parents.set(page.id, parent);
    },
    removeSpace: (space) => {
      spaces.delete(space.id);
      for (const page of [...pages.values()]) if (page.spaceId === space.id) pages.delete(page.id);
    },
    removePage: (id) => {
      pages.delete(id);
    },
    isTaken: (id) => spaces.has(id) || pages.has(id),
    nextId: () => {
      while (spentIds.has(String(candidate))) candidate += 1;
      return String(candidate);
    },
    finish: () => {
      resolveParents(pages, parents);
      const state: SiteState = { spaces, pages, spentIds };
      assertNamesAreUnique(state);
      assertTreesAreTrees(state);
      return state;
    },
  };
};

const resolveParents = (pages: Map<string, Page>, parents: ReadonlyMap<string, string>): void => {
  for (const [id, reference] of parents) {
    const page = pages.get(id);
    if (page === undefined) continue;
    const parent = parentNamed(pages, page, reference);
    if (parent === undefined) {
      throw new SiteContentError(`page ${id}: parent "${reference}" is not a page of the same space`);
    }
    pages.set(id, { ...page, parentId: parent.id });
  }
};

const parentNamed = (pages: ReadonlyMap<string, Page>, page: Page, reference: string): Page | undefined => {
  const byId = pages.get(reference);
  if (byId?.spaceId === page.spaceId) return byId;
  return [...pages.values()].find((other) => other.spaceId === page.spaceId && other.title === reference);
};

const assertNamesAreUnique = (state: SiteState): void => {
  const seen = new Map<string, string>();
  for (const space of state.spaces.values()) {
    const names = new Set([space.key, ...(space.alias === undefined ? [] : [space.alias])]);
    for (const name of names) {
      if (seen.has(name)) throw new SiteContentError(`space ${space.key}: "${name}" already names another space`);
      seen.set(name, space.key);
    }
  }
};

const assertTreesAreTrees = (state: SiteState): void => {
  for (const page of state.pages.values()) {
    if (page.parentId === page.id) throw new SiteContentError(`page ${page.id} is its own parent`);
    const above = new Set<string>([page.id]);
    let parent = page.parentId === undefined ? undefined : state.pages.get(page.parentId);
    while (parent !== undefined) {
      if (above.has(parent.id)) throw new SiteContentError(`page ${page.id} is below itself`);
      above.add(parent.id);
      parent = parent.parentId === undefined ? undefined : state.pages.get(parent.parentId);
    }
    if (ancestorsOf(state, page).some((other) => other.spaceId !== page.spaceId)) {
      throw new SiteContentError(`page ${page.id} has a parent in another space`);
    }
  }
};
