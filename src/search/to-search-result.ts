import type { SearchResult } from '../contract/search-api';
import type { RankedPage } from '../excerpts/rank-pages';
import type { PageExcerpts } from '../excerpts/spend-budget';
import type { Candidate } from './collect-candidates';
import { describePage } from './describe-page';
import { isLongHeading, shortenHeading, toOutline } from './heading-names';

export type ResultParts = {
  readonly hit: Candidate;
  readonly ranked: RankedPage;
  readonly chosen: PageExcerpts;
  readonly webBase: string;
  readonly outline: boolean;
};

/** An outline is told as far as this many headings. */
export const MAX_OUTLINE = 200;

/** Puts a page and its excerpts into the shape of the reply. Headings and outline are bounded; excerpts are already. */
export const toSearchResult = ({ hit, ranked, chosen, webBase, outline }: ResultParts): SearchResult => {
  const page = describePage(hit, webBase);
  const { url } = page;
  return {
    page,
    matched: ranked.matched,
    excerpts: chosen.excerpts.map(({ markdown, headingPath, anchor }) => ({
      markdown,
      headingPath: headingPath.map(shortenHeading),
      // A shortened anchor leads nowhere: better the page itself.
      url: anchor === undefined || isLongHeading(anchor) ? url : `${url}#${encodeURI(anchor)}`,
    })),
    ...(outline ? { outline: toOutline(ranked.document, MAX_OUTLINE) } : {}),
  };
};
