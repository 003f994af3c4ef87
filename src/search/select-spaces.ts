import type { OpenSpaces } from '../fence/opt-in-shard';
import { isSpaceKey } from '../fence/space-id';
import type { CallMeter } from './call-meter';
import type { SpaceDirectory } from './confluence-ports';
import type { OpenSpace } from './space-groups';

export type SelectedSpaces = {
  readonly spaces: readonly OpenSpace[];
  /** Some name is not an open space. Which of the possible reasons holds is nobody's business outside. */
  readonly someUnavailable: boolean;
};

const allOpen = (open: OpenSpaces): readonly OpenSpace[] => [...open].map(([id, { key }]) => ({ id, key }));

/**
 * Spaces by exact system key, else by key without regard to case where that is unambiguous. There are two of one key when
 * a space was purged and another one with its key was opened.
 */
const findByKey = (open: readonly OpenSpace[], name: string): readonly OpenSpace[] => {
  const exact = open.filter(({ key }) => key === name);
  if (exact.length > 0) return exact;
  const alike = open.filter(({ key }) => key.toLowerCase() === name.toLowerCase());
  return new Set(alike.map(({ key }) => key)).size === 1 ? alike : [];
};

/**
 * Picks the open spaces that a request names, or all of them. Names that are no system key may be aliases: those are
 * asked of Confluence in one call, which is made and counted alike whether such spaces exist or not.
 *
 * @throws {ConfluenceFailure}
 */
export const selectSpaces = async (
  open: OpenSpaces,
  names: readonly string[] | undefined,
  { directory, meter }: { readonly directory: SpaceDirectory; readonly meter: CallMeter },
): Promise<SelectedSpaces> => {
  const all = allOpen(open);
  if (names === undefined) return { spaces: all, someUnavailable: false };
  const wanted = [...new Set(names)];
  const byKey = new Map(wanted.map((name) => [name, findByKey(all, name)]));
  const unknown = wanted.filter((name) => byKey.get(name)?.length === 0);
  const askable = unknown.filter(isSpaceKey);
  const described = askable.length === 0 ? [] : await directory.findByName(askable);
  if (askable.length > 0) meter.spent(1 + askable.length);
  const byAlias = unknown.map((name) => {
    const found = described.find(
      ({ id, key, alias, status }) => open.has(id) && status === 'current' && (alias === name || key === name),
    );
    return found === undefined ? undefined : all.find(({ id }) => id === found.id);
  });
  const found = [...[...byKey.values()].flat(), ...byAlias].filter((space) => space !== undefined);
  return {
    spaces: [...new Map(found.map((space) => [space.id, space])).values()],
    someUnavailable: byAlias.includes(undefined),
  };
};
