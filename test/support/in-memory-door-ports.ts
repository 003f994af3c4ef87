import type { AuditRecord } from '../../src/audit/audit-record';
import type { DoorPorts } from '../../src/door/handle-request';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { DEFAULT_POLICY, type Policy } from '../../src/fence/policy';
import type { KeyRing } from '../../src/keys/key-ring';
import { openUsageAccount } from '../../src/door/usage-account';
import { createInMemoryUsage } from './in-memory-usage';

export const NOW = Date.UTC(2026, 0, 15, 9, 30, 0);
/** 32 bytes. */
export const SECRET = Buffer.from('promptless-vector-key-0123456789').toString('base64');
const YEAR_MS = 365 * 86_400_000;

export const buildKeyRing = (changes: Partial<KeyRing['keys'][number]> = {}): KeyRing => ({
  keys: [{ id: '0123456789ab', secret: SECRET, createdAt: NOW - 1000, expiresAt: NOW + 100 * YEAR_MS, ...changes }],
  cursorSecret: Buffer.alloc(32, 7).toString('base64'),
  siteUrl: 'https://example.atlassian.net',
});

export type DoorOptions = {
  readonly ring?: KeyRing | undefined;
  readonly policy?: Partial<Policy>;
  readonly ports?: Partial<DoorPorts>;
};

/** Ports of the door that work in memory, and a record of what was asked of them, in order. */
export const createInMemoryDoorPorts = ({ ring = buildKeyRing(), policy = {}, ports = {} }: DoorOptions = {}) => {
  const asked: string[] = [];
  const defects: unknown[] = [];
  const unauthorized: string[] = [];
  const claimed = new Set<string>();
  const recorded: AuditRecord[] = [];
  const counted: { readonly spaceIds: readonly string[]; readonly weight: number }[] = [];
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
    usage: createInMemoryUsage(),
    openAccount: openUsageAccount,
    spaceUsage: {
      count: (spaceIds, weight) => {
        counted.push({ spaceIds, weight });
        return Promise.resolve();
      },
    },
    audit: {
      appendOnceAMinute: (record) => {
        recorded.push(record);
        return Promise.resolve();
      },
    },
    now: () => NOW,
    random: () => 0,
    pause: () => Promise.resolve(),
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
    reportUnauthorized: (cause) => {
      unauthorized.push(cause);
    },
    ...ports,
  };
  return { ports: doorPorts, asked, defects, unauthorized, recorded, counted };
};
