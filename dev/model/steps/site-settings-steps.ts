import fc from 'fast-check';
import { anyAdmin, callResolver, expectRefusal, whyNotSite, type CallerName } from '../call-resolver';
import { pick, type Trial } from '../trial';
import type { World } from '../world';
import { excluding, labelsOf, toPayload, type Excluding } from './excluding';
import { anyIndex, weigh, type Step } from './step';

const setPolicy = async (trial: Trial, as: CallerName, payload: object, change: Partial<World['policy']>) => {
  const answer = await callResolver(trial, { module: 'admin', function: 'setPolicy', as, payload });
  expectRefusal(answer, whyNotSite(as));
  if (answer.refused === undefined) trial.world.policy = { ...trial.world.policy, ...change };
};

const excludeInSite: Step<Excluding & { readonly as: CallerName; readonly trees: readonly number[] }> = {
  name: 'excludeInSite',
  weight: 3,
  parameters: fc.record({ as: anyAdmin, trees: fc.array(anyIndex, { maxLength: 1 }), ...excluding }),
  run: async (trial, { as, trees: indices, ...given }) => {
    const trees = indices.flatMap((each) => pick(trial.world.everyPageId, each) ?? []);
    const exclusions = { labels: labelsOf(trial.world, given), trees, blogPosts: given.blogPosts };
    await setPolicy(trial, as, { exclusions: toPayload(exclusions, given) }, { exclusions });
  },
};

const setOpeners: Step<{ readonly as: CallerName; readonly optInBy: World['policy']['optInBy'] }> = {
  name: 'setOpeners',
  weight: 2,
  parameters: fc.record({
    as: anyAdmin,
    optInBy: fc.constantFrom<World['policy']['optInBy']>('space-admins', 'confluence-admins'),
  }),
  run: (trial, { as, optInBy }) => setPolicy(trial, as, { optInBy }, { optInBy }),
};

const setCaps: Step<{ readonly as: CallerName; readonly maxResults: number; readonly maxChars: number }> = {
  name: 'setCaps',
  weight: 1,
  parameters: fc.record({
    as: anyAdmin,
    maxResults: fc.constantFrom(1, 3, 25, 25),
    maxChars: fc.constantFrom(500, 50_000, 50_000),
  }),
  run: (trial, { as, ...caps }) => setPolicy(trial, as, { caps }, caps),
};

const setPaused: Step<{ readonly as: CallerName; readonly paused: boolean }> = {
  name: 'setPaused',
  weight: 3,
  parameters: fc.record({ as: anyAdmin, paused: fc.constantFrom(true, false, false) }),
  run: async (trial, { as, paused }) => {
    const answer = await callResolver(trial, { module: 'admin', function: 'setPaused', as, payload: { paused } });
    expectRefusal(answer, whyNotSite(as));
    if (answer.refused === undefined) trial.world.policy = { ...trial.world.policy, paused };
  },
};

/** What is done for the whole site. */
export const SITE_SETTINGS = [weigh(excludeInSite), weigh(setOpeners), weigh(setCaps), weigh(setPaused)];
