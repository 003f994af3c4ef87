import { beforeAll, describe, expect, it } from '@jest/globals';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { encodeShard, shardOf, SHARD_COUNT, type SpaceEntry } from '../../src/fence/opt-in-shard';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const COUNT = 10_000;
const MATCHING_EVERY = 400;
const key = (index: number): string => `S${String(index).padStart(5, '0')}`;
const content = contentFile(
  Array.from({ length: COUNT }, (_, index) => ({
    space: key(index),
    title: `Page ${index}`,
    storage: `<p>${index % MATCHING_EVERY === 0 ? 'zebra' : 'filler'}</p>`,
  })),
);

const { site, search } = useRunningSite({ contentPaths: [content], open: 'none' });

// Opening 10,000 spaces one by one would take minutes: the registry is written as the app would have left it.
beforeAll(() => {
  const shards = Array.from({ length: SHARD_COUNT }, () => new Map<string, SpaceEntry>());
  for (const { id, key: spaceKey } of site().confluence.spaces())
    shards[shardOf(id)]?.set(id, { key: spaceKey, exclusions: NO_EXCLUSIONS });
  for (const [shard, spaces] of shards.entries()) {
    site().platform.callStorage('/api/v1/entity/set', {
      entityName: 'opt-in-shard',
      key: `shard-${shard}`,
      value: { version: 1, spaces: encodeShard(spaces) },
    });
  }
});

describe('10,000 open spaces', () => {
  it('are searched as far as four queries reach, and the reply says that it is partial', async () => {
    const answer = await search('zebra', { limit: 25 });
    expect(foundPages(answer).coverage).toMatchObject({ confluenceCalls: 4, spacesSearched: 1_600 });
    expect(answer.body).toMatchObject({ coverage: { spacesOptedIn: COUNT } });
    expect(notesIn(answer)).toContain('partial');
    expect(titlesIn(answer).length).toBeGreaterThan(0);
  });

  it('are searched by name with one call', async () => {
    const spaces = Array.from({ length: 100 }, (_, index) => key(COUNT - 1 - index));
    spaces[0] = key(COUNT - MATCHING_EVERY);
    const answer = await search('zebra', { spaces });
    expect(titlesIn(answer)).toEqual([`Page ${COUNT - MATCHING_EVERY}`]);
    expect(foundPages(answer).coverage).toMatchObject({ confluenceCalls: 1, spacesSearched: 100 });
  });

  it('leave room for 120 searches a minute in the read units of storage', async () => {
    const before = site().platform.readUnits().total;
    for (let index = 0; index < 5; index += 1) await search('zebra', { spaces: [key(0)] });
    const each = (site().platform.readUnits().total - before) / 5;
    expect(each).toBeGreaterThan(10);
    expect(each * 120).toBeLessThanOrEqual(4_000);
  });

  it('are asked for in addresses below 8 KB', () => {
    const lengths = site()
      .platform.calls()
      .filter(({ to }) => to === 'confluence')
      .map(({ path }) => path.length);
    expect(Math.max(...lengths)).toBeGreaterThan(5_000);
    expect(Math.max(...lengths)).toBeLessThan(8_192);
  });
});
