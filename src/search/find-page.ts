import { CONTENT_TYPES } from '../contract/search-api';
import { admitContent } from '../fence/gate';
import type { Fence } from '../fence/why-held-back';
import type { CallMeter } from './call-meter';
import type { Candidate } from './collect-candidates';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent } from './confluence-ports';
import { allOf, isContent, isOneOf } from './cql-text';
import type { SearchAnswer } from './parse-search-answer';
import type { UnseenWork } from './unseen-work';

export type FoundPage = { readonly page: Candidate; readonly webBase: string };

export type FindPagePorts = {
  readonly fence: Fence;
  readonly searchContent: SearchContent;
  readonly meter: CallMeter;
  readonly unseen: UnseenWork;
};

const NO_CONTENT = { hits: [], webBase: '' };

/** Confluence refuses an id of no content in some forms (400) and finds nothing for others: both are no page. */
const askForPage = async (
  pageId: string,
  searchContent: SearchContent,
): Promise<Pick<SearchAnswer, 'hits' | 'webBase'>> => {
  try {
    return await searchContent({ cql: allOf([isContent(pageId), isOneOf('type', CONTENT_TYPES)]), limit: 1 });
  } catch (error) {
    if (error instanceof ConfluenceFailure && error.status === 400) return NO_CONTENT;
    throw error;
  }
};

/**
 * Asks for one page or blog post by its id: one call, whatever the answer. The gate decides by what came with the content,
 * so an index that lags discloses nothing. `undefined` for whatever may not be read, without a reason: a hit that the gate
 * cannot judge is none, because a fault would tell that there is something.
 *
 * @throws {ConfluenceFailure}
 */
export const findPage = async (
  pageId: string,
  { fence, searchContent, meter, unseen }: FindPagePorts,
): Promise<FoundPage | undefined> => {
  const { hits, webBase } = await askForPage(pageId, searchContent);
  const { admitted, droppedCount } = admitContent(fence, hits);
  unseen.heldBack(droppedCount);
  const page = admitted.find(({ id }) => id === pageId);
  meter.spent(page === undefined ? 1 : 2);
  return page && { page, webBase };
};
