import { callerRights } from '../platform/caller-rights';
import { kvsPolicyStore } from '../platform/policy-store';
import { defineSpaceAccess } from '../platform/resolver';
import { kvsShardStore } from '../platform/shard-store';
import { createSpaceAccess } from '../settings/space-access';

const access = createSpaceAccess({
  shards: kvsShardStore,
  policy: kvsPolicyStore,
  rights: callerRights,
  now: Date.now,
});

/** Resolver of the space settings page. */
export const spaceSettings = defineSpaceAccess(access);

/** Resolver of the macro: a function of its own, so that a page never reaches what another surface offers. */
export const spaceSettingsMacro = defineSpaceAccess(access);
