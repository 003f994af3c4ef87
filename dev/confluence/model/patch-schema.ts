import * as v from 'valibot';
import { pageMetadata } from '../../content/page-members';
import { spaceMembersSchema } from '../../content/space-members';

const alias = v.pipe(v.string('must be text'), v.regex(/^[A-Za-z0-9_.:-]{1,255}$/u, 'is not a space alias'));
const text = v.string('must be text');

/** To valibot a list is an object without members, which would be a patch that silently changes nothing. */
const noList = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), 'must be an object, not a list'),
);

const space = v.strictObject({
  ...spaceMembersSchema.entries,
  /** `null` takes the alias away. */
  alias: v.exactOptional(v.nullable(alias)),
});

const page = v.strictObject({
  ...pageMetadata,
  /** `null` moves the page to the top of its space. */
  parent: v.exactOptional(v.nullable(pageMetadata.parent.wrapped)),
  /** Key of the space. */
  space: v.exactOptional(text),
  storage: v.exactOptional(text),
  markdown: v.exactOptional(text),
});

/** The body of `PATCH /_local/site`; `null` deletes and purges. Unknown members are refused. */
export const sitePatchSchema = v.pipe(
  noList,
  v.strictObject({
    spaces: v.exactOptional(v.pipe(noList, v.record(v.string(), v.nullable(v.pipe(noList, space))))),
    pages: v.exactOptional(v.pipe(noList, v.record(v.string(), v.nullable(v.pipe(noList, page))))),
  }),
);

export type SpacePatch = v.InferOutput<typeof space>;
export type PagePatch = v.InferOutput<typeof page>;
