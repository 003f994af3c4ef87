import type { AdminSpace } from '../../../src/contract/administration-api';

export const SHOWN_STATES = ['all', 'open', 'closed', 'archived', 'excluding'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

export const SORT_ORDERS = ['name', 'key', 'open-first', 'newest'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export type SpaceFilter = { readonly text: string; readonly state: ShownState; readonly order: SortOrder };

const MATCHES: Readonly<Record<ShownState, (space: AdminSpace) => boolean>> = {
  all: () => true,
  open: ({ open }) => open,
  closed: ({ open }) => !open,
  archived: ({ archived }) => archived,
  excluding: ({ exclusions: { labels, trees, blogPosts } }) => labels.length > 0 || trees.length > 0 || blogPosts,
};

/** The spaces that the filter lets through, in its order. Made anew at each letter, so one collator serves all. */
export const filterSpaces = (
  spaces: readonly AdminSpace[],
  { text, state, order }: SpaceFilter,
): readonly AdminSpace[] => {
  const wanted = text.trim().toLowerCase();
  const matching = spaces.filter(
    (space) =>
      MATCHES[state](space) && (space.name.toLowerCase().includes(wanted) || space.key.toLowerCase().includes(wanted)),
  );
  return matching.sort(ORDERS[order]);
};

const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Order = (one: AdminSpace, other: AdminSpace) => number;

const byName: Order = (one, other) => compare(one.name, other.name) || compare(one.key, other.key);

const ORDERS: Readonly<Record<SortOrder, Order>> = {
  name: byName,
  key: (one, other) => compare(one.key, other.key),
  'open-first': (one, other) => Number(other.open) - Number(one.open) || byName(one, other),
  newest: (one, other) => (other.optedInAt ?? '').localeCompare(one.optedInAt ?? '') || byName(one, other),
};
