import { randomBytes, randomInt } from 'node:crypto';
import { getAppContext } from '@forge/api';
import { createRequestHandler } from '../door/handle-request';
import { createServe } from '../door/serve';
import { readOpenSpaces, readOptInDetails } from '../fence/opt-in-registry';
import { kvsKeyRingStore } from '../platform/key-ring-store';
import { kvsPolicyStore } from '../platform/policy-store';
import { reportDefect } from '../platform/report-defect';
import { kvsRequestClaims } from '../platform/request-claims';
import { kvsRequestCountStore } from '../platform/request-count-store';
import { searchContentAsApp } from '../platform/search-content';
import { kvsShardStore } from '../platform/shard-store';
import { spaceDirectoryAsApp } from '../platform/space-directory';
import { fromWebTriggerEvent, toWebTriggerResult, type WebTriggerResult } from '../platform/web-trigger';
import { createListSpaces } from '../search/list-spaces';
import { createReadPage } from '../search/read-page';
import { createSearch } from '../search/search';

const RANDOM_STEPS = 2 ** 32;

const ports = { directory: spaceDirectoryAsApp, now: Date.now, randomBytes };

const handle = createRequestHandler({
  keyRings: kvsKeyRingStore,
  claims: kvsRequestClaims,
  readPolicy: () => kvsPolicyStore.read(),
  readOpenSpaces: () => readOpenSpaces(kvsShardStore),
  counts: kvsRequestCountStore,
  now: Date.now,
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  serve: createServe({
    search: createSearch({ ...ports, searchContent: searchContentAsApp }),
    readPage: createReadPage({ ...ports, searchContent: searchContentAsApp }),
    listSpaces: createListSpaces({ ...ports, readDetails: (ids) => readOptInDetails(kvsShardStore, ids) }),
    appVersion: () => getAppContext().appVersion,
  }),
  reportDefect,
});

/** The web trigger `search`. */
export const search = async (event: unknown): Promise<WebTriggerResult> =>
  toWebTriggerResult(await handle(fromWebTriggerEvent(event)));
