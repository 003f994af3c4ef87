import type { Page, Space } from '../model/site-state';

/** Where a page is in the browser, below `/wiki`. The space's alias stands in for its key. @see RFC-54 */
export const pagePath = (page: Page, space: Space): string => {
  const title = encodeURIComponent(page.title).replace(/%20/gu, '+');
  const id = encodeURIComponent(page.id);
  if (page.type === 'page') return `${spacePath(space)}/pages/${id}/${title}`;
  return `${spacePath(space)}/blog/${page.createdAt.slice(0, 10).replace(/-/gu, '/')}/${id}/${title}`;
};

export const spacePath = (space: Space): string => `/spaces/${aliasOf(space)}`;

/** A space without an alias of its own answers with its key. @see recorded answers of Confluence Cloud */
export const aliasOf = (space: Space): string => space.alias ?? space.key;

/** The short link of a page. Only its look is right: nothing resolves it. */
export const tinyPath = (page: Page): string => `/x/${Buffer.from(page.id).toString('base64url').slice(0, 12)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 19, 2026` */
export const friendlyDate = (instant: string): string => {
  const date = new Date(instant);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${day}, ${String(date.getUTCFullYear())}`;
};
