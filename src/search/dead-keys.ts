import { awaitAll } from '../fence/await-all';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { SpaceDirectory } from './confluence-ports';
import type { ContentHit } from './parse-search-answer';

/** Ids in one call at most. */
const MAX_IDS = 250;

/** Keys to ask Confluence for, each once. */
export const keysOf = (open: OpenSpaces): readonly string[] => [...new Set([...open.values()].map(({ key }) => key))];

/** Keys under which Confluence gave another space than the open one: that one was purged, and its key has a new owner. */
export const takenKeys = (open: OpenSpaces, hits: readonly ContentHit[]): readonly string[] => {
  const keys = new Set(keysOf(open));
  return [
    ...new Set(
      hits.filter(({ spaceId, spaceKey }) => keys.has(spaceKey) && !open.has(spaceId)).map((hit) => hit.spaceKey),
    ),
  ];
};

/** Keys of open spaces that Confluence no longer knows: it may refuse a query that names one. */
export const missingKeys = async (
  open: OpenSpaces,
  directory: Pick<SpaceDirectory, 'findById'>,
): Promise<readonly string[]> => {
  const ids = [...open.keys()];
  const described = await awaitAll(
    Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, page) =>
      directory.findById(ids.slice(page * MAX_IDS, (page + 1) * MAX_IDS)),
    ),
  );
  const known = new Set(described.flat().map(({ id }) => id));
  return [...open].flatMap(([id, { key }]) => (known.has(id) ? [] : [key]));
};
