import * as v from 'valibot';

/** What stays closed inside an open space. */
export type Exclusions = {
  /** Content with one of these labels; as {@link toLabelName} spells them. */
  readonly labels: readonly string[];
  /** Ids of pages: each with everything below it. */
  readonly trees: readonly string[];
  /** Every blog post. */
  readonly blogPosts: boolean;
};

export const NO_EXCLUSIONS: Exclusions = { labels: [], trees: [], blogPosts: false };

/** Labels, and trees, of one space, and of the site's default. */
const MAX_EXCLUSIONS = 20;
const MAX_LABEL_LENGTH = 255;

/** One spelling of a label: Confluence keeps them in small letters, and the same letter can be written in two ways. */
export const toLabelName = (label: string): string => label.normalize('NFC').toLowerCase();

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** No label has white space, a comma or a control character in it: what has could never exclude anything. */
const label = v.pipe(v.string(), v.transform(toLabelName), v.regex(/^[^\s,\p{C}]+$/u), v.maxLength(MAX_LABEL_LENGTH));
const pageId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_./-]{1,255}$/));

/** Reads exclusions from outside. Unknown members are refused: a rule that is not understood must not be dropped. */
export const exclusionsSchema = v.strictObject({
  labels: v.pipe(
    v.array(label),
    v.transform((values) => distinct(values)),
    v.maxLength(MAX_EXCLUSIONS),
  ),
  trees: v.pipe(
    v.array(pageId),
    v.transform((values) => distinct(values)),
    v.maxLength(MAX_EXCLUSIONS),
  ),
  blogPosts: v.boolean(),
});

/** Whether there are more of them than {@link exclusionsSchema} reads: such must never be stored. */
export const hasTooMany = ({ labels, trees }: Exclusions): boolean =>
  labels.length > MAX_EXCLUSIONS || trees.length > MAX_EXCLUSIONS;

/** What either excludes. */
export const uniteExclusions = (one: Exclusions, other: Exclusions): Exclusions => ({
  labels: distinct([...one.labels, ...other.labels]),
  trees: distinct([...one.trees, ...other.trees]),
  blogPosts: one.blogPosts || other.blogPosts,
});
