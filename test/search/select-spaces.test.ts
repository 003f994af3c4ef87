import { describe, expect, it } from '@jest/globals';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import type { OpenSpaces } from '../../src/fence/opt-in-shard';
import { createCallMeter } from '../../src/search/call-meter';
import { selectSpaces } from '../../src/search/select-spaces';

const open = (...spaces: readonly (readonly [string, string])[]): OpenSpaces =>
  new Map(spaces.map(([id, key]) => [id, { key, exclusions: NO_EXCLUSIONS }]));

const idsOf = async (spaces: OpenSpaces, ...names: readonly string[]) => {
  const directory = {
    findByName: () => Promise.resolve([]),
    findById: () => Promise.resolve([]),
    findBlocked: () => Promise.resolve(new Set<string>()),
  };
  const { spaces: selected } = await selectSpaces(spaces, names, { directory, meter: createCallMeter() });
  return selected.map(({ id }) => id);
};

describe('selectSpaces', () => {
  it('finds a space by its key in any letter case', async () => {
    expect(await idsOf(open(['1', 'ENG'], ['2', 'DOCS']), 'eng')).toEqual(['1']);
  });

  it('prefers the key as it is written, and takes none where letter case alone tells two keys apart', async () => {
    expect(await idsOf(open(['1', 'ENG'], ['2', 'Eng']), 'Eng')).toEqual(['2']);
    expect(await idsOf(open(['1', 'ENG'], ['2', 'Eng']), 'eng')).toEqual([]);
  });

  it.each(['ENG', 'eng'])('finds %s when the key of a purged space has a new owner that is open too', async (name) => {
    expect(await idsOf(open(['1', 'ENG'], ['2', 'ENG']), name)).toEqual(['1', '2']);
  });
});
