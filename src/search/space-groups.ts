/** Spaces in one query, by number and by the length that their keys have in the URL. */
export const MAX_SPACES_PER_QUERY = 400;
/** No limit of a CQL query is documented; it travels in a URL, so this keeps the whole well below 8 KB. */
const MAX_ENCODED_KEYS = 6_800;
/** Queries over the spaces of one search. */
export const MAX_SPACE_GROUPS = 4;

export type OpenSpace = { readonly id: string; readonly key: string };

export type SpaceGroups = {
  readonly groups: readonly (readonly OpenSpace[])[];
  /** Spaces that no query reaches: the search is partial. */
  readonly leftOut: number;
};

const encodedLength = (key: string): number => encodeURIComponent(`"${key}",`).length;

/** Divides spaces, in the order of their ids, into as few queries as can carry their keys. */
export const groupSpaces = (spaces: readonly OpenSpace[]): SpaceGroups => {
  const groups: OpenSpace[][] = [];
  let current: OpenSpace[] = [];
  let length = 0;
  for (const space of [...spaces].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const added = encodedLength(space.key);
    if (current.length > 0 && (current.length >= MAX_SPACES_PER_QUERY || length + added > MAX_ENCODED_KEYS)) {
      groups.push(current);
      current = [];
      length = 0;
    }
    current.push(space);
    length += added;
  }
  if (current.length > 0) groups.push(current);
  const searched = groups.slice(0, MAX_SPACE_GROUPS);
  return { groups: searched, leftOut: spaces.length - searched.reduce((sum, group) => sum + group.length, 0) };
};
