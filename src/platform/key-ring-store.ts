import { kvs } from '@forge/kvs';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { readStoredRing, type KeyRingStore } from '../keys/key-ring';
import { stored } from './kvs-failure';

const SECRET = 'key-ring';

/** The key ring in Forge's secret storage: one record, so that authentication reads once. */
export const kvsKeyRingStore: KeyRingStore = {
  read: async () => {
    const ring = readStoredRing(await stored('key ring', () => kvs.getSecret(SECRET)));
    if (ring === 'unusable') throw new StorageUnavailable('key ring');
    return ring;
  },
  write: (ring) => stored('key ring', () => kvs.setSecret(SECRET, ring)),
};
