import fc from 'fast-check';
import * as v from 'valibot';
import { anyAdmin, callResolver, expectRefusal, whyNotSite, type CallerName } from '../call-resolver';
import { createdKey } from '../reply-shapes';
import { pick, type Trial } from '../trial';
import { CONFLUENCE_ADMIN, isActive } from '../world';
import { anyIndex, weigh, type Step } from './step';

/** Makes a key, as an admin does. */
export const createKey = async (trial: Trial, as: CallerName, expiresInDays: number): Promise<void> => {
  const { world } = trial;
  const answer = await callResolver(trial, { module: 'admin', function: 'createKey', as, payload: { expiresInDays } });
  const active = world.keys.filter((key) => isActive(key, world.nowMs()));
  expectRefusal(answer, whyNotSite(as) ?? (active.length >= 2 ? 'too-many-keys' : undefined));
  if (answer.refused !== undefined) return;
  const { id, secret, expiresAt } = v.parse(createdKey, answer);
  world.keys.push({ id, secret, expiresAtMs: Date.parse(expiresAt), isRevoked: false });
};

const revokeKey = async (trial: Trial, as: CallerName, index: number): Promise<void> => {
  const { world } = trial;
  const key = pick(world.keys, index);
  if (key === undefined) return;
  const answer = await callResolver(trial, { module: 'admin', function: 'revokeKey', as, payload: { keyId: key.id } });
  const isMissing = !isActive(key, world.nowMs());
  // One that has expired may still be there.
  if (!isMissing || answer.refused !== 'key-not-found') {
    if (!(isMissing && answer.refused === undefined)) expectRefusal(answer, whyNotSite(as));
  }
  if (answer.refused === undefined) key.isRevoked = true;
};

const days = fc.constantFrom(1, 30, 365, 365);

const createAnyKey: Step<{ readonly as: CallerName; readonly days: number }> = {
  name: 'createKey',
  weight: 3,
  parameters: fc.record({ as: anyAdmin, days }),
  run: (trial, { as, days: expiresInDays }) => createKey(trial, as, expiresInDays),
};

const revokeAnyKey: Step<{ readonly as: CallerName; readonly key: number }> = {
  name: 'revokeKey',
  weight: 1,
  parameters: fc.record({ as: anyAdmin, key: anyIndex }),
  run: (trial, { as, key }) => revokeKey(trial, as, key),
};

const rotateKey: Step<number> = {
  name: 'rotateKey',
  weight: 2,
  parameters: days,
  run: async (trial, expiresInDays) => {
    const { world } = trial;
    const active = world.keys.flatMap((key, index) => (isActive(key, world.nowMs()) ? [index] : []));
    const [oldest] = active;
    if (oldest !== undefined && active.length > 1) await revokeKey(trial, CONFLUENCE_ADMIN, oldest);
    await createKey(trial, CONFLUENCE_ADMIN, expiresInDays);
    const former = active.at(-1);
    if (former !== undefined) await revokeKey(trial, CONFLUENCE_ADMIN, former);
  },
};

/** Keys made, replaced and revoked. */
export const KEY_CHANGES = [weigh(createAnyKey), weigh(revokeAnyKey), weigh(rotateKey)];
