import fc from 'fast-check';
import * as v from 'valibot';
import { anyCaller, callResolver, expectRefusal, type CallerName } from '../call-resolver';
import { pick, type Trial } from '../trial';
import { violated } from '../violation';
import { CONFLUENCE_ADMIN, NOTHING_EXCLUDED, optInOf, type WorldExclusions } from '../world';
import { excludeInSpace } from './exclude-in-space-step';
import { whyNotSpace } from '../why-not-space';
import { anyIndex, weigh, type Step } from './step';

type SetSpace = {
  readonly space: number;
  readonly as: CallerName;
  readonly enabled: boolean;
  readonly from: 'space-settings' | 'space-settings-macro';
};

const setSpaceAccess: Step<SetSpace> = {
  name: 'setSpaceAccess',
  weight: 7,
  parameters: fc.record({
    space: anyIndex,
    as: anyCaller,
    enabled: fc.constantFrom(true, true, false),
    from: fc.constantFrom('space-settings', 'space-settings-macro'),
  }),
  run: async (trial, { space: index, ...given }) => {
    const spaceId = pick(trial.world.everySpaceId, index);
    if (spaceId !== undefined) await setSpace(trial, { spaceId, ...given });
  },
};

const setSpace = async (
  trial: Trial,
  { spaceId, as, enabled, from }: Omit<SetSpace, 'space'> & { readonly spaceId: string },
): Promise<void> => {
  const { world } = trial;
  const answer = await callResolver(trial, {
    module: from,
    function: 'setSpaceAccess',
    as,
    spaceId,
    payload: { enabled },
  });
  const space = world.spaces.get(spaceId);
  const whyNotOpen =
    space?.isArchived === true
      ? 'space-archived'
      : world.policy.optInBy === 'confluence-admins' && as !== CONFLUENCE_ADMIN
        ? 'opt-in-forbidden'
        : undefined;
  const refusal = whyNotSpace(world, as, spaceId) ?? (enabled ? whyNotOpen : undefined);
  expectRefusal(answer, refusal);
  const before = optInOf(world, spaceId);
  if (refusal !== undefined || space === undefined || before.isOpen === enabled) return;
  const at = new Date(world.nowMs()).toISOString();
  world.optIns.set(spaceId, { ...before, isOpen: enabled, at, key: space.key });
};

/** An admin who opens a space again must not open more than before. */
const reopenSpace: Step<number> = {
  name: 'reopenSpace',
  weight: 2,
  parameters: anyIndex,
  run: async (trial, index) => {
    const excluding = [...trial.world.optIns].filter(([, { exclusions }]) => exclusions !== NOTHING_EXCLUDED);
    const spaceId = pick(excluding, index)?.[0] ?? pick(trial.world.everySpaceId, index);
    if (spaceId === undefined) return;
    const asAdmin = { spaceId, as: CONFLUENCE_ADMIN, from: 'space-settings' } as const;
    await setSpace(trial, { ...asAdmin, enabled: false });
    await setSpace(trial, { ...asAdmin, enabled: true });
  },
};

const shown = v.object({
  enabled: v.boolean(),
  details: v.optional(
    v.object({
      exclusions: v.object({ labels: v.array(v.string()), trees: v.array(v.string()), blogPosts: v.boolean() }),
    }),
  ),
});

const sorted = ({ labels, trees, blogPosts }: WorldExclusions): string =>
  JSON.stringify([[...labels].sort(), [...trees].sort(), blogPosts]);

/** What a space's settings show, and to whom. */
const showSpace: Step<{ readonly space: number; readonly as: CallerName }> = {
  name: 'showSpace',
  weight: 2,
  parameters: fc.record({ space: anyIndex, as: anyCaller }),
  run: async (trial, { space: index, as }) => {
    const { world } = trial;
    const spaceId = pick(world.everySpaceId, index);
    if (spaceId === undefined) return;
    const answer = await callResolver(trial, { module: 'space-settings', function: 'getSpaceAccess', as, spaceId });
    const { enabled, details } = v.parse(shown, answer);
    const whyNot = whyNotSpace(world, as, spaceId);
    const { isOpen, exclusions } = optInOf(world, spaceId);
    if (enabled !== (isOpen && whyNot !== 'space-not-available')) violated('a space is not shown as it is', answer);
    if ((details === undefined) !== (whyNot !== undefined)) violated('details are shown to others than admins', answer);
    if (details !== undefined && sorted(details.exclusions) !== sorted(exclusions)) {
      violated('exclusions are not shown as they are', answer, exclusions);
    }
  },
};

/** What is done on the settings of a space. */
export const SPACE_SETTINGS = [weigh(setSpaceAccess), weigh(reopenSpace), weigh(showSpace), weigh(excludeInSpace)];
