import { describe, expect, it } from '@jest/globals';
import { groupSpaces, MAX_SPACES_PER_QUERY } from '../../src/search/space-groups';

const spaces = (count: number, key = (index: number): string => `S${index}`) =>
  Array.from({ length: count }, (_, index) => ({ id: String(100_000 + index), key: key(index) }));

describe('groupSpaces', () => {
  it('puts 400 spaces into one query and the next one into a second', () => {
    expect(groupSpaces(spaces(MAX_SPACES_PER_QUERY)).groups).toHaveLength(1);
    expect(groupSpaces(spaces(MAX_SPACES_PER_QUERY + 1)).groups.map((group) => group.length)).toEqual([400, 1]);
  });

  it('makes at most four queries and counts the spaces that none of them reaches', () => {
    const { groups, leftOut } = groupSpaces(spaces(10_000));
    expect(groups.map((group) => group.length)).toEqual([400, 400, 400, 400]);
    expect(leftOut).toBe(8_400);
  });

  it('makes queries with fewer spaces where the keys are long', () => {
    const { groups, leftOut } = groupSpaces(spaces(200, (index) => `~${String(index).padStart(60, '7')}`));
    expect(leftOut).toBe(0);
    for (const group of groups) {
      expect(encodeURIComponent(group.map(({ key }) => `"${key}"`).join(',')).length).toBeLessThan(7_000);
    }
  });

  it('has no query for no space', () => {
    expect(groupSpaces([])).toEqual({ groups: [], leftOut: 0 });
  });

  it('groups in the order of the ids, whatever order they come in', () => {
    const all = spaces(900);
    expect(groupSpaces([...all].reverse())).toEqual(groupSpaces(all));
  });
});
