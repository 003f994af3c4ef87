import { createHash } from 'node:crypto';

/**
 * The registry is kept in this many records. Four keep a registry of 10,000 spaces far below the 240 KiB that a value
 * may have, and its reading (about 24 units of 10 KB) inside 4,000 read units a minute at 120 searches a minute.
 * Changing the number would lose what is stored: it needs a migration.
 */
export const SHARD_COUNT = 4;

/** Open spaces of one shard: space id → system key. */
export type OpenSpaces = ReadonlyMap<string, string>;

/** Picks the shard of a space. Hashed, because ids share their low bits. */
export const shardOf = (spaceId: string): number =>
  createHash('sha256').update(spaceId).digest().readUInt8(0) % SHARD_COUNT;

/** First line of a shard: its format. It also keeps the shard of no space from being an empty text, which Forge refuses. */
const FORMAT = 'spaces-1';

/**
 * Writes a shard as lines of `id key`, in the order of the ids: two thirds of what JSON takes.
 *
 * @throws {RangeError} for an id or key that could not be read back: it would close the whole registry
 */
export const encodeShard = (spaces: OpenSpaces): string => {
  if ([...spaces].flat().some((entry) => !/^\S+$/.test(entry))) throw new RangeError('not a space id or key');
  const lines = [...spaces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, key]) => `${id} ${key}`);
  return [FORMAT, ...lines].join('\n');
};

/** A shard with no space in it. */
export const EMPTY_SHARD = encodeShard(new Map());

/** Reads what {@link encodeShard} wrote; a line of another shape yields `undefined` for the whole: never half a fence. */
export const decodeShard = (text: string): OpenSpaces | undefined => {
  const [format, ...lines] = text.split('\n');
  if (format !== FORMAT) return undefined;
  const spaces = new Map<string, string>();
  for (const line of lines) {
    const [id, key, ...rest] = line.split(' ');
    if (id === undefined || id === '' || key === undefined || key === '' || rest.length > 0) return undefined;
    spaces.set(id, key);
  }
  return spaces;
};
