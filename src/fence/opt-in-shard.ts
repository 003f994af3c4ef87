import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { exclusionsSchema, NO_EXCLUSIONS, type Exclusions } from './exclusions';

/**
 * The registry is kept in this many records. Four keep a registry of 10,000 spaces far below the 240 KiB that a value
 * may have, and its reading (about 24 units of 10 KB) inside 4,000 read units a minute at 120 searches a minute.
 * Changing the number would lose what is stored: it needs a migration.
 */
export const SHARD_COUNT = 4;

/** The JSON text of a shard's lines may have this many bytes: a value may have 240 KiB, and the version is in it too. */
export const MAX_SHARD_BYTES = 239 * 1024;

/**
 * The JSON text of what one space excludes may have this many bytes, so that nobody can fill the shards with the few spaces
 * that they administer. A space that was given more before there was such a limit keeps it.
 */
export const MAX_EXCLUSION_BYTES = 2048;

/** What a shard keeps of a space. */
export type SpaceEntry = {
  /** System key; absent for a closed space, which is kept for its exclusions alone. */
  readonly key?: string;
  readonly exclusions: Exclusions;
};

export type Shard = ReadonlyMap<string, SpaceEntry>;

export type OpenSpaceEntry = { readonly key: string; readonly exclusions: Exclusions };

/** Open spaces by id. */
export type OpenSpaces = ReadonlyMap<string, OpenSpaceEntry>;

/** Picks the shard of a space. Hashed, because ids share their low bits. */
export const shardOf = (spaceId: string): number =>
  createHash('sha256').update(spaceId).digest().readUInt8(0) % SHARD_COUNT;

/** First line of a shard: its format. It also keeps the shard of no space from being an empty text, which Forge refuses. */
const FORMAT = 'spaces-2';
/** The format before there were exclusions: lines of `id key`. */
const FORMER_FORMAT = 'spaces-1';
/** Stands for the key of a closed space; no key has it in it. */
const CLOSED = '!';
const [LABELS, TREES, BLOG_POSTS] = ['labels=', 'trees=', 'blogposts'];

/** Exclusions as words of a line, the same for the same exclusions; none for none. */
const toWords = ({ labels, trees, blogPosts }: Exclusions): readonly string[] => [
  ...(labels.length === 0 ? [] : [`${LABELS}${[...labels].sort().join(',')}`]),
  ...(trees.length === 0 ? [] : [`${TREES}${[...trees].sort().join(',')}`]),
  ...(blogPosts ? [BLOG_POSTS] : []),
];

export const isSameExclusions = (one: Exclusions, other: Exclusions): boolean =>
  toWords(one).join(' ') === toWords(other).join(' ');

/** What exclusions take of a shard, in bytes of JSON. */
export const exclusionBytes = (exclusions: Exclusions): number =>
  Buffer.byteLength(JSON.stringify(toWords(exclusions).join(' ')));

/** Whether there is anything to keep of a space. */
export const isWorthKeeping = ({ key, exclusions }: SpaceEntry): boolean =>
  key !== undefined || !isSameExclusions(exclusions, NO_EXCLUSIONS);

/**
 * Writes a shard as lines of `id key [labels=a,b] [trees=1,2] [blogposts]`, in the order of the ids: two thirds of what
 * JSON takes.
 *
 * @throws {RangeError} for an id or key that could not be read back: it would close the whole registry
 */
export const encodeShard = (shard: Shard): string => {
  const lines = [...shard]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { key, exclusions }]) => [id, key ?? CLOSED, ...toWords(exclusions)]);
  const isReadable = lines.flat().every((word) => /^\S+$/.test(word));
  if (!isReadable || [...shard.values()].some(({ key }) => key === CLOSED))
    throw new RangeError('not a space id or key');
  return [FORMAT, ...lines.map((words) => words.join(' '))].join('\n');
};

/** A shard with no space in it. */
export const EMPTY_SHARD = encodeShard(new Map());

const listAfter = (word: string, name: string): readonly string[] => word.slice(name.length).split(',');

const parseExclusions = (words: readonly string[]): Exclusions | undefined => {
  if (words.length === 0) return NO_EXCLUSIONS;
  const [labels, trees] = [LABELS, TREES].map((name) => {
    const word = words.find((each) => each.startsWith(name));
    return word === undefined ? [] : listAfter(word, name);
  });
  const parsed = v.safeParse(exclusionsSchema, { labels, trees, blogPosts: words.includes(BLOG_POSTS) });
  // Written again it must be the same: a word that is not understood could be a rule.
  return parsed.success && toWords(parsed.output).join(' ') === words.join(' ') ? parsed.output : undefined;
};

/** Reads what {@link encodeShard} wrote; a line of another shape yields `undefined` for the whole: never half a fence. */
export const decodeShard = (text: string): Shard | undefined => {
  const [format, ...lines] = text.split('\n');
  if (format !== FORMAT && format !== FORMER_FORMAT) return undefined;
  const shard = new Map<string, SpaceEntry>();
  for (const line of lines) {
    const [id, key, ...words] = line.split(' ');
    const exclusions = parseExclusions(words);
    if (id === undefined || id === '' || key === undefined || key === '' || exclusions === undefined) return undefined;
    if (format === FORMER_FORMAT && words.length > 0) return undefined;
    shard.set(id, key === CLOSED ? { exclusions } : { key, exclusions });
  }
  return shard;
};
