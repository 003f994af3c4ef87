import * as v from 'valibot';

const page = v.object({
  id: v.string(),
  type: v.picklist(['page', 'blogpost']),
  title: v.string(),
  url: v.string(),
  space: v.object({ id: v.string(), key: v.string(), name: v.string() }),
  version: v.number(),
  labels: v.array(v.string()),
});
export type ShownPage = v.InferOutput<typeof page>;

export const searchReply = v.object({
  results: v.array(v.looseObject({ page, excerpts: v.array(v.object({ markdown: v.string() })) })),
  nextCursor: v.optional(v.string()),
});

export const readReply = v.object({
  page,
  markdown: v.string(),
  truncated: v.boolean(),
  nextCursor: v.optional(v.string()),
});

export const spacesReply = v.object({
  spaces: v.array(
    v.object({ id: v.string(), key: v.string(), name: v.string(), url: v.string(), optedInAt: v.string() }),
  ),
  nextCursor: v.optional(v.string()),
});

export const statusReply = v.object({
  paused: v.boolean(),
  spacesOptedIn: v.number(),
  limits: v.object({ maxResults: v.number(), maxChars: v.number() }),
});

export const problem = v.object({ code: v.string() });

export const refusable = v.looseObject({ refused: v.optional(v.string()), details: v.optional(v.unknown()) });

export const createdKey = v.object({ id: v.string(), secret: v.string(), expiresAt: v.string() });
