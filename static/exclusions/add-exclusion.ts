import { MAX_EXCLUSIONS } from './max-exclusions';

/** Adds a label, or the id of a page, unless it is there already or there is no room for it. */
export const addExclusion = (excluded: readonly string[], added: string): readonly string[] =>
  excluded.includes(added) || excluded.length >= MAX_EXCLUSIONS ? excluded : [...excluded, added];
