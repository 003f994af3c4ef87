import { describe, expect, it } from '@jest/globals';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { holdLease } from '../../src/keys/hold-lease';
import { createInMemoryLeases } from '../support/in-memory-leases';

const NOW = Date.UTC(2026, 0, 15, 9, 30, 0);

const build = (leases = createInMemoryLeases()) => {
  let nowMs = NOW;
  let made = 0;
  return {
    leases,
    advance: (ms: number) => {
      nowMs += ms;
    },
    ports: { leases, now: () => nowMs, randomBytes: (size: number) => Buffer.alloc(size, (made += 1)) },
  };
};

describe('holdLease', () => {
  it('does the work, answers what it answers, and lets go', async () => {
    const { ports, leases } = build();
    const answer = await holdLease(ports, () => {
      expect(leases.current()).toEqual({ holder: '01'.repeat(16), until: '2026-01-15T09:31:00.000Z' });
      return Promise.resolve({ done: 1 });
    });
    expect(answer).toEqual({ done: 1 });
    expect(leases.current()).toBeUndefined();
  });

  it('lets one of several do its work, and the others nothing', async () => {
    const { ports } = build();
    let working = 0;
    let most = 0;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        holdLease(ports, async () => {
          working += 1;
          most = Math.max(most, working);
          await Promise.resolve();
          working -= 1;
          return { index };
        }),
      ),
    );
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
    expect(most).toBe(1);
  });

  it('lets go when the work fails, and says why', async () => {
    const { ports, leases } = build();
    await expect(holdLease(ports, () => Promise.reject(new StorageUnavailable('x')))).rejects.toThrow('x');
    expect(leases.current()).toBeUndefined();
  });

  it('waits a minute for a holder who never came back, and no longer', async () => {
    const { ports, advance, leases } = build();
    const gone = { holder: 'gone', until: new Date(NOW + 60_000).toISOString() };
    await leases.replace(undefined, gone);
    advance(59_999);
    expect(await holdLease(ports, () => Promise.resolve({}))).toBeUndefined();
    expect(leases.current()).toEqual(gone);
    advance(1);
    expect(await holdLease(ports, () => Promise.resolve({}))).toEqual({});
  });

  it('leaves the lease alone that somebody took after its own had ended', async () => {
    const { ports, advance, leases } = build();
    const next = { holder: 'next', until: new Date(NOW + 200_000).toISOString() };
    await holdLease(ports, async () => {
      advance(60_000);
      await leases.replace(leases.current(), next);
      return {};
    });
    expect(leases.current()).toEqual(next);
  });

  it('answers what the work answered even when the lease cannot be given back', async () => {
    const leases = createInMemoryLeases();
    const { ports } = build({ ...leases, remove: () => Promise.reject(new StorageUnavailable('key ring lease')) });
    expect(await holdLease(ports, () => Promise.resolve({ done: 1 }))).toEqual({ done: 1 });
  });

  it('does nothing when the lease cannot be read', async () => {
    const { ports } = build({
      ...createInMemoryLeases(),
      read: () => Promise.reject(new StorageUnavailable('key ring lease')),
    });
    let worked = false;
    const work = () => {
      worked = true;
      return Promise.resolve({});
    };
    await expect(holdLease(ports, work)).rejects.toThrow(StorageUnavailable);
    expect(worked).toBe(false);
  });
});
