import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditPage, AuditQuery } from '../../src/audit/audit-log';
import type { AuditRecord } from '../../src/audit/audit-record';
import { DEFAULT_POLICY, type Policy } from '../../src/fence/policy';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import type { KeyRing } from '../../src/keys/key-ring';
import { createInMemoryAdministration, NOW } from '../support/in-memory-administration';
import { createInMemoryLeases } from '../support/in-memory-leases';

const admin = { accountId: 'maya', siteUrl: 'https://example.net' };
const at = new Date(NOW).toISOString();
const secretOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

const heldLease = async () => {
  const leases = createInMemoryLeases();
  await leases.replace(undefined, { holder: 'other', until: new Date(NOW + 1000).toISOString() });
  return leases;
};

describe('createAdministration', () => {
  it('asks nothing of anybody for a caller without an account', async () => {
    const { functions, asked } = createInMemoryAdministration();
    for (const run of Object.values(functions)) {
      expect(await run({}, undefined)).toEqual({ refused: 'not-confluence-admin' });
    }
    expect(asked).toEqual([]);
  });

  it('asks for the right anew on every call, first of all', async () => {
    const { functions, asked } = createInMemoryAdministration();
    for (const run of Object.values(functions)) await run(admin, { odd: 1 });
    expect(asked.filter((what) => what === 'rights')).toHaveLength(Object.keys(functions).length);
    for (const run of Object.values(functions)) {
      asked.length = 0;
      await run(admin, { odd: 1 });
      expect(asked[0]).toBe('rights');
    }
  });
});

describe('a caller who does not administer Confluence', () => {
  it('is refused by every function, and nothing else is asked or recorded', async () => {
    const rights = {
      seeSpace: () => Promise.reject(new Error('the admin page asks for no space')),
      administersConfluence: () => Promise.resolve(false),
    };
    const { functions, asked, records, queries } = createInMemoryAdministration({ rights });
    const payload = { enabled: true, spaceIds: ['1'], query: 'a', paused: true, pointsPerHour: 1 };
    for (const run of Object.values(functions)) {
      for (const sent of [undefined, payload]) {
        expect(await run(admin, sent)).toStrictEqual({ refused: 'not-confluence-admin' });
      }
    }
    expect([...asked, ...records, ...queries]).toEqual([]);
  });
});

describe('an administrator', () => {
  const pages = [{ id: '11', title: 'Page 11', spaceKey: 'ENG' }];
  const space = { id: '1', key: 'ENG', name: 'Engineering', type: 'global', archived: false };

  it('finds pages of every space', async () => {
    const { functions } = createInMemoryAdministration({
      pages: {
        findByTitle: (typed, within) => Promise.resolve(typed === 'deploy' && within === undefined ? pages : []),
        findById: () => Promise.resolve([]),
      },
    });
    expect(await functions.findPages(admin, { query: 'deploy' })).toEqual({ pages });
  });

  it('lists spaces, and those not seen, describes, opens and closes them', async () => {
    const { functions, records } = createInMemoryAdministration({
      spaces: { list: () => Promise.resolve({ spaces: [space] }), find: () => Promise.resolve([space]) },
    });
    expect(await functions.setSpaces(admin, { spaceIds: ['1'], enabled: true })).toEqual({
      spaces: [{ id: '1', open: true, optedInAt: at }],
    });
    expect(records).toEqual([{ at, event: 'space-opened', by: 'maya', spaceId: '1' }]);
    expect(await functions.listSpaces(admin, undefined)).toMatchObject({ spaces: [{ id: '1', open: true }] });
    expect(await functions.getStatus(admin, undefined)).toMatchObject({ spacesOptedIn: 1 });
    expect(await functions.describeSpaces(admin, { ids: ['1'] })).toMatchObject({ spaces: [{ name: 'Engineering' }] });
    expect(await functions.listUnseenSpaces(admin, undefined)).toEqual({ spaces: [], cut: false });
  });

  it('sends a test search with a key of the site', async () => {
    const { functions } = createInMemoryAdministration({
      handleRequest: () => Promise.resolve({ status: 503, body: '{"code":"x"}' }),
    });
    expect(await functions.sendTestSearch(admin, { query: 'a' })).toEqual({ refused: 'no-key' });
    await functions.createKey(admin, undefined);
    expect(await functions.sendTestSearch(admin, { query: 'a' })).toMatchObject({ status: 503, code: 'x' });
  });

  it('leaves a test search the less time, the longer it took to ask for the rights', async () => {
    let nowMs = NOW;
    const deadlines: number[] = [];
    const { functions } = createInMemoryAdministration({
      now: () => nowMs,
      rights: {
        seeSpace: () => Promise.reject(new Error('the admin page asks for no space')),
        administersConfluence: () => {
          nowMs += 15_000;
          return Promise.resolve(true);
        },
      },
      handleRequest: (_, deadlineMs) => {
        deadlines.push(deadlineMs - nowMs);
        return Promise.resolve({ status: 503, body: '{}' });
      },
    });
    await functions.createKey(admin, undefined);
    await functions.sendTestSearch(admin, { query: 'a' });
    expect(deadlines).toEqual([7000]);
  });
});

/** A log that has no room. */
const fullAudit = {
  append: () => Promise.reject(new StorageUnavailable('audit')),
  read: () => Promise.resolve({ records: [], unreadable: 0 }),
};

describe('createKey', () => {
  it.each([0, 366, 1.5, -1, '30', null, undefined])('makes no key that is to last %j days', async (expiresInDays) => {
    const { functions, asked, ring } = createInMemoryAdministration();
    expect(await functions.createKey(admin, { expiresInDays })).toEqual({ refused: 'invalid-payload' });
    expect(asked).toEqual(['rights']);
    expect(ring()).toBeUndefined();
  });

  it.each([
    [1, '2026-01-16T09:30:00.000Z'],
    [365, '2027-01-15T09:30:00.000Z'],
  ])('makes a key that is to last %i days', async (expiresInDays, expiresAt) => {
    const { functions } = createInMemoryAdministration();
    expect(await functions.createKey(admin, { expiresInDays })).toMatchObject({ expiresAt });
  });

  it('takes no member that it does not know', async () => {
    const { functions } = createInMemoryAdministration();
    expect(await functions.createKey(admin, { secret: secretOf(1) })).toEqual({ refused: 'invalid-payload' });
  });

  it('records the key and then stores it, with secrets of its own for signing and for cursors', async () => {
    const { functions, asked, records, ring } = createInMemoryAdministration();
    expect(await functions.createKey(admin, undefined)).toEqual({
      id: '02'.repeat(6),
      secret: secretOf(3),
      createdAt: at,
      expiresAt: '2027-01-15T09:30:00.000Z',
    });
    expect(asked).toEqual(['rights', 'read keys', 'record key-created', 'write keys']);
    expect(records).toEqual([{ at, event: 'key-created', by: 'maya', keyId: '02'.repeat(6) }]);
    expect(ring()).toEqual({
      keys: [{ id: '02'.repeat(6), secret: secretOf(3), createdAt: NOW, expiresAt: NOW + 365 * 86_400_000 }],
      cursorSecret: secretOf(4),
      siteUrl: 'https://example.net',
    });
  });

  it('keeps the cursor secret, and the address of the site when the product gives none', async () => {
    const { functions, ring } = createInMemoryAdministration();
    await functions.createKey(admin, undefined);
    const first = ring();
    await functions.createKey({ accountId: 'noah' }, undefined);
    expect(ring()).toMatchObject({ cursorSecret: first?.cursorSecret, siteUrl: 'https://example.net' });
    expect(ring()?.keys.map(({ secret }) => secret)).toEqual([secretOf(3), secretOf(7)]);
  });

  it('has an empty address of the site when nobody ever gave one', async () => {
    const { functions, ring } = createInMemoryAdministration();
    await functions.createKey({ accountId: 'noah' }, {});
    expect(ring()?.siteUrl).toBe('');
  });

  it('makes no key that it cannot record', async () => {
    const { functions, ring, asked } = createInMemoryAdministration({ audit: fullAudit });
    await expect(functions.createKey(admin, undefined)).rejects.toThrow('audit');
    expect(ring()).toBeUndefined();
    expect(asked).not.toContain('write keys');
  });

  it('makes no third key while two are active, and makes one when the older has expired', async () => {
    let nowMs = NOW;
    const { functions, ring, records } = createInMemoryAdministration({ now: () => nowMs });
    await functions.createKey(admin, { expiresInDays: 1 });
    await functions.createKey(admin, undefined);
    const [first, second] = ring()?.keys ?? [];
    nowMs = (first?.expiresAt ?? 0) - 1;
    expect(await functions.createKey(admin, undefined)).toEqual({ refused: 'too-many-keys' });
    expect(ring()?.keys).toEqual([first, second]);
    expect(records).toHaveLength(2);
    nowMs += 1;
    expect(await functions.createKey(admin, undefined)).toHaveProperty('secret');
    expect(ring()?.keys).toEqual([second, expect.objectContaining({ createdAt: nowMs })]);
  });

  it('does nothing while somebody else changes the keys', async () => {
    const { functions, asked } = createInMemoryAdministration({ leases: await heldLease() });
    expect(await functions.createKey(admin, undefined)).toEqual({ refused: 'busy' });
    expect(asked).toEqual(['rights']);
  });
});

describe('revokeKey', () => {
  it.each([undefined, {}, { keyId: 7 }, { keyId: '02'.repeat(7) }, { keyId: '02'.repeat(6), odd: 1 }])(
    'revokes nothing for a payload like %j',
    async (payload) => {
      const { functions, ring } = createInMemoryAdministration();
      await functions.createKey(admin, undefined);
      const before = ring();
      expect(await functions.revokeKey(admin, payload)).toMatchObject({
        refused: 'invalid-payload',
        keys: [{ id: '02'.repeat(6) }],
      });
      expect(ring()).toBe(before);
    },
  );

  it('revokes no key that the ring does not hold', async () => {
    const { functions, ring, records } = createInMemoryAdministration();
    await functions.createKey(admin, undefined);
    const before = ring();
    expect(await functions.revokeKey(admin, { keyId: '0123456789ab' })).toMatchObject({ refused: 'key-not-found' });
    expect(ring()).toBe(before);
    expect(records.map(({ event }) => event)).toEqual(['key-created']);
  });

  it('stores the others and then records it', async () => {
    const { functions, asked, records, ring } = createInMemoryAdministration();
    await functions.createKey(admin, undefined);
    await functions.createKey(admin, undefined);
    const [first, second] = ring()?.keys ?? [];
    asked.length = 0;
    expect(await functions.revokeKey(admin, { keyId: first?.id })).toMatchObject({ keys: [{ id: second?.id }] });
    expect(asked.slice(0, 4)).toEqual(['rights', 'read keys', 'write keys', 'record key-revoked']);
    expect(records.at(-1)).toEqual({ at, event: 'key-revoked', by: 'maya', keyId: first?.id });
    expect(ring()?.keys).toEqual([second]);
  });

  /** A site with one key, where the audit fails once something is revoked. */
  const failingToRecord = async (error: Error) => {
    const append = ({ event }: AuditRecord) => (event === 'key-revoked' ? Promise.reject(error) : Promise.resolve());
    const { functions, ring } = createInMemoryAdministration({ audit: { ...fullAudit, append } });
    await functions.createKey(admin, undefined);
    return { revoke: () => functions.revokeKey(admin, { keyId: ring()?.keys[0]?.id }), ring };
  };

  it('revokes without a record that cannot be written', async () => {
    const { revoke, ring } = await failingToRecord(new StorageUnavailable('audit'));
    const answer = await revoke();
    expect(answer).toMatchObject({ keys: [] });
    expect(answer).not.toHaveProperty('refused');
    expect(ring()?.keys).toEqual([]);
  });

  it('throws a defect in the record on, when the key is revoked', async () => {
    const { revoke, ring } = await failingToRecord(new TypeError('not an audit record'));
    await expect(revoke()).rejects.toThrow(TypeError);
    expect(ring()?.keys).toEqual([]);
  });

  it('lets a key that has expired go as well', async () => {
    let nowMs = NOW;
    const { functions, ring } = createInMemoryAdministration({ now: () => nowMs });
    await functions.createKey(admin, { expiresInDays: 1 });
    await functions.createKey(admin, undefined);
    nowMs += 86_400_000;
    await functions.revokeKey(admin, { keyId: ring()?.keys[1]?.id });
    expect(ring()?.keys).toEqual([]);
  });

  it('revokes the last key as well', async () => {
    const { functions, ring } = createInMemoryAdministration();
    await functions.createKey(admin, undefined);
    expect(await functions.revokeKey(admin, { keyId: ring()?.keys[0]?.id })).toMatchObject({ keys: [] });
    expect(ring()).toMatchObject({ keys: [], cursorSecret: secretOf(4) });
  });

  it('knows no key on a site that never had one', async () => {
    const { functions, asked } = createInMemoryAdministration();
    const answer = await functions.revokeKey(admin, { keyId: '0123456789ab' });
    expect(answer).toMatchObject({ refused: 'key-not-found', keys: [] });
    expect(asked).not.toContain('write keys');
    expect(asked).not.toContain('record key-revoked');
  });

  it('does nothing while somebody else changes the keys, and says so beside the state', async () => {
    const { functions, asked } = createInMemoryAdministration({ leases: await heldLease() });
    expect(await functions.revokeKey(admin, { keyId: '0123456789ab' })).toMatchObject({ refused: 'busy', keys: [] });
    expect(asked).not.toContain('write keys');
  });
});

describe('setPaused, setLimits and setPolicy', () => {
  it.each([
    [
      'setLimits',
      { requestsPerMinute: 1, pointsPerHour: 2 },
      ['read policy', 'record limits-changed', 'record limits-changed', 'write limits'],
    ],
    ['setPolicy', { optInBy: 'confluence-admins' }, ['read policy', 'record policy-changed', 'write rules']],
  ] as const)('%s %j is recorded before it is made', async (name, payload, steps) => {
    const { functions, asked, records } = createInMemoryAdministration();
    await functions[name](admin, payload);
    expect(asked.slice(1, 1 + steps.length)).toEqual(steps);
    for (const record of records) expect(record).toMatchObject({ at, by: 'maya' });
  });

  it('setPaused pauses first, and records it then', async () => {
    const { functions, asked, records } = createInMemoryAdministration();
    await functions.setPaused(admin, { paused: true });
    expect(asked.slice(1, 3)).toEqual(['write pause', 'record paused']);
    expect(records).toEqual([{ at, event: 'paused', by: 'maya' }]);
  });

  it('setPaused records that the pause ends before it does', async () => {
    const { functions, asked, records, policy } = createInMemoryAdministration();
    await functions.setPaused(admin, { paused: true });
    asked.length = 0;
    expect(await functions.setPaused(admin, { paused: false })).toMatchObject({ paused: false });
    expect(asked.slice(1, 4)).toEqual(['read pause', 'record resumed', 'remove pause']);
    expect(records.at(-1)).toEqual({ at, event: 'resumed', by: 'maya' });
    expect(policy()).toEqual(DEFAULT_POLICY);
  });

  it('setPaused says of a pause that somebody else has ended that it has ended', async () => {
    const append = async ({ event, by }: AuditRecord): Promise<void> => {
      if (event === 'resumed' && by === 'maya') await functions.setPaused({ accountId: 'noah' }, { paused: false });
    };
    const { functions } = createInMemoryAdministration({ audit: { ...fullAudit, append } });
    await functions.setPaused(admin, { paused: true });
    const answer = await functions.setPaused(admin, { paused: false });
    expect(answer).toMatchObject({ paused: false });
    expect(answer).not.toHaveProperty('refused');
  });

  it('setPaused does not end a pause that began after the one that it was to end', async () => {
    const append = async ({ event }: AuditRecord): Promise<void> => {
      if (event === 'resumed') await functions.setPaused({ accountId: 'noah' }, { paused: true });
    };
    const { functions, policy } = createInMemoryAdministration({ audit: { ...fullAudit, append } });
    await functions.setPaused(admin, { paused: true });
    expect(await functions.setPaused(admin, { paused: false })).toMatchObject({ paused: true, refused: 'busy' });
    expect(policy()).toMatchObject({ paused: true });
  });

  it('pause without a record that cannot be written, and change nothing else without', async () => {
    const { functions, policy } = createInMemoryAdministration({ audit: fullAudit });
    const before = policy();
    await expect(functions.setLimits(admin, { pointsPerHour: 1 })).rejects.toThrow(StorageUnavailable);
    await expect(functions.setPolicy(admin, { optInBy: 'confluence-admins' })).rejects.toThrow(StorageUnavailable);
    expect(policy()).toEqual(before);
    const answer = await functions.setPaused(admin, { paused: true });
    expect(answer).toMatchObject({ paused: true });
    expect(answer).not.toHaveProperty('refused');
    expect(policy()).toEqual({ ...before, paused: true });
    await expect(functions.setPaused(admin, { paused: false })).rejects.toThrow(StorageUnavailable);
    expect(policy()).toEqual({ ...before, paused: true });
  });

  it('throw on a defect in the record of a pause', async () => {
    const audit = { ...fullAudit, append: () => Promise.reject(new TypeError('not an audit record')) };
    const { functions, policy } = createInMemoryAdministration({ audit });
    await expect(functions.setPaused(admin, { paused: true })).rejects.toThrow(TypeError);
    expect(policy()).toMatchObject({ paused: true });
  });

  it('record no pause that was not made', async () => {
    const { functions, records } = createInMemoryAdministration({
      policy: {
        read: () => Promise.resolve(DEFAULT_POLICY),
        readPause: () => Promise.resolve(undefined),
        writePause: () => Promise.reject(new StorageUnavailable('policy')),
        removePause: () => Promise.resolve(false),
        writeLimits: () => Promise.resolve(),
        writeRules: () => Promise.resolve(),
      },
    });
    await expect(functions.setPaused(admin, { paused: true })).rejects.toThrow('policy');
    expect(records).toEqual([]);
  });

  it.each<['setLimits' | 'setPolicy', object]>([
    ['setLimits', { pointsPerHour: 1 }],
    ['setPolicy', { optInBy: 'confluence-admins' }],
  ])(
    '%s does nothing while somebody else changes limits or rules, and says so beside the state',
    async (name, payload) => {
      const { functions, asked, policy, records } = createInMemoryAdministration({ policyLeases: await heldLease() });
      const before = policy();
      expect(await functions[name](admin, payload)).toMatchObject({ ...before, refused: 'busy' });
      expect(policy()).toBe(before);
      expect([...records, ...asked.filter((what) => what.startsWith('write'))]).toEqual([]);
    },
  );

  it('wait for nobody to pause, and do not wait for whoever changes the keys', async () => {
    const { functions } = createInMemoryAdministration({ leases: await heldLease() });
    expect(await functions.setLimits(admin, { pointsPerHour: 1 })).not.toHaveProperty('refused');
    const { functions: others } = createInMemoryAdministration({ policyLeases: await heldLease() });
    expect(await others.setPaused(admin, { paused: true })).not.toHaveProperty('refused');
    expect(await others.createKey(admin, undefined)).toHaveProperty('secret');
  });

  it.each<['setPaused' | 'setLimits' | 'setPolicy', unknown]>([
    ['setPaused', undefined],
    ['setPaused', {}],
    ['setPaused', { paused: 'yes' }],
    ['setPaused', { paused: true, odd: 1 }],
    ['setLimits', undefined],
    ['setLimits', {}],
    ['setLimits', { requestsPerMinute: -1 }],
    ['setLimits', { requestsPerMinute: 6001 }],
    ['setLimits', { requestsPerMinute: 1.5 }],
    ['setLimits', { requestsPerMinute: 1, pointsPerHour: 65_001 }],
    ['setLimits', { pointsPerHour: '1' }],
    ['setLimits', { pointsPerHour: 1, paused: true }],
    ['setPolicy', undefined],
    ['setPolicy', {}],
    ['setPolicy', { optInBy: 'everybody' }],
    ['setPolicy', { exclusions: { labels: [], trees: [] } }],
    ['setPolicy', { caps: { maxResults: 0, maxChars: 500 } }],
    ['setPolicy', { caps: { maxResults: 26, maxChars: 500 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 499 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 50_001 } }],
    ['setPolicy', { caps: { maxResults: 1 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 500, odd: 1 } }],
    ['setPolicy', { optInBy: 'space-admins', odd: 1 }],
    ['setPolicy', { exclusionsFrom: { labels: [], trees: [], blogPosts: false } }],
    ['setPolicy', { optInBy: 'space-admins', exclusionsFrom: { labels: [], trees: [], blogPosts: false } }],
    ['setPolicy', { exclusions: { labels: [], trees: [], blogPosts: false }, exclusionsFrom: {} }],
  ])('%s makes and records nothing of %j, and says so', async (name, payload) => {
    const { functions, asked, policy, records } = createInMemoryAdministration();
    const before = policy();
    expect(await functions[name](admin, payload)).toMatchObject({ ...before, refused: 'invalid-payload' });
    expect(policy()).toBe(before);
    expect([...records, ...asked.filter((what) => what.startsWith('write'))]).toEqual([]);
  });

  it.each<['setPaused' | 'setLimits' | 'setPolicy', object]>([
    ['setPaused', { paused: true }],
    ['setLimits', { requestsPerMinute: 0, pointsPerHour: 0 }],
    ['setLimits', { requestsPerMinute: 6000, pointsPerHour: 65_000 }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 500 } }],
    ['setPolicy', { caps: { maxResults: 25, maxChars: 50_000 }, optInBy: 'confluence-admins' }],
    ['setPolicy', { exclusions: { labels: ['a'], trees: ['1'], blogPosts: true } }],
  ])('%s makes %j', async (name, payload) => {
    const { functions, policy } = createInMemoryAdministration();
    const before = policy();
    const answer = await functions[name](admin, payload);
    expect(answer).toMatchObject({ ...before, ...payload });
    expect(answer).not.toHaveProperty('refused');
    expect(policy()).toEqual({ ...before, ...payload });
  });

  it('name in the record the part that was changed', async () => {
    const { functions, records } = createInMemoryAdministration();
    await functions.setLimits(admin, { requestsPerMinute: 1, pointsPerHour: 2 });
    await functions.setPolicy(admin, {
      optInBy: 'confluence-admins',
      exclusions: { labels: ['a'], trees: [], blogPosts: true },
      caps: { maxResults: 1, maxChars: 500 },
    });
    expect(records.map(({ event, cause }) => [event, cause])).toEqual([
      ['limits-changed', 'requests-per-minute'],
      ['limits-changed', 'points-per-hour'],
      ['policy-changed', 'opt-in-by'],
      ['policy-changed', 'more-excluded'],
      ['policy-changed', 'caps'],
    ]);
    expect(JSON.stringify(records)).not.toContain('confluence-admins');
  });

  it('say in the record whether more or less is excluded', async () => {
    const { functions, records } = createInMemoryAdministration();
    for (const labels of [['a', 'b'], ['a'], ['c']]) {
      await functions.setPolicy(admin, { exclusions: { labels, trees: [], blogPosts: false } });
    }
    expect(records.map(({ cause }) => cause)).toEqual(['more-excluded', 'less-excluded', 'otherwise-excluded']);
  });

  it.each<['setPaused' | 'setLimits' | 'setPolicy', object]>([
    ['setPaused', { paused: false }],
    ['setLimits', { requestsPerMinute: 120 }],
    ['setLimits', { requestsPerMinute: 120, pointsPerHour: 5000 }],
    ['setPolicy', { optInBy: 'space-admins' }],
    ['setPolicy', { caps: { maxResults: 25, maxChars: 50_000 } }],
    ['setPolicy', { exclusions: { labels: [], trees: [], blogPosts: false } }],
  ])('%s neither writes nor records %j, which is so already', async (name, payload) => {
    const { functions, asked, policy, records } = createInMemoryAdministration();
    const before = policy();
    const answer = await functions[name](admin, payload);
    expect(answer).toMatchObject({ ...before });
    expect(answer).not.toHaveProperty('refused');
    expect([...records, ...asked.filter((what) => /^(?:write|remove)/.test(what))]).toEqual([]);
  });

  it('record of several parts those alone that change', async () => {
    const { functions, policy, records } = createInMemoryAdministration();
    await functions.setLimits(admin, { requestsPerMinute: 120, pointsPerHour: 9 });
    await functions.setPolicy(admin, { optInBy: 'space-admins', caps: { maxResults: 25, maxChars: 500 } });
    await functions.setPolicy(admin, { optInBy: 'space-admins', caps: { maxResults: 3, maxChars: 500 } });
    expect(records.map(({ cause }) => cause)).toEqual(['points-per-hour', 'caps', 'caps']);
    expect(policy()).toEqual({ ...DEFAULT_POLICY, pointsPerHour: 9, caps: { maxResults: 3, maxChars: 500 } });
  });

  it('write no more than their own part of the policy', async () => {
    const { functions, policy } = createInMemoryAdministration();
    const before = policy();
    await functions.setLimits(admin, { pointsPerHour: 9 });
    expect(policy()).toEqual({ ...before, pointsPerHour: 9 });
    await functions.setPolicy(admin, { caps: { maxResults: 2, maxChars: 600 } });
    expect(policy()).toEqual({ ...before, pointsPerHour: 9, caps: { maxResults: 2, maxChars: 600 } });
  });
});

describe('setPolicy with what its exclusions were made from', () => {
  const labels = (...names: readonly string[]) => ({ labels: names, trees: [], blogPosts: false });

  it('keeps what another admin has excluded since then', async () => {
    const { functions, policy } = createInMemoryAdministration();
    await functions.setPolicy(admin, { exclusions: { labels: ['theirs'], trees: ['7'], blogPosts: true } });
    const payload = { exclusions: labels('Mine'), exclusionsFrom: labels('gone') };
    const exclusions = { labels: ['theirs', 'mine'], trees: ['7'], blogPosts: true };
    expect(await functions.setPolicy(admin, payload)).toMatchObject({ exclusions });
    expect(policy()).toEqual({ ...DEFAULT_POLICY, exclusions });
  });

  it('replaces them without', async () => {
    const { functions, policy } = createInMemoryAdministration();
    await functions.setPolicy(admin, { exclusions: labels('theirs') });
    await functions.setPolicy(admin, { exclusions: labels('mine') });
    expect(policy()).toEqual({ ...DEFAULT_POLICY, exclusions: labels('mine') });
  });

  it('refuses more than twenty in all, and changes and records nothing', async () => {
    const { functions, policy, records } = createInMemoryAdministration();
    await functions.setPolicy(admin, { exclusions: labels(...Array.from({ length: 20 }, (_, index) => `l${index}`)) });
    const before = policy();
    const payload = { exclusions: labels('x'), exclusionsFrom: labels(), optInBy: 'confluence-admins' };
    expect(await functions.setPolicy(admin, payload)).toMatchObject({ ...before, refused: 'too-many-exclusions' });
    expect(policy()).toBe(before);
    expect(records).toHaveLength(1);
  });
});

describe('a function that goes on long after it was called', () => {
  it('ends no pause, though it has seen no other', async () => {
    let nowMs = NOW;
    let isLate = false;
    const { functions, policy } = createInMemoryAdministration({
      now: () => nowMs,
      rights: {
        seeSpace: () => Promise.reject(new Error('the admin page asks for no space')),
        administersConfluence: () => {
          if (isLate) nowMs += 30_000;
          return Promise.resolve(true);
        },
      },
    });
    await functions.setPaused(admin, { paused: true });
    isLate = true;
    expect(await functions.setPaused(admin, { paused: false })).toMatchObject({ paused: true, refused: 'busy' });
    expect(policy()).toMatchObject({ paused: true });
    expect(await functions.setPaused(admin, { paused: true })).not.toHaveProperty('refused');
  });

  it('brings no key back that was revoked meanwhile', async () => {
    let nowMs = NOW;
    let created = 0;
    const append = async ({ event, keyId }: AuditRecord): Promise<void> => {
      if (event !== 'key-created') return;
      created += 1;
      if (created === 1) first = keyId;
      if (created < 2) return;
      nowMs += 60_000;
      await functions.revokeKey({ accountId: 'noah' }, { keyId: first });
    };
    let first: string | undefined;
    const { functions, ring } = createInMemoryAdministration({ audit: { ...fullAudit, append }, now: () => nowMs });
    await functions.createKey(admin, undefined);
    expect(await functions.createKey(admin, undefined)).toEqual({ refused: 'busy' });
    expect(ring()?.keys).toEqual([]);
  });

  it('revokes no key by what the ring was before', async () => {
    let nowMs = NOW;
    let ring: KeyRing | undefined;
    const { functions } = createInMemoryAdministration({
      now: () => nowMs,
      keyRings: {
        read: () => Promise.resolve(ring),
        write: (next) => {
          ring = next;
          return Promise.resolve();
        },
      },
    });
    const made = await functions.createKey(admin, undefined);
    const before = ring;
    const { functions: late } = createInMemoryAdministration({
      now: () => nowMs,
      keyRings: {
        read: () => {
          nowMs += 30_000;
          return Promise.resolve(ring);
        },
        write: () => Promise.reject(new Error('nothing is to be written')),
      },
    });
    const keyId = 'id' in made ? made.id : '';
    expect(await late.revokeKey(admin, { keyId })).toMatchObject({ refused: 'busy' });
    expect(ring).toBe(before);
  });

  it.each<['setLimits' | 'setPolicy', object, object]>([
    ['setLimits', { pointsPerHour: 1 }, { requestsPerMinute: 2 }],
    ['setPolicy', { optInBy: 'confluence-admins' }, { caps: { maxResults: 1, maxChars: 500 } }],
  ])('undoes nothing by %s', async (name, late, meanwhile) => {
    let nowMs = NOW;
    let isLate = false;
    const append = async (): Promise<void> => {
      if (isLate) return;
      isLate = true;
      nowMs += 60_000;
      await functions[name]({ accountId: 'noah' }, meanwhile);
    };
    const { functions, policy } = createInMemoryAdministration({ audit: { ...fullAudit, append }, now: () => nowMs });
    expect(await functions[name](admin, late)).toMatchObject({ ...meanwhile, refused: 'busy' });
    expect(policy()).toEqual({ ...DEFAULT_POLICY, ...meanwhile });
  });
});

describe('two admins at once', () => {
  const change = fc.constantFrom(
    ['setLimits', { requestsPerMinute: 7 }] as const,
    ['setLimits', { pointsPerHour: 8 }] as const,
    ['setPolicy', { optInBy: 'confluence-admins' }] as const,
    ['setPolicy', { caps: { maxResults: 3, maxChars: 600 } }] as const,
    ['setPolicy', { exclusions: { labels: ['secret'], trees: [], blogPosts: true } }] as const,
    ['setPaused', { paused: true }] as const,
  );

  it('lose nothing, in whatever order storage answers: a change is made, or refused as busy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.uniqueArray(change, { minLength: 2, maxLength: 4 }), async (s, changes) => {
        let policy: Policy = DEFAULT_POLICY;
        let pause: string | undefined;
        const leases = createInMemoryLeases();
        const { functions } = createInMemoryAdministration({
          policyLeases: {
            read: s.scheduleFunction(() => leases.read()),
            replace: s.scheduleFunction((seen, next) => leases.replace(seen, next)),
            remove: s.scheduleFunction((held) => leases.remove(held)),
          },
          policy: {
            read: s.scheduleFunction(() => Promise.resolve(policy)),
            readPause: s.scheduleFunction(() => Promise.resolve(pause)),
            writePause: s.scheduleFunction((name) => {
              [pause, policy] = [name, { ...policy, paused: true }];
              return Promise.resolve();
            }),
            removePause: s.scheduleFunction((name) => {
              const isEnded = pause === name;
              if (isEnded) [pause, policy] = [undefined, { ...policy, paused: false }];
              return Promise.resolve(isEnded);
            }),
            writeLimits: s.scheduleFunction((limits) => Promise.resolve(void (policy = { ...policy, ...limits }))),
            writeRules: s.scheduleFunction((rules) => Promise.resolve(void (policy = { ...policy, ...rules }))),
          },
          randomBytes: (size) => randomBytes(size),
        });
        const answers = changes.map(([name, payload]) => functions[name](admin, payload));
        await s.waitFor(Promise.all(answers));
        const made = await Promise.all(
          changes.map(async ([, payload], index) => ('refused' in ((await answers[index]) ?? {}) ? {} : payload)),
        );
        expect(made).not.toEqual(changes.map(() => ({})));
        expect(policy).toEqual(Object.assign({}, DEFAULT_POLICY, ...made));
      }),
      { numRuns: 300 },
    );
  });
});

describe('getStatus', () => {
  it('shows everything that is set, and where requests go', async () => {
    const { functions, policy } = createInMemoryAdministration();
    expect(await functions.getStatus(admin, undefined)).toStrictEqual({
      ...policy(),
      spacesOptedIn: 0,
      keys: [],
      webTriggerUrl: 'https://example.net/public/1',
    });
  });

  it('shows when each key was last used, and leaves out what is not known', async () => {
    const id = '02'.repeat(6);
    const { functions } = createInMemoryAdministration({
      usage: { readUsage: () => Promise.resolve({ days: [], lastUsed: new Map([[id, '2026-01-14']]) }) },
      readWebTriggerUrl: () => Promise.resolve(undefined),
    });
    await functions.createKey(admin, { expiresInDays: 30 });
    await functions.createKey(admin, { expiresInDays: 31 });
    const status = await functions.getStatus(admin, undefined);
    expect(status).toMatchObject({
      keys: [
        { id, createdAt: at, expiresAt: '2026-02-14T09:30:00.000Z', expiresSoon: true, lastUsedDay: '2026-01-14' },
        { expiresSoon: false },
      ],
    });
    expect(status).not.toHaveProperty('webTriggerUrl');
    expect(status).not.toHaveProperty('refused');
    expect(status).not.toHaveProperty('keys[1].lastUsedDay');
    expect(JSON.stringify(status)).not.toContain(secretOf(3));
  });
});

describe('getActivity', () => {
  it('shows the searches of each day, and nothing of keys', async () => {
    const days = [{ day: '2026-01-15', searches: 3 }];
    const { functions } = createInMemoryAdministration({
      usage: { readUsage: () => Promise.resolve({ days, lastUsed: new Map([['a', '2026-01-15']]) }) },
    });
    expect(await functions.getActivity(admin, undefined)).toEqual({ days });
  });
});

describe('getAudit and getAuditCsv', () => {
  const record: AuditRecord = {
    at,
    event: 'content-held-back',
    by: '-1+1',
    spaceId: '7',
    keyId: 'ab',
    count: 0,
    cause: 'c',
  };

  /** A log that always has one more page. */
  const endless = (pages: number) => {
    const queries: AuditQuery[] = [];
    const read = (query: AuditQuery): Promise<AuditPage> => {
      queries.push(query);
      return Promise.resolve({
        records: [record],
        unreadable: 1,
        ...(queries.length < pages ? { nextCursor: `c${queries.length}` } : {}),
      });
    };
    const { functions } = createInMemoryAdministration({ audit: { append: () => Promise.resolve(), read } });
    return { functions, queries };
  };

  it('ask for fifty rows unless told', async () => {
    const { functions, queries } = createInMemoryAdministration();
    await functions.getAudit(admin, undefined);
    await functions.getAudit(admin, { limit: 100, cursor: 'abc' });
    await functions.getAudit(admin, { limit: 1 });
    expect(queries).toEqual([{ limit: 50 }, { limit: 100, cursor: 'abc' }, { limit: 1 }]);
  });

  it.each([null, { odd: 1 }, { cursor: '' }, { cursor: 7 }, { cursor: 'x'.repeat(1001) }])(
    'read nothing for a payload like %j',
    async (payload) => {
      const { functions, queries } = createInMemoryAdministration();
      expect(await functions.getAudit(admin, payload)).toEqual({ refused: 'invalid-payload' });
      expect(await functions.getAuditCsv(admin, payload)).toEqual({ refused: 'invalid-payload' });
      expect(queries).toEqual([]);
    },
  );

  it.each([0, 101, 1.5, '1'])('read no page of %j rows', async (limit) => {
    const { functions, queries } = createInMemoryAdministration();
    expect(await functions.getAudit(admin, { limit })).toEqual({ refused: 'invalid-payload' });
    expect(await functions.getAuditCsv(admin, { limit: 1 })).toEqual({ refused: 'invalid-payload' });
    expect(queries).toEqual([]);
  });

  it('leave a cell empty for what a record does not say', async () => {
    const { functions } = createInMemoryAdministration({
      audit: {
        append: () => Promise.resolve(),
        read: () => Promise.resolve({ records: [{ at, event: 'paused' }], unreadable: 0 }),
      },
    });
    expect(await functions.getAuditCsv(admin, {})).toEqual({
      csv: `at,event,by,spaceId,keyId,count,cause\r\n${at},paused,,,,,\r\n`,
      cut: false,
    });
  });

  it('pass on what storage gave, and how much of it could not be read', async () => {
    const { functions } = endless(2);
    expect(await functions.getAudit(admin, undefined)).toEqual({ records: [record], unreadable: 1, nextCursor: 'c1' });
  });

  it('write every column, and nothing that a spreadsheet would run', async () => {
    const { functions } = endless(1);
    expect(await functions.getAuditCsv(admin, undefined)).toEqual({
      csv: `at,event,by,spaceId,keyId,count,cause\r\n${at},content-held-back,'-1+1,7,ab,0,c\r\n`,
      cut: false,
    });
  });

  it('read on page by page, from the cursor that was given', async () => {
    const { functions, queries } = endless(3);
    const answer = await functions.getAuditCsv(admin, { cursor: 'start' });
    expect(queries).toEqual([
      { cursor: 'start', limit: 100 },
      { cursor: 'c1', limit: 100 },
      { cursor: 'c2', limit: 100 },
    ]);
    expect(answer).toMatchObject({ cut: false });
    expect(answer).not.toHaveProperty('nextCursor');
  });

  it('end after twenty pages, say so, and say where to go on', async () => {
    const { functions, queries } = endless(100);
    const answer = await functions.getAuditCsv(admin, undefined);
    expect(queries).toHaveLength(20);
    expect(answer).toMatchObject({ cut: true, nextCursor: 'c20' });
    const exact = endless(20);
    expect(await exact.functions.getAuditCsv(admin, undefined)).toMatchObject({ cut: false });
    expect(exact.queries).toHaveLength(20);
  });
});
