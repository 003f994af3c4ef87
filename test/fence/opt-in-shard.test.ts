import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeShard, encodeShard, shardOf, SHARD_COUNT } from '../../src/fence/opt-in-shard';

const UNIT_BYTES = 10 * 1024;
const MAX_VALUE_BYTES = 240 * 1024;
const READ_UNITS_PER_MINUTE = 4000;
const SEARCHES_PER_MINUTE = 120;
/** Keys, two policy records, four counters: one unit each. */
const OTHER_UNITS = 7;

const spaceIds = fc.stringMatching(/^[0-9]{1,12}$/);
const spaceKeys = fc.stringMatching(/^~?[A-Za-z0-9_.:-]{1,40}$/);

describe('encodeShard and decodeShard', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(fc.dictionary(spaceIds, spaceKeys), (spaces) => {
        const map = new Map(Object.entries(spaces));
        expect(decodeShard(encodeShard(map))).toEqual(map);
      }),
    );
  });

  it.each(['', 'spaces-1\n98308', 'spaces-1\n ENG', 'spaces-1\n98308 ENG DOCS', 'spaces-1\n98308 ENG\n', '98308 ENG'])(
    'read nothing of %j',
    (text) => {
      expect(decodeShard(text)).toBeUndefined();
    },
  );
});

describe('a registry of 10,000 spaces', () => {
  const shards = Array.from({ length: SHARD_COUNT }, () => new Map<string, string>());
  // Ids as Confluence gives them: ten digits, near each other, sharing their low bits.
  for (let index = 0; index < 10_000; index += 1) {
    const id = String(3_276_800_000 + index * 32);
    shards[shardOf(id)]?.set(id, `SPACE${index}`);
  }
  const sizes = shards.map((shard) =>
    Buffer.byteLength(JSON.stringify({ version: 10_000, spaces: encodeShard(shard) })),
  );

  it('fits the size of a value, three times over', () => {
    expect(Math.max(...sizes)).toBeLessThan(MAX_VALUE_BYTES / 3);
  });

  it('can be read 120 times a minute within the read units of the platform', () => {
    const units = sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / UNIT_BYTES), 0);
    expect((units + OTHER_UNITS) * SEARCHES_PER_MINUTE).toBeLessThanOrEqual(READ_UNITS_PER_MINUTE);
  });
});
