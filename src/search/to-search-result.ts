import type { SearchResult } from '../contract/search-api';
import type { RankedPage } from '../excerpts/rank-pages';
import type { PageExcerpts } from '../excerpts/spend-budget';
import type { Candidate } from './collect-candidates';
import { shortenText } from './shorten-text';

export type ResultParts = {
  readonly hit: Candidate;
  readonly ranked: RankedPage;
  readonly chosen: PageExcerpts;
  readonly webBase: string;
  readonly outline: boolean;
};

/** Nobody writes longer headings; without a bound, one page could make every reply too large to send. */
const MAX_HEADING = 200;
/** An outline is told as far as this many headings. */
export const MAX_OUTLINE = 200;

const shortenHeading = (text: string): string => shortenText(text, MAX_HEADING);

/** Puts a page and its excerpts into the shape of the reply. Headings and outline are bounded; excerpts are already. */
export const toSearchResult = ({ hit, ranked, chosen, webBase, outline }: ResultParts): SearchResult => {
  const url = `${webBase}${hit.webPath}`;
  return {
    page: {
      id: hit.id,
      type: hit.type,
      title: hit.title,
      url,
      space: { id: hit.spaceId, key: hit.spaceKey, name: hit.spaceName },
      version: hit.version,
      updatedAt: hit.updatedAt,
      labels: hit.labels ?? [],
    },
    matched: ranked.matched,
    excerpts: chosen.excerpts.map(({ markdown, headingPath, anchor }) => ({
      markdown,
      headingPath: headingPath.map(shortenHeading),
      // A shortened anchor leads nowhere: better the page itself.
      url: anchor === undefined || anchor.length > MAX_HEADING ? url : `${url}#${encodeURI(anchor)}`,
    })),
    ...(outline
      ? {
          outline: ranked.document.outline
            .slice(0, MAX_OUTLINE)
            .map(({ level, text }) => ({ level, text: shortenHeading(text) })),
        }
      : {}),
  };
};
