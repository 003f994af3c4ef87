import type { SearchRequest } from '../contract/search-api';
import type { Batch } from './climb-ladder';

/** Silent spaces that are worth two more calls although others answered. */
const FEW_SPACES = 10;

/**
 * Spaces worth asking about: all of them when there is no page at all; else named ones that gave nothing. Only a complete
 * answer tells: in one that has more, a space may only have been crowded out.
 */
export const silentSpaces = (
  request: SearchRequest,
  spaceIds: readonly string[],
  { candidates }: Batch,
): readonly string[] => {
  if (candidates.next.length > 0) return [];
  if (candidates.hits.length === 0) return spaceIds;
  if (request.spaces === undefined) return [];
  const heard = new Set(candidates.hits.map(({ spaceId }) => spaceId));
  const silent = spaceIds.filter((id) => !heard.has(id));
  return silent.length <= FEW_SPACES ? silent : [];
};
