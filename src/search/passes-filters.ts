import type { SearchRequest } from '../contract/search-api';
import type { ContentHit } from './parse-search-answer';

/** Whether the filters hold of what the content carries now; the index that answered may be older. */
export const passesFilters = (request: SearchRequest, hit: ContentHit): boolean => {
  const { types, labels, updatedAfter = -Infinity, updatedBefore = Infinity, under } = request;
  const updatedAt = Date.parse(hit.updatedAt);
  return (
    types.includes(hit.type) &&
    (labels.any.length === 0 || labels.any.some((label) => hit.labels?.includes(label))) &&
    // A page whose labels were not told could have one of them.
    (labels.none.length === 0 || (hit.labels?.every((label) => !labels.none.includes(label)) ?? false)) &&
    updatedAt >= updatedAfter &&
    updatedAt < updatedBefore &&
    (under === undefined || (hit.ancestors?.includes(under) ?? false))
  );
};
