import type { DoorPorts } from '../../src/door/handle-request';
import type { RequestCount, RequestCountStore } from '../../src/door/request-limit';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { DEFAULT_POLICY, type Policy } from '../../src/fence/policy';
import type { KeyRing } from '../../src/keys/key-ring';

export const NOW = Date.UTC(2026, 0, 15, 9, 30, 0);
/** 32 bytes. */
export const SECRET = Buffer.from('promptless-vector-key-0123456789').toString('base64');
const YEAR_MS = 365 * 86_400_000;

export const buildKeyRing = (changes: Partial<KeyRing['keys'][number]> = {}): KeyRing => ({
  keys: [{ id: '0123456789ab', secret: SECRET, createdAt: NOW - 1000, expiresAt: NOW + 100 * YEAR_MS, ...changes }],
  cursorSecret: Buffer.alloc(32, 7).toString('base64'),
  siteUrl: 'https://example.atlassian.net',
});

/** Counters in memory; reads and writes end in later turns, so that concurrent requests meet. */
export const createInMemoryCounts = (): RequestCountStore => {
  const counts = new Map<number, RequestCount>();
  return {
    read: async (shard) => {
      await Promise.resolve();
      return counts.get(shard);
    },
    replace: async (shard, seen, next) => {
      await Promise.resolve();
      const now = counts.get(shard);
      if (now?.window !== seen?.window || now?.count !== seen?.count) return false;
      counts.set(shard, next);
      return true;
    },
  };
};

export type DoorOptions = {
  readonly ring?: KeyRing | undefined;
  readonly policy?: Partial<Policy>;
  readonly ports?: Partial<DoorPorts>;
};

/** Ports of the door that work in memory, and a record of what was asked of them, in order. */
export const createInMemoryDoorPorts = ({ ring = buildKeyRing(), policy = {}, ports = {} }: DoorOptions = {}) => {
  const asked: string[] = [];
  const defects: unknown[] = [];
  const claimed = new Set<string>();
  const doorPorts: DoorPorts = {
    keyRings: {
      read: () => {
        asked.push('keys');
        return Promise.resolve(ring.keys.length === 0 ? undefined : ring);
      },
      write: () => Promise.reject(new Error('the door writes no key')),
    },
    claims: {
      claim: (requestId) => {
        asked.push('claim');
        const isNew = !claimed.has(requestId);
        claimed.add(requestId);
        return Promise.resolve(isNew);
      },
    },
    readPolicy: () => {
      asked.push('policy');
      return Promise.resolve({ ...DEFAULT_POLICY, ...policy });
    },
    readOpenSpaces: () => {
      asked.push('registry');
      return Promise.resolve(new Map([['98308', { key: 'ENG', exclusions: NO_EXCLUSIONS }]]));
    },
    counts: createInMemoryCounts(),
    now: () => NOW,
    random: () => 0,
    serve: ({ request }) => {
      asked.push('serve');
      return Promise.resolve({
        kind: 'problem',
        problem: { code: 'no_space_available', requestId: request.requestId },
      });
    },
    reportDefect: (defect) => {
      defects.push(defect);
    },
    ...ports,
  };
  return { ports: doorPorts, asked, defects };
};
