import { CONTENT_TYPES } from '../contract/search-api';
import { admitContent } from '../fence/gate';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { CallMeter } from './call-meter';
import type { Candidate } from './collect-candidates';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent } from './confluence-ports';
import { allOf, isContent, isOneOf } from './cql-text';

export type FoundPage = { readonly page: Candidate; readonly webBase: string };

/**
 * Asks for one page or blog post by its id: one call, whatever the answer. The gate decides by what came with the content,
 * so an index that lags discloses nothing. `undefined` for whatever may not be read, without a reason.
 *
 * @throws {ConfluenceFailure}
 */
export const findPage = async (
  pageId: string,
  {
    open,
    searchContent,
    meter,
  }: { readonly open: OpenSpaces; readonly searchContent: SearchContent; readonly meter: CallMeter },
): Promise<FoundPage | undefined> => {
  const cql = allOf([isContent(pageId), isOneOf('type', CONTENT_TYPES)]);
  const { hits, resultCount, webBase } = await searchContent({ cql, limit: 1 });
  if (resultCount > 0 && hits.length === 0) throw new ConfluenceFailure('unusable-answer');
  const page = admitContent(open, hits).admitted.find(({ id }) => id === pageId);
  meter.spent(page === undefined ? 1 : 2);
  return page && { page, webBase };
};
