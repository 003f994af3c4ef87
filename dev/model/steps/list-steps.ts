import fc from 'fast-check';
import * as v from 'valibot';
import { ask, checkProblem, type Credential } from '../ask';
import { checkDisclosure } from '../check-disclosure';
import type { SiteReply } from '../model-site';
import { spacesReply, statusReply } from '../reply-shapes';
import type { Trial } from '../trial';
import { violated } from '../violation';
import { openSpaceIds } from '../world';
import { credential } from './credential';
import type { Step } from './step';

/** The list of spaces is exactly the open ones that there are, behind a place. @throws {Violation} */
export const checkSpacesReply = (
  { world, cursors, tally }: Trial,
  { headers, text, status }: SiteReply,
  { limit, after }: { readonly limit: number; readonly after: string },
): void => {
  if (status !== 200) violated('the list of spaces is refused', text);
  const { spaces, nextCursor: cursor } = v.parse(spacesReply, JSON.parse(text));
  const rest = openSpaceIds(world)
    .filter((id) => id > after)
    .sort();
  const listed = rest.slice(0, limit);
  const wanted = listed.flatMap((id) => {
    const space = world.spaces.get(id);
    return space === undefined || space.isArchived ? [] : [space];
  });
  const is = spaces.map(({ id, key, name, optedInAt }) => [id, key, name, optedInAt]);
  const ought = wanted.map(({ id, key, name }) => [id, key, name, world.optIns.get(id)?.at]);
  if (JSON.stringify(is) !== JSON.stringify(ought)) violated('the list of spaces is another', is, ought);
  checkDisclosure(world, { headers, text }, { spaces: wanted });
  const last = listed.at(-1);
  if ((cursor !== undefined) !== rest.length > limit) violated('the list of spaces has a cursor, or has none', text);
  if (cursor !== undefined && last !== undefined) {
    cursors.push({ of: 'spaces', cursor, issuedAtMs: world.nowMs(), limit, after: last });
  }
  tally.count('lists of spaces');
};

export const spacesStep: Step<{ readonly limit: number; readonly credential: Credential }> = {
  name: 'spaces',
  weight: 3,
  parameters: fc.record({ limit: fc.constantFrom(1, 2, 100), credential }),
  run: async (trial, { limit, credential: signed }) => {
    const reply = await ask(trial, { operation: 'spaces', limit }, signed);
    if (reply === undefined) return;
    if (trial.world.policy.paused) checkProblem(trial, reply, 'access_paused');
    else checkSpacesReply(trial, reply, { limit, after: '' });
  },
};

/** Answered while the app is paused as well, and tells only how the app stands. */
export const statusStep: Step<Credential> = {
  name: 'status',
  weight: 2,
  parameters: credential,
  run: async (trial, signed) => {
    const { world } = trial;
    const reply = await ask(trial, { operation: 'status' }, signed);
    if (reply === undefined) return;
    if (reply.status !== 200) violated('the status is refused', reply);
    const { paused, spacesOptedIn, limits } = v.parse(statusReply, JSON.parse(reply.text));
    const is = [paused, spacesOptedIn, limits.maxResults, limits.maxChars];
    const { policy } = world;
    const ought = [policy.paused, openSpaceIds(world).length, policy.maxResults, policy.maxChars];
    if (JSON.stringify(is) !== JSON.stringify(ought)) violated('the status is another', is, ought);
    checkDisclosure(world, reply);
    if (reply.calls.some(({ to }) => to === 'confluence')) violated('the status asks Confluence', reply.calls);
  },
};
