import { addSpace } from './add-space';
import type { SpacePatch } from './patch-schema';
import { SiteContentError } from './site-content-error';
import type { SiteDraft } from './site-draft';
import type { Space } from './site-state';

/**
 * Changes, makes or purges the space with a key. A purged space takes its content along; its key may then be taken by
 * a new space, which gets a new id. @see RFC-54: a key returns only after its space was deleted and purged
 * @throws {SiteContentError}
 */
export const patchSpace = (draft: SiteDraft, key: string, change: SpacePatch | null, now: string): void => {
  const space = draft.spaceByKey(key);
  if (change === null) {
    if (space === undefined) throw new SiteContentError(`spaces.${key}: there is no such space`);
    draft.removeSpace(space);
    return;
  }
  if (space === undefined) {
    const { alias, ...members } = change;
    addSpace(draft, { key, ...members, ...(typeof alias === 'string' ? { alias } : {}) }, now);
    return;
  }
  if (change.id !== undefined && change.id !== space.id) {
    throw new SiteContentError(`spaces.${key}.id: an id never changes`);
  }
  draft.putSpace(changed(space, change));
};

const changed = (space: Space, { admins, alias: newAlias, ...members }: SpacePatch): Space => {
  const { alias: oldAlias, ...kept } = space;
  const alias = newAlias === undefined ? oldAlias : newAlias;
  return {
    ...kept,
    ...members,
    ...(typeof alias === 'string' ? { alias } : {}),
    adminIds: admins ?? space.adminIds,
  };
};
