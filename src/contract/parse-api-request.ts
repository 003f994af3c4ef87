import * as v from 'valibot';
import { CONTENT_TYPES, OPERATIONS, type ApiRequest } from './search-api';

export type MemberError = {
  /** JSON pointer (RFC 6901) to the member. */
  readonly pointer: string;
  readonly detail: string;
};

export type ParsedApiRequest =
  | { readonly kind: 'request'; readonly request: ApiRequest }
  | { readonly kind: 'invalid'; readonly errors: readonly MemberError[] };

const MAX_ERRORS = 20;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Confluence's ids of content are digits. */
const CONTENT_ID = /^\d{1,64}$/;
/** What `read` takes: content of the local site may have been given other ids. */
const PAGE_ID = /^[A-Za-z0-9_./-]{1,255}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

const requestId = v.pipe(
  v.string('must be a string'),
  v.regex(UUID, 'must be a UUID'),
  // One spelling: a replay must not pass by a change of letter case.
  v.transform((text) => text.toLowerCase()),
);

const text = (min: number, max: number) => {
  const rule = `must have ${min} to ${max} characters`;
  return v.pipe(v.string('must be a string'), v.minLength(min, rule), v.maxLength(max, rule));
};

/** Confluence keeps labels in small letters. */
const label = v.pipe(
  text(1, 255),
  v.transform((value) => value.toLowerCase()),
);

const wholeNumber = (min: number, max: number, fallback: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return v.optional(v.pipe(v.number(rule), v.integer(rule), v.minValue(min, rule), v.maxValue(max, rule)), fallback);
};

const listOf = (item: v.GenericSchema<unknown, string>, max: number) =>
  v.pipe(v.array(item, 'must be an array'), v.maxLength(max, `must have at most ${max} items`));

/** Whether the day exists: `Date.parse` would take a 30 February for a 2 March. */
const dayExists = (value: string): boolean => {
  const day = value.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isFinite(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

/** An RFC 3339 date (its first moment in UTC) or date-time, as milliseconds since the epoch. */
const instant = v.pipe(
  v.string('must be a string'),
  v.check((value) => DATE.test(value) || DATE_TIME.test(value), 'must be an RFC 3339 date or date-time'),
  v.check(dayExists, 'must be a date that exists'),
  v.transform((value) => Date.parse(value.replace(' ', 'T').toUpperCase())),
  v.check((ms) => Number.isFinite(ms), 'must be a date that exists'),
);

const search = v.strictObject({
  requestId,
  operation: v.literal('search'),
  query: text(1, 1000),
  spaces: v.optional(v.pipe(listOf(text(1, 255), 100), v.minLength(1, 'must name at least one space'))),
  types: v.optional(
    v.pipe(
      v.array(v.picklist(CONTENT_TYPES, `must be one of ${CONTENT_TYPES.join(', ')}`), 'must be an array'),
      v.minLength(1, 'must name at least one type'),
      v.maxLength(CONTENT_TYPES.length, `must have at most ${CONTENT_TYPES.length} items`),
    ),
    [...CONTENT_TYPES],
  ),
  labels: v.optional(
    v.pipe(
      v.unknown(),
      // To valibot a list is an object without members.
      v.check((value) => !Array.isArray(value), 'must be an object'),
      v.strictObject(
        {
          any: v.optional(listOf(label, 20), []),
          none: v.optional(listOf(label, 20), []),
        },
        'must be an object',
      ),
    ),
    {},
  ),
  updatedAfter: v.optional(instant),
  updatedBefore: v.optional(instant),
  under: v.optional(v.pipe(v.string('must be a string'), v.regex(CONTENT_ID, 'must be a page id'))),
  limit: wholeNumber(1, 25, 10),
  cursor: v.optional(text(1, 16_000)),
  excerptsPerPage: wholeNumber(1, 5, 3),
  maxChars: wholeNumber(500, 50_000, 12_000),
  maxCharsPerPage: wholeNumber(200, 20_000, 2_000),
  outline: v.optional(v.boolean('must be true or false'), false),
});

const read = v.strictObject({
  requestId,
  operation: v.literal('read'),
  pageId: v.pipe(v.string('must be a string'), v.regex(PAGE_ID, 'must be a page id')),
  // Headings have six levels.
  section: v.optional(listOf(text(1, 1000), 6), []),
  maxChars: wholeNumber(500, 200_000, 20_000),
  cursor: v.optional(text(1, 16_000)),
});

const spaces = v.strictObject({
  requestId,
  operation: v.literal('spaces'),
  limit: wholeNumber(1, 250, 100),
  cursor: v.optional(text(1, 16_000)),
});

const status = v.strictObject({ requestId, operation: v.literal('status') });

const apiRequest = v.variant('operation', [search, read, spaces, status], `must be one of ${OPERATIONS.join(', ')}`);

const toPointer = (path: readonly { readonly key: unknown }[] | undefined): string =>
  (path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const toMemberError = (issue: v.BaseIssue<unknown>): MemberError => {
  const pointer = toPointer(issue.path);
  if (pointer === '') return { pointer, detail: 'must be a JSON object' };
  if (issue.type === 'strict_object' && issue.expected === 'never') return { pointer, detail: 'is not known' };
  if (issue.type === 'strict_object' && issue.received === 'undefined') return { pointer, detail: 'is required' };
  return { pointer, detail: issue.message };
};

/** One error a member: what else is wrong with it follows from the first. */
const firstByMember = (errors: readonly MemberError[]): readonly MemberError[] =>
  [...new Map([...errors].reverse().map((error) => [error.pointer, error])).values()].reverse();

/**
 * Parses the JSON value of an authenticated request. Unknown members are refused by name; details never repeat what the
 * caller sent, so that they may be shown anywhere.
 */
export const parseApiRequest = (value: unknown): ParsedApiRequest => {
  const result = v.safeParse(apiRequest, value);
  if (result.success) return { kind: 'request', request: result.output };
  return { kind: 'invalid', errors: firstByMember(result.issues.map(toMemberError)).slice(0, MAX_ERRORS) };
};
