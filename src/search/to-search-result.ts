import type { SearchResult } from '../contract/search-api';
import type { PageExcerpts } from '../excerpts/spend-budget';
import type { RankedPage } from '../excerpts/rank-pages';
import type { Candidate } from './collect-candidates';

export type ResultParts = {
  readonly hit: Candidate;
  readonly ranked: RankedPage;
  readonly chosen: PageExcerpts;
  readonly webBase: string;
  readonly outline: boolean;
};

/** Puts a page and its excerpts into the shape of the reply. */
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
      labels: hit.labels,
    },
    matched: ranked.matched,
    excerpts: chosen.excerpts.map(({ markdown, headingPath, anchor }) => ({
      markdown,
      headingPath,
      url: anchor === undefined ? url : `${url}#${encodeURI(anchor)}`,
    })),
    ...(outline ? { outline: ranked.document.outline } : {}),
  };
};
