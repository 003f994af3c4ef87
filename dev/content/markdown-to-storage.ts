import MarkdownIt from 'markdown-it';
import { markPageLinks } from './mark-page-links';
import { markPanels } from './mark-panels';
import { markTaskLists } from './mark-task-lists';
import type { FollowLink } from './page-link';
import { storageRules } from './storage-rules';

const markdownIt = new MarkdownIt({ html: false, xhtmlOut: true });
Object.assign(markdownIt.renderer.rules, storageRules);

/** What XML 1.0 cannot hold, not even as a reference. @see https://www.w3.org/TR/xml/#charsets */
const outsideXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Converts CommonMark with tables to Confluence storage format, well-formed for any input:
 *
 * - fenced and indented code become the code macro, its language the first word behind the fence;
 * - a list whose every item begins with `[ ]` or `[x]` becomes a task list;
 * - a quotation that begins with `[!NOTE]` or `**Note**` becomes a panel: note, info, tip, warning (important, caution
 *   and danger are warnings);
 * - `[text](page:Title)` links to a page of the same space, `[text](page://KEY/Title)` to one of another space (spaces
 *   in a title need `<…>` around the target), and so does any target that `followLink` knows;
 * - images become `ac:image`: with a web address as such, otherwise as the attachment of that name;
 * - HTML is text; characters that XML cannot hold become U+FFFD.
 *
 * @see https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
export const markdownToStorage = (markdown: string, followLink: FollowLink = () => undefined): string => {
  const tokens = markdownIt.parse(markdown, {});
  markPanels(tokens);
  markTaskLists(tokens);
  markPageLinks(tokens, followLink);
  return markdownIt.renderer.render(tokens, markdownIt.options, {}).replace(outsideXml, '\uFFFD').trimEnd();
};
