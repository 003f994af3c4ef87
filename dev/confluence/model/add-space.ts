import type { SpaceSource } from '../../content/site-content';
import { SiteContentError } from './site-content-error';
import type { SiteDraft } from './site-draft';
import type { Space } from './site-state';

/** What a key may look like; personal spaces begin with `~`. @see confluence.atlassian.com/doc/space-keys-829076188.html */
const SPACE_KEY = /^~?[A-Za-z0-9_.:-]{1,255}$/u;

/**
 * Adds a space as it is written down.
 * @throws {SiteContentError} on a malformed or taken key, or an id that is taken or no number
 */
export const addSpace = (draft: SiteDraft, source: SpaceSource, createdAt: string): Space => {
  const { key } = source;
  if (!SPACE_KEY.test(key)) throw new SiteContentError(`space "${key}": not a space key`);
  if (draft.spaceByKey(key) !== undefined) throw new SiteContentError(`space ${key} is there already`);
  const id = source.id === undefined ? draft.nextId() : assertNumeric(source.id, key);
  if (draft.isTaken(id)) throw new SiteContentError(`space ${key}: the id ${id} is taken`);
  const space: Space = {
    id,
    key,
    ...(source.alias === undefined ? {} : { alias: source.alias }),
    name: source.name ?? key,
    type: source.type ?? (key.startsWith('~') ? 'personal' : 'global'),
    status: source.status ?? 'current',
    adminIds: source.admins ?? [],
    description: source.description ?? '',
    optedIn: source.optedIn ?? false,
    blocked: source.blocked ?? false,
    createdAt,
  };
  draft.putSpace(space);
  return space;
};

const assertNumeric = (id: string, key: string): string => {
  if (/^[1-9]\d{0,14}$/u.test(id)) return id;
  throw new SiteContentError(`space ${key}: id "${id}" is not a number (v1 answers space.id as a number)`);
};
