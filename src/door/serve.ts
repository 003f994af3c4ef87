import type { StatusReply } from '../contract/search-api';
import { guardConfluence, type Confluence, type TimedConfluence } from '../search/guard-confluence';
import type { createListSpaces } from '../search/list-spaces';
import type { createReadPage, ReadOutcome } from '../search/read-page';
import type { createSearch } from '../search/search';
import type { Admission } from './admit';
import { capRead, capSearch } from './cap-request';
import type { Serve } from './handle-request';
import type { Problem } from './problem';

/** The operations, over one way to Confluence. */
export type Operations = {
  readonly search: ReturnType<typeof createSearch>;
  readonly readPage: ReturnType<typeof createReadPage>;
  readonly listSpaces: ReturnType<typeof createListSpaces>;
};

export type ServePorts = {
  readonly confluence: TimedConfluence;
  readonly operationsOver: (confluence: Confluence) => Operations;
  readonly appVersion: () => string;
};

const invalid = (pointer: string, detail: string) => ({
  kind: 'problem' as const,
  problem: { code: 'invalid_request', errors: [{ pointer, detail }] } satisfies Problem,
});

const UNUSABLE_CURSOR = invalid('/cursor', 'is not a cursor of this request, or is no longer usable: start again');

const NO_SPACE_AVAILABLE = {
  kind: 'problem' as const,
  problem: { code: 'no_space_available' } satisfies Problem,
};

const toStatus = (requestId: string, { open, policy, ring, key }: Admission, version: string): StatusReply => ({
  requestId,
  operation: 'status',
  api: 'v1',
  app: { version },
  site: { url: ring.siteUrl },
  paused: policy.paused,
  spacesOptedIn: open.size,
  key: { createdAt: new Date(key.createdAt).toISOString(), expiresAt: new Date(key.expiresAt).toISOString() },
  limits: { requestsPerMinute: policy.requestsPerMinute, pointsPerHour: policy.pointsPerHour, ...policy.caps },
});

const fromReading = (outcome: ReadOutcome): Awaited<ReturnType<Serve>> => {
  switch (outcome.kind) {
    case 'read':
      return { kind: 'reply', reply: outcome.reply };
    case 'unknown-section':
      return invalid('/section', 'is not a heading path of this page');
    case 'unusable-cursor':
      return UNUSABLE_CURSOR;
    case 'page-changed':
      return invalid('/cursor', 'is of another version of this page, which has changed: start again');
    case 'page-not-available':
      return { kind: 'problem', problem: { code: 'page_not_available' }, heldBack: outcome.heldBack };
    case 'no-space-available':
      return NO_SPACE_AVAILABLE;
  }
};

/** Dispatches an admitted request to its operation. */
export const createServe =
  ({ confluence, operationsOver, appVersion }: ServePorts): Serve =>
  async ({ request, admission, spending, times }) => {
    const { open, policy, ring } = admission;
    const { search, readPage, listSpaces } = operationsOver(guardConfluence(confluence, spending));
    const common = { cursorSecret: ring.cursorSecret, meter: spending.meter, times };
    const fence = { open, siteExclusions: policy.exclusions };
    switch (request.operation) {
      case 'status':
        return { kind: 'reply', reply: toStatus(request.requestId, admission, appVersion()) };
      case 'spaces': {
        const outcome = await listSpaces({ request, open, ...common });
        return outcome.kind === 'listed' ? { kind: 'reply', reply: outcome.reply } : UNUSABLE_CURSOR;
      }
      case 'read':
        return fromReading(await readPage({ request: capRead(request, policy.caps), fence, ...common }));
      case 'search': {
        const capped = capSearch(request, policy.caps);
        const outcome = await search({ request: capped, fence, ...common });
        switch (outcome.kind) {
          case 'found':
            return { kind: 'reply', reply: outcome.reply, heldBack: outcome.heldBack };
          case 'no-word':
            return invalid('/query', 'must have at least one word');
          case 'unusable-cursor':
            return UNUSABLE_CURSOR;
          case 'no-space-available':
            return { ...NO_SPACE_AVAILABLE, heldBack: outcome.heldBack };
        }
      }
    }
  };
