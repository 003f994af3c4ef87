import * as v from 'valibot';

const text = v.string();
const names = v.array(v.pipe(v.string(), v.nonEmpty()));

const space = v.strictObject({
  id: v.optional(text),
  name: v.optional(text),
  type: v.optional(v.picklist(['global', 'personal', 'collaboration', 'knowledge_base'])),
  status: v.optional(v.picklist(['current', 'archived'])),
  /** `null` takes the alias away. */
  alias: v.optional(v.nullable(v.pipe(text, v.regex(/^[A-Za-z0-9_.:-]{1,255}$/u, 'is not a space alias')))),
  admins: v.optional(names),
  description: v.optional(text),
  optedIn: v.optional(v.boolean()),
  blocked: v.optional(v.boolean()),
});

const page = v.strictObject({
  title: v.optional(v.pipe(text, v.nonEmpty())),
  /** Key of the space. */
  space: v.optional(text),
  storage: v.optional(text),
  type: v.optional(v.picklist(['page', 'blogpost'])),
  /** `null` moves the page to the top of its space. */
  parent: v.optional(v.nullable(text)),
  labels: v.optional(names),
  updated: v.optional(text),
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  status: v.optional(v.picklist(['current', 'archived', 'draft', 'trashed'])),
  restrictedTo: v.optional(names),
  author: v.optional(text),
});

/** The body of `PATCH /_local/site`; `null` deletes and purges. Unknown members are refused. */
export const sitePatchSchema = v.strictObject({
  spaces: v.optional(v.record(v.string(), v.nullable(space))),
  pages: v.optional(v.record(v.string(), v.nullable(page))),
});

export type SpacePatch = v.InferOutput<typeof space>;
export type PagePatch = v.InferOutput<typeof page>;
