import { markdownToStorage } from '../../content/markdown-to-storage';
import type { PageSource } from '../../content/site-content';
import { addPage, toInstant } from './add-page';
import { ADMIN_ACCOUNT_ID } from './build-site';
import type { PagePatch } from './patch-schema';
import { SiteContentError } from './site-content-error';
import type { SiteDraft } from './site-draft';
import type { Page } from './site-state';

/**
 * Changes, makes or purges the page with an id. Children of a page that is purged, trashed or archived move up to its
 * parent, and lose the restrictions that they inherited from it; a page that is moved to another space takes its
 * descendants along. A new title or body makes a new version, unless `version` says otherwise.
 * @see community.atlassian.com ba-p/2211279 (children move up); support.atlassian.com "Archive pages", "Move pages"
 * @throws {SiteContentError}
 */
export const patchPage = (draft: SiteDraft, id: string, patch: PagePatch | null, now: string): void => {
  const change = patch === null ? null : withStorage(id, patch);
  const page = draft.page(id);
  if (change === null) {
    if (page === undefined) throw new SiteContentError(`pages.${id}: there is no such page`);
    moveChildrenUp(draft, page);
    draft.removePage(id);
    return;
  }
  if (page === undefined) {
    addPage(draft, toSource(id, change), { updatedAt: now, authorId: ADMIN_ACCOUNT_ID });
    return;
  }
  if (change.type !== undefined && change.type !== page.type)
    throw new SiteContentError(`pages.${id}.type: a type never changes`);
  const spaceId = change.space === undefined ? page.spaceId : spaceIdOf(draft, id, change.space);
  const isMoved = spaceId !== page.spaceId;
  if (isMoved) moveDescendants(draft, page, spaceId);
  if (change.status === 'trashed' || change.status === 'archived') moveChildrenUp(draft, page);
  const placed = isMoved || change.parent !== undefined ? withoutParent(page) : page;
  draft.putPage({ ...placed, spaceId, ...edited(page, change, now) }, change.parent ?? undefined);
};

/** A body may be given in Markdown instead, as in content files. */
const withStorage = (id: string, { markdown, ...change }: PagePatch): PageChange => {
  if (change.id !== undefined && change.id !== id) throw new SiteContentError(`pages.${id}.id: an id never changes`);
  if (markdown === undefined) return change;
  if (change.storage !== undefined) throw new SiteContentError(`pages.${id}: storage and markdown exclude each other`);
  return { ...change, storage: markdownToStorage(markdown) };
};

type PageChange = Omit<PagePatch, 'markdown'>;

const edited = (page: Page, change: PageChange, now: string): Partial<Page> => {
  const isEdit =
    (change.title !== undefined && change.title !== page.title) ||
    (change.storage !== undefined && change.storage !== page.storage);
  return {
    title: change.title ?? page.title,
    storage: change.storage ?? page.storage,
    status: change.status ?? page.status,
    labels: change.labels?.map((label) => label.toLowerCase()) ?? page.labels,
    restrictedTo: change.restrictedTo ?? page.restrictedTo,
    authorId: change.author ?? page.authorId,
    version: change.version ?? (isEdit ? page.version + 1 : page.version),
    updatedAt: change.updated === undefined ? (isEdit ? now : page.updatedAt) : toInstant(change.updated, page.id),
  };
};

const toSource = (id: string, change: PageChange): PageSource => {
  const { title, space, storage = '', parent, ...metadata } = change;
  if (title === undefined) throw new SiteContentError(`pages.${id}.title: a new page needs a title`);
  if (space === undefined) throw new SiteContentError(`pages.${id}.space: a new page needs a space`);
  return { ...metadata, id, title, space, storage, ...(typeof parent === 'string' ? { parent } : {}) };
};

const spaceIdOf = (draft: SiteDraft, pageId: string, key: string): string => {
  const space = draft.spaceByKey(key);
  if (space === undefined) throw new SiteContentError(`pages.${pageId}.space: there is no space with the key "${key}"`);
  return space.id;
};

const withoutParent = (page: Page): Page => {
  const { parentId, ...rest } = page;
  return parentId === undefined ? page : rest;
};

const childrenIn = (draft: SiteDraft, page: Page): readonly Page[] =>
  draft.pages().filter(({ parentId }) => parentId === page.id);

const moveChildrenUp = (draft: SiteDraft, page: Page): void => {
  for (const child of childrenIn(draft, page)) {
    draft.putPage({ ...withoutParent(child), ...(page.parentId === undefined ? {} : { parentId: page.parentId }) });
  }
};

const moveDescendants = (draft: SiteDraft, page: Page, spaceId: string): void => {
  for (const child of childrenIn(draft, page)) {
    moveDescendants(draft, child, spaceId);
    draft.putPage({ ...child, spaceId });
  }
};
