import type { PageSource } from '../../content/site-content';
import { SiteContentError } from './site-content-error';
import type { SiteDraft } from './site-draft';
import type { Page } from './site-state';

/** What is assumed where the content says nothing. */
export type PageDefaults = {
  /** RFC 3339 */
  readonly updatedAt: string;
  readonly authorId: string;
};

/**
 * Adds a page as it is written down, to a space that is there already.
 * @throws {SiteContentError} on a taken id, an unknown space or an empty title
 */
export const addPage = (draft: SiteDraft, source: PageSource, defaults: PageDefaults): Page => {
  const id = source.id ?? draft.nextId();
  const space = draft.spaceByKey(source.space);
  if (space === undefined) throw new SiteContentError(`page ${id}: no space with the key "${source.space}"`);
  if (draft.isTaken(id)) throw new SiteContentError(`page ${id}: the id is taken`);
  if (source.title === '') throw new SiteContentError(`page ${id}: the title is empty`);
  const updatedAt = source.updated === undefined ? defaults.updatedAt : toInstant(source.updated, id);
  const page: Page = {
    id,
    title: source.title,
    spaceId: space.id,
    type: source.type ?? 'page',
    status: source.status ?? 'current',
    storage: source.storage,
    labels: (source.labels ?? []).map((label) => label.toLowerCase()),
    version: source.version ?? 1,
    updatedAt,
    createdAt: updatedAt,
    restrictedTo: source.restrictedTo ?? [],
    authorId: source.author ?? defaults.authorId,
  };
  draft.putPage(page, source.parent);
  return page;
};

/** @throws {SiteContentError} when it is no date */
export const toInstant = (updated: string, pageId: string): string => {
  const time = Date.parse(updated);
  if (Number.isNaN(time)) throw new SiteContentError(`page ${pageId}: updated "${updated}" is no RFC 3339 date`);
  return new Date(time).toISOString();
};
