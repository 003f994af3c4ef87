import { randomBytes, randomUUID } from 'node:crypto';
import { kvsAuditLog } from '../platform/audit-log';
import { callerPages } from '../platform/caller-pages';
import { callerRights } from '../platform/caller-rights';
import { callerSpaces } from '../platform/caller-spaces';
import { kvsKeyRingStore } from '../platform/key-ring-store';
import { leasesOf } from '../platform/leases-of';
import { kvsPolicyStore } from '../platform/policy-store';
import { defineAdministration } from '../platform/resolver';
import { kvsShardStore } from '../platform/shard-store';
import { kvsUsageReader } from '../platform/usage-reader';
import { readWebTriggerUrl } from '../platform/web-trigger-address';
import { createAdministration } from '../settings/administration';
import { contentAccess } from './content-access';

/** Resolver of the admin page. */
export const admin = defineAdministration(
  createAdministration({
    shards: kvsShardStore,
    policy: kvsPolicyStore,
    keyRings: kvsKeyRingStore,
    leases: leasesOf('key ring'),
    policyLeases: leasesOf('policy'),
    audit: kvsAuditLog,
    usage: kvsUsageReader,
    readWebTriggerUrl,
    rights: callerRights,
    spaces: callerSpaces,
    pages: callerPages,
    now: Date.now,
    randomBytes,
    newRequestId: randomUUID,
    handleRequest: contentAccess.handleTestRequest,
  }),
);
