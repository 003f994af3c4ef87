import type { Page, Space } from '../model/site-state';

/** One entry of the search index, as old as the index is. */
export type CqlDocument =
  | { readonly kind: 'content'; readonly page: Page; readonly space: Space }
  | { readonly kind: 'space'; readonly space: Space };

/** Tells documents apart; page and space ids come from the same numbers. */
export const documentKey = (document: CqlDocument): string =>
  document.kind === 'content' ? contentKey(document.page.id) : spaceKey(document.space.id);

export const contentKey = (pageId: string): string => `content:${pageId}`;

export const spaceKey = (spaceId: string): string => `space:${spaceId}`;
