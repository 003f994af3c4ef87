import type { MarkdownToken as Token } from './markdown-token';
import type { FollowLink, PageLink } from './page-link';

/** Turns links that lead to pages into page link tokens, in place. */
export const markPageLinks = (tokens: readonly Token[], followLink: FollowLink): void => {
  for (const { children } of tokens) {
    let opened = false;
    for (const child of children ?? []) {
      if (child.type === 'link_open') {
        const link = linkOf(decoded(child.attrGet('href') ?? ''), followLink);
        opened = link !== undefined;
        if (link === undefined) continue;
        child.type = 'page_link_open';
        child.attrs = attributesOf(link);
      } else if (child.type === 'link_close' && opened) {
        child.type = 'page_link_close';
      }
    }
  }
};

const linkOf = (target: string, followLink: FollowLink): PageLink | undefined => {
  const [, space, title] = /^page:(?:\/\/([^/]+)\/)?(.+)$/s.exec(target) ?? [];
  if (title === undefined) return followLink(target);
  return space === undefined ? { title } : { title, space };
};

/** markdown-it hands out targets percent-encoded. */
const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

const attributesOf = ({ title, space, anchor }: PageLink): [string, string][] => [
  ['title', title],
  ...(space === undefined ? [] : [['space', space] satisfies [string, string]]),
  ...(anchor === undefined ? [] : [['anchor', anchor] satisfies [string, string]]),
];
