import type { UsageReader } from '../audit/usage';
import type { AdminStatus } from '../contract/administration-api';
import type { Refusal } from '../contract/refusal';
import { awaitAll } from '../fence/await-all';
import { readOpenSpaces, type ShardStore } from '../fence/opt-in-registry';
import type { PolicyStore } from '../fence/policy';
import { expiresSoon } from '../keys/key-expiry';
import type { KeyRingStore } from '../keys/key-ring';

export type StatusPorts = {
  readonly shards: ShardStore;
  readonly policy: PolicyStore;
  readonly keyRings: KeyRingStore;
  readonly usage: Pick<UsageReader, 'readUsage'>;
  /** Address of the web trigger; `undefined` when the platform does not say. */
  readonly readWebTriggerUrl: () => Promise<string | undefined>;
  readonly now: () => number;
};

/** Shows how the site stands, without any secret. @throws {StorageUnavailable} */
export const createShowStatus =
  ({ shards, policy, keyRings, usage, readWebTriggerUrl, now }: StatusPorts) =>
  async (refused?: Refusal): Promise<AdminStatus> => {
    const [open, current, ring, { lastUsed }, webTriggerUrl] = await awaitAll([
      readOpenSpaces(shards),
      policy.read(),
      keyRings.read(),
      usage.readUsage(),
      readWebTriggerUrl(),
    ]);
    const nowMs = now();
    const keys = (ring?.keys ?? []).map((key) => {
      const lastUsedDay = lastUsed.get(key.id);
      return {
        id: key.id,
        createdAt: new Date(key.createdAt).toISOString(),
        expiresAt: new Date(key.expiresAt).toISOString(),
        expiresSoon: expiresSoon(key, nowMs),
        ...(lastUsedDay === undefined ? {} : { lastUsedDay }),
      };
    });
    return {
      ...current,
      spacesOptedIn: open.size,
      keys,
      ...(webTriggerUrl === undefined ? {} : { webTriggerUrl }),
      ...(refused === undefined ? {} : { refused }),
    };
  };
