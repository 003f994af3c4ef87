/**
 * The whole content of the site at one moment. Never changed in place: a change makes a new state, so that the search
 * index can lag behind by simply holding an older one.
 */
export type SiteState = {
  readonly spaces: ReadonlyMap<string, Space>;
  readonly pages: ReadonlyMap<string, Page>;
  /** Ids that were ever given out; a purged id never comes back. */
  readonly spentIds: ReadonlySet<string>;
};

export type Space = {
  /** A number written as a string, because v1 answers it as a number and v2 as a string. */
  readonly id: string;
  /** Never changes; renaming a space's address sets an alias. @see RFC-54 Confluence space key aliases */
  readonly key: string;
  readonly alias?: string;
  readonly name: string;
  readonly type: 'global' | 'personal' | 'collaboration' | 'knowledge_base';
  readonly status: 'current' | 'archived';
  readonly adminIds: readonly string[];
  readonly description: string;
  readonly optedIn: boolean;
  /** Closed to the app by an app access rule. */
  readonly blocked: boolean;
  /** RFC 3339 */
  readonly createdAt: string;
};

export type Page = {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly type: 'page' | 'blogpost';
  readonly status: 'current' | 'archived' | 'draft' | 'trashed';
  /** Body in storage format. */
  readonly storage: string;
  readonly parentId?: string;
  readonly labels: readonly string[];
  readonly version: number;
  /** RFC 3339 */
  readonly updatedAt: string;
  /** RFC 3339 */
  readonly createdAt: string;
  /** Account ids and group names of the page's own view restriction; empty means none. */
  readonly restrictedTo: readonly string[];
  readonly authorId: string;
};

export const EMPTY_SITE: SiteState = { spaces: new Map(), pages: new Map(), spentIds: new Set() };

/** The pages above a page, nearest first. */
export const ancestorsOf = (state: SiteState, page: Page): readonly Page[] => {
  const ancestors: Page[] = [];
  for (let id = page.parentId; id !== undefined;) {
    const parent = state.pages.get(id);
    if (parent === undefined) break;
    ancestors.push(parent);
    id = parent.parentId;
  }
  return ancestors;
};
