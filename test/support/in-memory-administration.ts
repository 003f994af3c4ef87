import type { AuditQuery } from '../../src/audit/audit-log';
import type { AuditRecord } from '../../src/audit/audit-record';
import { DEFAULT_POLICY, type Policy } from '../../src/fence/policy';
import type { KeyRing } from '../../src/keys/key-ring';
import { createAdministration, type AdministrationPorts } from '../../src/settings/administration';
import { createInMemoryLeases } from './in-memory-leases';
import { createInMemoryShardStore } from './in-memory-shard-store';

export const NOW = Date.UTC(2026, 0, 15, 9, 30, 0);

/** The functions of the admin page over ports in memory, and everything that was asked of these, in order. */
export const createInMemoryAdministration = (changes: Partial<AdministrationPorts> = {}) => {
  const asked: string[] = [];
  let ring: KeyRing | undefined;
  let policy: Policy = DEFAULT_POLICY;
  let pause: string | undefined;
  let made = 0;
  const records: AuditRecord[] = [];
  const queries: AuditQuery[] = [];
  const ports: AdministrationPorts = {
    shards: createInMemoryShardStore().store,
    leases: createInMemoryLeases(),
    policyLeases: createInMemoryLeases(),
    keyRings: {
      read: () => {
        asked.push('read keys');
        return Promise.resolve(ring);
      },
      write: (next) => {
        asked.push('write keys');
        ring = next;
        return Promise.resolve();
      },
    },
    policy: {
      read: () => {
        asked.push('read policy');
        return Promise.resolve(policy);
      },
      readPause: () => {
        asked.push('read pause');
        return Promise.resolve(pause);
      },
      writePause: (name) => {
        asked.push('write pause');
        [pause, policy] = [name, { ...policy, paused: true }];
        return Promise.resolve();
      },
      removePause: (name) => {
        asked.push('remove pause');
        if (pause !== name) return Promise.resolve(false);
        [pause, policy] = [undefined, { ...policy, paused: false }];
        return Promise.resolve(true);
      },
      writeLimits: (limits) => {
        asked.push('write limits');
        policy = { ...policy, ...limits };
        return Promise.resolve();
      },
      writeRules: (rules) => {
        asked.push('write rules');
        policy = { ...policy, ...rules };
        return Promise.resolve();
      },
    },
    audit: {
      append: (record) => {
        asked.push(`record ${record.event}`);
        records.push(record);
        return Promise.resolve();
      },
      read: (query) => {
        queries.push(query);
        return Promise.resolve({ records, unreadable: 0 });
      },
    },
    usage: { readUsage: () => Promise.resolve({ days: [], lastUsed: new Map() }) },
    readWebTriggerUrl: () => Promise.resolve('https://example.net/public/1'),
    rights: {
      seeSpace: () => Promise.reject(new Error('the admin page asks for no space')),
      administersConfluence: () => {
        asked.push('rights');
        return Promise.resolve(true);
      },
    },
    spaces: {
      list: () => Promise.resolve({ spaces: [] }),
      find: () => Promise.resolve([]),
    },
    pages: {
      findByTitle: () => Promise.resolve([]),
      findById: () => Promise.resolve([]),
    },
    handleRequest: () => Promise.reject(new Error('no request is expected')),
    newRequestId: () => '00000000-0000-4000-8000-000000000000',
    now: () => NOW,
    randomBytes: (size) => Buffer.alloc(size, (made += 1)),
    ...changes,
  };
  return { functions: createAdministration(ports), asked, records, queries, ring: () => ring, policy: () => policy };
};
