import { describe, expect, it } from '@jest/globals';
import { kvs } from '@forge/kvs';
import fc from 'fast-check';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import {
  DEFAULT_POLICY,
  MAX_CHARS,
  MAX_POINTS_PER_HOUR,
  MAX_REQUESTS_PER_MINUTE,
  MAX_RESULTS,
  MIN_CHARS,
  OPENERS,
} from '../../src/fence/policy';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { kvsPolicyStore } from '../../src/platform/policy-store';
import { createPolicyFunctions } from '../../src/settings/administration-policy';
import { createInMemoryLeases } from '../support/in-memory-leases';
import { useForgeStorage } from '../support/use-forge-storage';

useForgeStorage();

const admin = { accountId: 'maya', mayWrite: () => true };
const functions = createPolicyFunctions({
  policy: kvsPolicyStore,
  policyLeases: createInMemoryLeases(),
  audit: { append: () => Promise.resolve() },
  now: () => 0,
  randomBytes: (size) => Buffer.alloc(size),
});

/** Numbers at, within and beyond both ends, and what is no whole number. */
const around = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(min, max) },
    { weight: 4, arbitrary: fc.integer({ min, max }) },
    fc.constantFrom(min - 1, max + 1, min + 0.5, -0, NaN, Infinity),
  );
const exclusions = fc.record({
  labels: fc.array(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
          .filter((text) => !/[\s,\p{C}]/u.test(text)),
      },
      // Each is two letters when it is small: 240, and 260, which is too long.
      { weight: 4, arbitrary: fc.constant('İ'.repeat(120)) },
      fc.constantFrom('İ'.repeat(130), 'two words', ''),
    ),
    { maxLength: 21, size: 'max' },
  ),
  trees: fc.array(fc.stringMatching(/^[a-z0-9./-]{1,4}$/), { maxLength: 21, size: 'max' }),
  blogPosts: fc.boolean(),
});
const anyMembers = { requiredKeys: [] };
const limitsPayload = fc.record(
  { requestsPerMinute: around(0, MAX_REQUESTS_PER_MINUTE), pointsPerHour: around(0, MAX_POINTS_PER_HOUR) },
  anyMembers,
);
const rulesPayload = fc.record(
  {
    optInBy: fc.constantFrom(...OPENERS),
    exclusions,
    exclusionsFrom: exclusions,
    caps: fc.record({ maxResults: around(1, MAX_RESULTS), maxChars: around(MIN_CHARS, MAX_CHARS) }),
  },
  anyMembers,
);

describe('kvsPolicyStore', () => {
  it('reads back, as it was written, whatever the settings accept', async () => {
    const accepted = { limits: 0, rules: 0 };
    await fc.assert(
      fc.asyncProperty(limitsPayload, fc.array(rulesPayload, { maxLength: 3 }), async (limits, rules) => {
        await Promise.all([kvs.delete('policy:limits'), kvs.delete('policy:rules')]);
        const changes = [
          { part: 'limits', change: () => functions.limit(admin, limits) },
          ...rules.map((payload) => ({ part: 'rules', change: () => functions.rule(admin, payload) }) as const),
        ] as const;
        for (const { part, change } of changes) {
          if ((await change()).refused !== undefined) continue;
          const stored = await kvs.get<object>(`policy:${part}`);
          // What changes nothing is not written.
          if (stored === undefined) continue;
          accepted[part] += 1;
          expect(await kvsPolicyStore.read()).toMatchObject(stored);
        }
      }),
      { numRuns: 1000 },
    );
    expect(accepted.limits).toBeGreaterThan(100);
    expect(accepted.rules).toBeGreaterThan(100);
  });

  it.each([
    ['limits', { requestsPerMinute: 1, pointsPerHour: MAX_POINTS_PER_HOUR + 1 }],
    ['limits', { requestsPerMinute: 1 }],
    ['rules', { optInBy: 'everybody', exclusions: NO_EXCLUSIONS, caps: DEFAULT_POLICY.caps }],
    ['rules', { optInBy: 'space-admins', exclusions: NO_EXCLUSIONS, caps: DEFAULT_POLICY.caps, more: true }],
  ])('takes no %s that it does not know: %j', async (part, record) => {
    await kvs.set(`policy:${part}`, record);
    await expect(kvsPolicyStore.read()).rejects.toThrow(StorageUnavailable);
  });

  it('is paused while there is a pause, whose name tells it from others', async () => {
    expect(await kvsPolicyStore.read()).toEqual(DEFAULT_POLICY);
    expect(await kvsPolicyStore.readPause()).toBeUndefined();
    await kvsPolicyStore.writePause('ab12');
    expect(await kvsPolicyStore.read()).toEqual({ ...DEFAULT_POLICY, paused: true });
    expect(await kvsPolicyStore.readPause()).toBe('ab12');
  });

  it('ends the pause that is named, and none that began after it', async () => {
    await kvsPolicyStore.writePause('ab12');
    await kvsPolicyStore.writePause('cd34');
    expect(await kvsPolicyStore.removePause('ab12')).toBe(false);
    expect(await kvsPolicyStore.read()).toMatchObject({ paused: true });
    expect(await kvsPolicyStore.removePause('cd34')).toBe(true);
    expect(await kvsPolicyStore.read()).toMatchObject({ paused: false });
    expect(await kvsPolicyStore.removePause('cd34')).toBe(false);
  });
});
