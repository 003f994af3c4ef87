import { openSpaceIds, type World } from './world';

/** Open spaces that a request is about: all, or those that it names by key, in any letter case, or by alias. */
export const selectedSpaceIds = (world: World, names: readonly string[] | undefined): readonly string[] => {
  const open = openSpaceIds(world);
  if (names === undefined) return open;
  return open.filter((id) => {
    const key = world.optIns.get(id)?.key ?? '';
    const { alias, isArchived = true } = world.spaces.get(id) ?? {};
    return names.some(
      (name) => name.toLowerCase() === key.toLowerCase() || (!isArchived && alias !== undefined && name === alias),
    );
  });
};

/** Whether any of these spaces is still there to be searched. */
export const isAnyThere = (world: World, spaceIds: readonly string[]): boolean =>
  spaceIds.some((id) => world.spaces.get(id)?.isArchived === false);
