import * as v from 'valibot';

const text = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'));

const texts = v.array(text, 'must be a list of texts');

/** YAML and hand-written JSON give ids as numbers; beyond 2^53 a number would be rounded, so it must be quoted. */
const id = v.union(
  [text, v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String))],
  'must be text or a whole number up to 2^53',
);

const dateOrTime = /^\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d))?$/;

const moment = v.pipe(
  v.string('must be text'),
  v.check(
    (value) => dateOrTime.test(value) && !Number.isNaN(Date.parse(value)),
    'must be an RFC 3339 date or date-time with an offset',
  ),
  v.transform((value) => new Date(value).toISOString()),
);

/** Confluence titles end at 255 characters. */
const title = v.pipe(text, v.maxLength(255, 'must have at most 255 characters'));

/**
 * The metadata of a page, as front matter, `.json` files and `.jsonl` lines name it. `updated` may be a date and becomes
 * a UTC date-time.
 */
export const pageMetadata = {
  id: v.exactOptional(id),
  title: v.exactOptional(title),
  type: v.exactOptional(v.picklist(['page', 'blogpost'], 'must be "page" or "blogpost"')),
  parent: v.exactOptional(id),
  labels: v.exactOptional(texts),
  updated: v.exactOptional(moment),
  version: v.exactOptional(
    v.pipe(v.number('must be a number'), v.safeInteger('must be a whole number'), v.minValue(1, 'must be at least 1')),
  ),
  status: v.exactOptional(
    v.picklist(['current', 'archived', 'draft', 'trashed'], 'must be "current", "archived", "draft" or "trashed"'),
  ),
  restrictedTo: v.exactOptional(texts),
  author: v.exactOptional(text),
};

/** Front matter of a `.md` page, or the `.json` file beside a `.xhtml` page. */
export const pageMetadataSchema = v.strictObject(pageMetadata, 'must be an object of named members');

export type PageMetadata = v.InferOutput<typeof pageMetadataSchema>;

const body = v.string('must be text');

/**
 * A line of a `.jsonl` file. `path` says where the page was taken from (`guide/setup.md`): relative links in `markdown`
 * are followed by it.
 */
export const pageLineSchema = v.strictObject(
  {
    ...pageMetadata,
    title,
    space: text,
    storage: v.exactOptional(body),
    markdown: v.exactOptional(body),
    path: v.exactOptional(text),
  },
  'must be an object of named members',
);
