import { kvsAuditLog } from '../platform/audit-log';
import { callerPages } from '../platform/caller-pages';
import { callerRights } from '../platform/caller-rights';
import { ifConfluenceSays } from '../platform/if-confluence-says';
import { kvsPolicyStore } from '../platform/policy-store';
import { defineSpaceAccess, defineSpaceSettings } from '../platform/resolver';
import { kvsShardStore } from '../platform/shard-store';
import { findSeenPages } from '../platform/seen-pages';
import { isSpaceBlocked } from '../platform/space-block';
import { kvsUsageReader } from '../platform/usage-reader';
import { createSpaceAccess } from '../settings/space-access';
import { createSpaceSettings } from '../settings/space-settings';
import { contentAccess } from './content-access';

const ports = {
  shards: kvsShardStore,
  policy: kvsPolicyStore,
  rights: callerRights,
  administersConfluence: () => ifConfluenceSays(() => callerRights.administersConfluence()),
  audit: kvsAuditLog,
  now: Date.now,
};

/** Resolver of the space settings page. */
export const spaceSettings = defineSpaceSettings(
  createSpaceSettings({
    ...ports,
    pages: callerPages,
    preview: contentAccess.previewSpace,
    findSeenPages,
    isBlocked: isSpaceBlocked,
    usage: kvsUsageReader,
  }),
);

/** Resolver of the macro: a function of its own, so that a page never reaches what another surface offers. */
export const spaceSettingsMacro = defineSpaceAccess(createSpaceAccess(ports));
