import { posix } from 'node:path';
import type { FollowLink } from './page-link';
import type { WrittenPage } from './written-page';

/**
 * Makes a function that follows a relative link of one page (`../setup/install.md#keys`) to another page of the same
 * source. Anything else, an address with a scheme or a path without a page behind it, leads nowhere.
 */
export const createLinkFollower = (
  pages: readonly WrittenPage[],
): ((from: WrittenPage, target: string) => ReturnType<FollowLink>) => {
  const byPath = new Map(pages.flatMap((written) => (written.path === undefined ? [] : [[written.path, written]])));
  return (from, target) => {
    const [path = '', anchor] = target.split('#', 2);
    if (from.path === undefined || path === '' || /^[a-z][a-z\d+.-]*:|^\//i.test(path)) return undefined;
    const found = byPath.get(posix.join(posix.dirname(from.path), path))?.page;
    if (found === undefined) return undefined;
    const link = found.space === from.page.space ? { title: found.title } : { title: found.title, space: found.space };
    return anchor === undefined || anchor === '' ? link : { ...link, anchor };
  };
};
