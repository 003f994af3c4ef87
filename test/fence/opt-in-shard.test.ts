import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_EXCLUSIONS, type Exclusions } from '../../src/fence/exclusions';
import { decodeShard, encodeShard, shardOf, SHARD_COUNT, type SpaceEntry } from '../../src/fence/opt-in-shard';
import { exclusions } from './exclusion-arbitraries';

const UNIT_BYTES = 10 * 1024;
const MAX_VALUE_BYTES = 240 * 1024;
const READ_UNITS_PER_MINUTE = 4000;
const SEARCHES_PER_MINUTE = 120;
/** Keys, three policy records, four counters: one unit each. */
const OTHER_UNITS = 8;

const spaceIds = fc.stringMatching(/^[0-9]{1,12}$/);
const spaceKeys = fc.stringMatching(/^~?[A-Za-z0-9_.:-]{1,40}$/);

const spaceEntries: fc.Arbitrary<SpaceEntry> = fc.oneof(
  fc.record({ key: spaceKeys, exclusions }),
  fc.record({ exclusions }),
);

/** The order of a list says nothing. */
const sorted = ({ labels, trees, blogPosts }: Exclusions): Exclusions => ({
  labels: [...labels].sort(),
  trees: [...trees].sort(),
  blogPosts,
});

describe('encodeShard and decodeShard', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(fc.dictionary(spaceIds, spaceEntries), (spaces) => {
        const map = new Map(
          Object.entries(spaces).map(
            ([id, entry]) => [id, { ...entry, exclusions: sorted(entry.exclusions) }] as const,
          ),
        );
        expect(decodeShard(encodeShard(map))).toEqual(map);
      }),
    );
  });

  it('read the format of before there were exclusions', () => {
    expect(decodeShard('spaces-1\n98308 ENG\n98309 DOCS')).toEqual(
      new Map([
        ['98308', { key: 'ENG', exclusions: NO_EXCLUSIONS }],
        ['98309', { key: 'DOCS', exclusions: NO_EXCLUSIONS }],
      ]),
    );
  });

  it.each([
    '',
    'spaces-1\n98308',
    'spaces-1\n ENG',
    'spaces-1\n98308 ENG DOCS',
    'spaces-1\n98308 ENG labels=secret',
    'spaces-1\n98308 ENG\n',
    'spaces-2\n98308',
    'spaces-2\n98308 ENG DOCS',
    'spaces-2\n98308 ENG labels=',
    'spaces-2\n98308 ENG labels=Secret',
    'spaces-2\n98308 ENG labels=a labels=b',
    'spaces-2\n98308 ENG labels=a,a',
    'spaces-2\n98308 ENG trees=1,,2',
    'spaces-2\n98308 ENG trees=1 labels=a',
    'spaces-2\n98308 ENG blogposts blogposts',
    'spaces-2\n98308 ENG people=maya',
    `spaces-2\n98308 ENG trees=${Array.from({ length: 21 }, (_, index) => 10 + index).join(',')}`,
    'spaces-3\n98308 ENG',
    '98308 ENG',
  ])('read nothing of %j', (text) => {
    expect(decodeShard(text)).toBeUndefined();
  });

  it.each([
    ['12 34', 'ENG'],
    ['12', 'E NG'],
    ['12', ''],
    ['12', '!'],
    ['', 'ENG'],
  ])('write no space %j with the key %j', (id, key) => {
    expect(() => encodeShard(new Map([[id, { key, exclusions: NO_EXCLUSIONS }]]))).toThrow(RangeError);
  });
});

describe('a registry of 10,000 spaces', () => {
  const shards = Array.from({ length: SHARD_COUNT }, () => new Map<string, SpaceEntry>());
  // Ids as Confluence gives them: ten digits, near each other, sharing their low bits.
  for (let index = 0; index < 10_000; index += 1) {
    const id = String(3_276_800_000 + index * 32);
    shards[shardOf(id)]?.set(id, { key: `SPACE${index}`, exclusions: NO_EXCLUSIONS });
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
