import { ContentError } from './content-error';
import type { WrittenPage } from './written-page';

/**
 * Refuses pages that could not stand on one site together: an id twice, a title twice among a space's pages (blog posts,
 * drafts and trashed pages may repeat one), a parent that is no page of the same space, a page below itself.
 *
 * @throws {ContentError} naming the later of the pages
 * @see https://support.atlassian.com/confluence-cloud/docs/create-edit-and-publish-a-page/ on unique titles
 */
export const assertConsistent = (pages: readonly WrittenPage[]): void => {
  const byId = new Map<string, WrittenPage>();
  const byTitle = new Map<string, WrittenPage>();
  for (const written of pages) {
    const { id, title, space } = written.page;
    if (id !== undefined) claim(byId, id, written, `the id "${id}"`);
    if (ownsTitle(written)) {
      claim(byTitle, titleKey(space, title), written, `the title "${title}" in the space ${space}`);
    }
  }
  for (const written of pages) assertParent(written, byId, byTitle);
};

const ownsTitle = ({ page }: WrittenPage): boolean =>
  page.type !== 'blogpost' && page.status !== 'draft' && page.status !== 'trashed';

const titleKey = (space: string, title: string): string => JSON.stringify([space, title]);

const claim = (taken: Map<string, WrittenPage>, key: string, written: WrittenPage, what: string): void => {
  const { file, line } = taken.get(key)?.place ?? {};
  if (file !== undefined) {
    throw new ContentError(written.place, `${what} is taken by ${file}${line === undefined ? '' : `:${line}`}`);
  }
  taken.set(key, written);
};

const assertParent = (
  written: WrittenPage,
  byId: ReadonlyMap<string, WrittenPage>,
  byTitle: ReadonlyMap<string, WrittenPage>,
): void => {
  const parentOf = ({ page }: WrittenPage): WrittenPage | undefined =>
    page.parent === undefined ? undefined : (byId.get(page.parent) ?? byTitle.get(titleKey(page.space, page.parent)));
  const { parent, space, type } = written.page;
  if (parent === undefined) return;
  if (type === 'blogpost') throw new ContentError(written.place, 'a blog post has no parent');
  if (parentOf(written)?.page.space !== space) {
    throw new ContentError(written.place, `the parent "${parent}" is no page of the space ${space}`);
  }
  const above = new Set([written]);
  for (let next = parentOf(written); next !== undefined; next = parentOf(next)) {
    if (above.has(next))
      throw new ContentError(written.place, `the page stands below itself, by its parent "${parent}"`);
    above.add(next);
  }
};
