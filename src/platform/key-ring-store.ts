import { kvs } from '@forge/kvs';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { parseKeyRing, type KeyRingStore } from '../keys/key-ring';
import { stored } from './kvs-failure';

const SECRET = 'key-ring';

/** The key ring in Forge's secret storage: one record, so that authentication reads once. */
export const kvsKeyRingStore: KeyRingStore = {
  read: async () => {
    const value: unknown = await stored('key ring', () => kvs.getSecret(SECRET));
    if (value === undefined) return undefined;
    const ring = parseKeyRing(value);
    if (ring === undefined) throw new StorageUnavailable('key ring');
    return ring;
  },
  write: (ring) => stored('key ring', () => kvs.setSecret(SECRET, ring)),
};
