import { describe, expect, it } from '@jest/globals';
import { readOpenSpaces } from '../../src/fence/opt-in-registry';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

describe('readOpenSpaces', () => {
  it('refuses a shard that is not what this app writes, in place of reading half a registry', async () => {
    const { store, shards } = createInMemoryShardStore();
    shards.set(1, { version: 1, spaces: 'spaces-1\n98308 ENG\nbroken' });
    await expect(readOpenSpaces(store)).rejects.toBeInstanceOf(StorageUnavailable);
  });
});
