import * as v from 'valibot';
import { checkDisclosure, checkShownPage } from './check-disclosure';
import type { SiteReply } from './model-site';
import { searchReply } from './reply-shapes';
import { tokensIn } from './tokens';
import type { Trial } from './trial';
import { violated } from './violation';
import { wordsOf, type WorldPage } from './world';

/** What a search has found. */
export type FoundPages = { readonly pages: readonly WorldPage[]; readonly nextCursor?: string | undefined };

/** Checks a reply of a search, whatever it was asked for; the pages in it. @throws {Violation} */
export const checkSearchReply = (
  { world, tally }: Trial,
  { text, headers }: SiteReply,
  selected: readonly string[],
): FoundPages => {
  const { results, nextCursor } = v.parse(searchReply, JSON.parse(text));
  const pages = results.map((result) => {
    const page = checkShownPage(world, result.page, text);
    if (!selected.includes(page.spaceId)) violated(`page ${page.id} is of a space that was not asked for`, text);
    const own = wordsOf(page);
    const stray = tokensIn(JSON.stringify(result.excerpts.map(({ markdown }) => markdown))).find(
      (word) => !own.includes(word),
    );
    if (stray !== undefined) violated(`an excerpt of page ${page.id} holds "${stray}"`, text);
    return page;
  });
  checkDisclosure(world, { headers, text }, { pages });
  if (new Set(pages).size !== pages.length) violated('a page is found twice', text);
  tally.count('pages found', pages.length);
  tally.count(pages.length === 0 ? 'searches that found nothing' : 'searches that found something');
  return { pages, nextCursor };
};
