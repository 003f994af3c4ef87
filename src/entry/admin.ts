import { randomBytes } from 'node:crypto';
import { callerRights } from '../platform/caller-rights';
import { kvsKeyRingStore } from '../platform/key-ring-store';
import { kvsPolicyStore } from '../platform/policy-store';
import { defineAdministration } from '../platform/resolver';
import { kvsShardStore } from '../platform/shard-store';
import { createAdministration } from '../settings/administration';

/** Resolver of the admin page. */
export const admin = defineAdministration(
  createAdministration({
    shards: kvsShardStore,
    policy: kvsPolicyStore,
    keyRings: kvsKeyRingStore,
    rights: callerRights,
    now: Date.now,
    randomBytes,
  }),
);
