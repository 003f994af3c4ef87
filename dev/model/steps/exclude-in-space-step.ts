import fc from 'fast-check';
import { anyCaller, callResolver, expectRefusal, type CallerName } from '../call-resolver';
import { pick } from '../trial';
import { violated } from '../violation';
import { whyNotSpace } from '../why-not-space';
import { isSettled, lineage, optInOf, type World } from '../world';
import { excluding, labelsOf, toPayload, type Excluding } from './excluding';
import { anyIndex, type Step } from './step';

/** Whether an admin may exclude a page of a space; `undefined` while only the index knows. */
const mayExclude = (world: World, as: CallerName, spaceId: string, pageId: string): boolean | undefined => {
  const page = world.pages.get(pageId);
  if (page === undefined || page.spaceId !== spaceId || page.type !== 'page') return false;
  const space = world.spaces.get(spaceId);
  const sees = as === 'alice' || lineage(world, page).every(({ restriction }) => restriction === 'none');
  if (space?.isBlocked === true || !sees || page.status === 'trashed') return false;
  if (!isSettled(world)) return undefined;
  return page.status === 'current' && space?.isArchived === false;
};

type ExcludeInSpace = Excluding & {
  readonly space: number;
  readonly as: CallerName;
  readonly trees: readonly number[];
};

/** Excludes labels, a page with all below it, and blog posts, in one space. */
export const excludeInSpace: Step<ExcludeInSpace> = {
  name: 'excludeInSpace',
  weight: 5,
  parameters: fc.record({
    space: anyIndex,
    as: anyCaller,
    trees: fc.array(anyIndex, { maxLength: 1 }),
    ...excluding,
  }),
  run: async (trial, { space: index, as, trees: indices, ...given }) => {
    const { world } = trial;
    const spaceId = pick(world.everySpaceId, index);
    if (spaceId === undefined) return;
    // Mostly pages of that space, sometimes any.
    const own = [...world.pages.values()].filter((page) => page.spaceId === spaceId).map(({ id }) => id);
    const trees = indices.flatMap((each) => pick(each % 5 === 0 ? world.everyPageId : own, each) ?? []);
    const exclusions = { labels: labelsOf(world, given), trees, blogPosts: given.blogPosts };
    const before = optInOf(world, spaceId);
    const answer = await callResolver(trial, {
      module: 'space-settings',
      function: 'setSpaceExclusions',
      as,
      spaceId,
      payload: toPayload(exclusions, given),
    });
    const notAllowed = whyNotSpace(world, as, spaceId);
    if (notAllowed !== undefined && answer.details !== undefined) {
      violated('somebody who does not administer a space is told its details', answer);
    }
    const added = trees.filter((id) => !before.exclusions.trees.includes(id));
    const allowed = added.map((id) => mayExclude(world, as, spaceId, id));
    const unknown = notAllowed === undefined && allowed.includes(undefined) && !allowed.includes(false);
    // Only the index knows whether it has the page: its word is taken, and held against everything that follows.
    if (!unknown) expectRefusal(answer, notAllowed ?? (allowed.includes(false) ? 'invalid-payload' : undefined));
    if (answer.refused === undefined) world.optIns.set(spaceId, { ...before, exclusions });
  },
};
