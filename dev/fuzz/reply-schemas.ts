import * as v from 'valibot';

/*
 * The replies as docs/http-api.md describes them. Written from the document, without any code of the app, so that both can
 * be held against it; `strictObject`, because a member that is not documented is one too many.
 */

const requestId = v.string();
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(v.string(), v.isoTimestamp());
const cursor = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(16_000)));

const page = v.strictObject({
  id: v.string(),
  type: v.picklist(['page', 'blogpost']),
  title: v.string(),
  url: v.string(),
  space: v.strictObject({ id: v.string(), key: v.string(), name: v.string() }),
  version: whole,
  updatedAt: moment,
  labels: v.array(v.string()),
});

const outline = v.array(
  v.strictObject({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)), text: v.string() }),
);

const notes = v.array(
  v.strictObject({
    code: v.picklist([
      'space_not_available',
      'space_blocked_by_policy',
      'query_relaxed',
      'nothing_matched',
      'excerpts_cut',
      'page_without_text',
      'partial',
    ]),
    message: v.string(),
  }),
);

export const searchReply = v.strictObject({
  requestId,
  operation: v.literal('search'),
  results: v.array(
    v.strictObject({
      page,
      matched: v.picklist(['phrase', 'title', 'all', 'some']),
      excerpts: v.array(v.strictObject({ markdown: v.string(), headingPath: v.array(v.string()), url: v.string() })),
      outline: v.exactOptional(outline),
    }),
  ),
  nextCursor: cursor,
  coverage: v.strictObject({
    spacesSearched: whole,
    spacesOptedIn: whole,
    confluenceCalls: whole,
    points: whole,
    answeredBy: v.picklist(['phrase', 'any-word', 'rare-words']),
  }),
  notes,
});

export const readReply = v.strictObject({
  requestId,
  operation: v.literal('read'),
  page,
  markdown: v.string(),
  outline,
  truncated: v.boolean(),
  nextCursor: cursor,
  coverage: v.strictObject({ confluenceCalls: whole, points: whole }),
  notes,
});

export const spacesReply = v.strictObject({
  requestId,
  operation: v.literal('spaces'),
  spaces: v.array(
    v.strictObject({
      id: v.string(),
      key: v.string(),
      name: v.string(),
      url: v.string(),
      type: v.string(),
      optedInAt: moment,
    }),
  ),
  nextCursor: cursor,
});

export const statusReply = v.strictObject({
  requestId,
  operation: v.literal('status'),
  api: v.literal('v1'),
  app: v.strictObject({ version: v.string() }),
  site: v.strictObject({ url: v.string() }),
  paused: v.boolean(),
  spacesOptedIn: whole,
  key: v.strictObject({ createdAt: moment, expiresAt: moment }),
  limits: v.strictObject({ requestsPerMinute: whole, pointsPerHour: whole, maxResults: whole, maxChars: whole }),
});

export const problemReply = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: whole,
  code: v.string(),
  detail: v.string(),
  requestId: v.exactOptional(requestId),
  errors: v.exactOptional(v.pipe(v.array(v.strictObject({ pointer: v.string(), detail: v.string() })), v.minLength(1))),
});

/** Codes by status: the table "Errors", without those of 500 and above, which no request may cause. */
export const CODES_BY_STATUS: ReadonlyMap<number, readonly string[]> = new Map([
  [400, ['invalid_request']],
  [401, ['unauthorized']],
  [403, ['access_paused', 'no_space_available']],
  [404, ['page_not_available']],
  [405, ['method_not_allowed']],
  [409, ['request_replayed']],
  [413, ['payload_too_large']],
  [415, ['unsupported_media_type']],
  [429, ['rate_limited']],
]);
