import { randomBytes, randomInt } from 'node:crypto';
import { getAppContext } from '@forge/api';
import { createRequestHandler } from '../door/handle-request';
import { nothingRecorded } from '../door/nothing-recorded';
import { createPreviewSpace } from '../door/preview-space';
import { createServe } from '../door/serve';
import { openUsageAccount } from '../door/usage-account';
import { readOpenSpaces, readOptInDetails } from '../fence/opt-in-registry';
import { kvsAuditLog } from '../platform/audit-log';
import { searchWithoutContentAsCaller } from '../platform/caller-pages';
import { kvsKeyRingStore } from '../platform/key-ring-store';
import { pause } from '../platform/pause';
import { kvsPolicyStore } from '../platform/policy-store';
import { reportDefect } from '../platform/report-defect';
import { reportUnauthorized } from '../platform/report-unauthorized';
import { kvsRequestClaims } from '../platform/request-claims';
import { searchContentAsApp } from '../platform/search-content';
import { kvsShardStore } from '../platform/shard-store';
import { spaceDirectoryAsApp } from '../platform/space-directory';
import { kvsSpaceUsageStore } from '../platform/space-usage-store';
import { kvsUsageStore } from '../platform/usage-store';
import type { TimedConfluence } from '../search/guard-confluence';
import { createListSpaces } from '../search/list-spaces';
import { createReadPage } from '../search/read-page';
import { createSearch } from '../search/search';

const RANDOM_STEPS = 2 ** 32;

const ports = { now: Date.now, randomBytes };

/** What a search is admitted with. */
const admissionPorts = {
  readPolicy: () => kvsPolicyStore.read(),
  readOpenSpaces: () => readOpenSpaces(kvsShardStore),
  usage: kvsUsageStore,
  now: Date.now,
  pause,
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
};

const confluenceAsApp: TimedConfluence = (timeoutMs) => ({
  searchContent: searchContentAsApp(timeoutMs),
  directory: spaceDirectoryAsApp(timeoutMs),
});

/** What a signed request is answered with, whoever signed it. */
const signedPorts = {
  ...admissionPorts,
  keyRings: kvsKeyRingStore,
  claims: kvsRequestClaims,
  serve: createServe({
    confluence: confluenceAsApp,
    operationsOver: (confluence) => ({
      search: createSearch({ ...ports, ...confluence }),
      readPage: createReadPage({ ...ports, ...confluence }),
      listSpaces: createListSpaces({
        ...ports,
        ...confluence,
        readDetails: (ids) => readOptInDetails(kvsShardStore, ids),
      }),
    }),
    appVersion: () => getAppContext().appVersion,
  }),
  reportDefect,
  reportUnauthorized,
};

/** Everything that content leaves by. Whoever has no business with content imports something else. */
export const contentAccess = {
  /** What the web trigger does with a request. */
  handleRequest: createRequestHandler({
    ...signedPorts,
    openAccount: openUsageAccount,
    spaceUsage: kvsSpaceUsageStore,
    audit: kvsAuditLog,
  }),

  /** The same for a request that an admin tries: it is no act of a key holder. */
  handleTestRequest: createRequestHandler({ ...signedPorts, ...nothingRecorded }),

  /** What an admin of a space sees of what Promptless sees. */
  previewSpace: createPreviewSpace({
    ...admissionPorts,
    confluence: confluenceAsApp,
    searchOver: (confluence) => createSearch({ ...ports, ...confluence }),
    searchAsCaller: searchWithoutContentAsCaller,
    randomBytes,
  }),
};
