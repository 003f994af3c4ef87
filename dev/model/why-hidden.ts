import { lineage, type World, type WorldExclusions, type WorldPage } from './world';

export const HIDING_REASONS = [
  'gone',
  'page-archived',
  'trashed',
  'space-archived',
  'closed',
  'blocked',
  'restricted',
  'label',
  'tree',
  'blog-post',
] as const;
export type HidingReason = (typeof HIDING_REASONS)[number];

const whyExcluded = (
  world: World,
  page: WorldPage,
  { labels, trees, blogPosts }: WorldExclusions,
): HidingReason | undefined => {
  if (blogPosts && page.type === 'blogpost') return 'blog-post';
  if (page.labels.some((label) => labels.includes(label))) return 'label';
  if (lineage(world, page).some(({ id }) => trees.includes(id))) return 'tree';
  return undefined;
};

/** Why nothing of a page may be in a reply at this moment; `undefined` when it may. */
export const whyHidden = (world: World, pageId: string): HidingReason | undefined => {
  const page = world.pages.get(pageId);
  const space = page === undefined ? undefined : world.spaces.get(page.spaceId);
  if (page === undefined || space === undefined) return 'gone';
  if (page.status === 'archived') return 'page-archived';
  if (page.status === 'trashed') return 'trashed';
  if (space.isArchived) return 'space-archived';
  const optIn = world.optIns.get(space.id);
  if (optIn?.isOpen !== true) return 'closed';
  if (space.isBlocked) return 'blocked';
  if (lineage(world, page).some(({ restriction }) => restriction === 'people')) return 'restricted';
  return whyExcluded(world, page, world.policy.exclusions) ?? whyExcluded(world, page, optIn.exclusions);
};

export const visiblePages = (world: World): readonly WorldPage[] =>
  [...world.pages.values()].filter(({ id }) => whyHidden(world, id) === undefined);
