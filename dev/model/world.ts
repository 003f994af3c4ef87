/**
 * What is true on a site, told as plainly as possible and without any code of the app: it is what the app is held against.
 */
export type World = {
  readonly nowMs: () => number;
  readonly indexLagMs: number;
  readonly spaces: Map<string, WorldSpace>;
  readonly pages: Map<string, WorldPage>;
  /** Also of what is purged. */
  readonly everySpaceId: string[];
  readonly everyPageId: string[];
  /** Every word that ever told a page from others, with the page's id. */
  readonly owners: Map<string, string>;
  /** Pages that were changed, the last one last. */
  readonly changedPageIds: string[];
  readonly labels: readonly string[];
  readonly optIns: Map<string, WorldOptIn>;
  readonly keys: WorldKey[];
  policy: WorldPolicy;
  /** When content was changed last. */
  changedAtMs: number;
};

export type WorldSpace = {
  readonly id: string;
  readonly key: string;
  readonly alias?: string;
  readonly name: string;
  readonly isArchived: boolean;
  /** By an app access rule. */
  readonly isBlocked: boolean;
  readonly admins: readonly string[];
};

export type WorldPage = {
  readonly id: string;
  readonly type: 'page' | 'blogpost';
  readonly spaceId: string;
  readonly status: 'current' | 'archived' | 'trashed';
  readonly parentId?: string | undefined;
  /** In small letters. */
  readonly labels: readonly string[];
  /** To whom the page itself is restricted. */
  readonly restriction: 'none' | 'people' | 'people-and-apps';
  readonly title: string;
  readonly heading: string;
  readonly texts: readonly string[];
  readonly version: number;
};

export type WorldExclusions = {
  /** In small letters. */
  readonly labels: readonly string[];
  readonly trees: readonly string[];
  readonly blogPosts: boolean;
};

export type WorldOptIn = {
  readonly isOpen: boolean;
  /** When the space was opened. */
  readonly at: string;
  readonly key: string;
  readonly exclusions: WorldExclusions;
};

export type WorldKey = {
  readonly id: string;
  readonly secret: string;
  readonly expiresAtMs: number;
  isRevoked: boolean;
};

export type WorldPolicy = {
  readonly paused: boolean;
  readonly optInBy: 'space-admins' | 'confluence-admins';
  readonly exclusions: WorldExclusions;
  readonly maxResults: number;
  readonly maxChars: number;
};

export const NOTHING_EXCLUDED: WorldExclusions = { labels: [], trees: [], blogPosts: false };

/** The account of the Confluence administrator; every other one is a space admin where the space says so. */
export const CONFLUENCE_ADMIN = 'admin';

export const isActive = (key: WorldKey, nowMs: number): boolean => !key.isRevoked && nowMs < key.expiresAtMs;

export const openSpaceIds = ({ optIns }: World): readonly string[] =>
  [...optIns].flatMap(([id, { isOpen }]) => (isOpen ? [id] : []));

/** Whether the index has followed every change. */
export const isSettled = ({ nowMs, changedAtMs, indexLagMs }: World): boolean => nowMs() >= changedAtMs + indexLagMs;

/** A page and the pages above it. */
export const lineage = (world: World, page: WorldPage): readonly WorldPage[] => {
  const parent = page.parentId === undefined ? undefined : world.pages.get(page.parentId);
  return parent === undefined ? [page] : [page, ...lineage(world, parent)];
};

/** The words of a page that no other has. */
export const wordsOf = ({ title, heading, texts }: WorldPage): readonly string[] => [title, heading, ...texts];

/** How a space stands with the app, whether it was ever opened or not. */
export const optInOf = (world: World, spaceId: string): WorldOptIn =>
  world.optIns.get(spaceId) ?? { isOpen: false, at: '', key: '', exclusions: NOTHING_EXCLUDED };
