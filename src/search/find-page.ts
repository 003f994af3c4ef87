import { CONTENT_TYPES } from '../contract/search-api';
import { admitContent, type Fence } from '../fence/gate';
import type { CallMeter } from './call-meter';
import type { Candidate } from './collect-candidates';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent } from './confluence-ports';
import { allOf, isContent, isOneOf } from './cql-text';
import type { UnseenWork } from './unseen-work';

export type FoundPage = { readonly page: Candidate; readonly webBase: string };

export type FindPagePorts = {
  readonly fence: Fence;
  readonly searchContent: SearchContent;
  readonly meter: CallMeter;
  readonly unseen: UnseenWork;
};

/**
 * Asks for one page or blog post by its id: one call, whatever the answer. The gate decides by what came with the content,
 * so an index that lags discloses nothing. `undefined` for whatever may not be read, without a reason.
 *
 * @throws {ConfluenceFailure}
 */
export const findPage = async (
  pageId: string,
  { fence, searchContent, meter, unseen }: FindPagePorts,
): Promise<FoundPage | undefined> => {
  const cql = allOf([isContent(pageId), isOneOf('type', CONTENT_TYPES)]);
  const { hits, resultCount, webBase } = await searchContent({ cql, limit: 1 });
  if (resultCount > 0 && hits.length === 0) throw new ConfluenceFailure('unusable-answer');
  const { admitted, droppedCount } = admitContent(fence, hits);
  unseen.heldBack(droppedCount);
  const page = admitted.find(({ id }) => id === pageId);
  meter.spent(page === undefined ? 1 : 2);
  return page && { page, webBase };
};
