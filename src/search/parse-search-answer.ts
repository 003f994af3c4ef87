import * as v from 'valibot';
import { CONTENT_TYPES } from '../contract/search-api';
import { parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from './confluence-failure';

/** A hit of Confluence's search, with everything that the content itself carries. */
export type ContentHit = {
  readonly id: string;
  readonly type: (typeof CONTENT_TYPES)[number];
  readonly status: string;
  readonly title: string;
  readonly spaceId: string;
  readonly spaceKey: string;
  readonly spaceName: string;
  readonly spaceStatus: string;
  readonly version: number;
  /** RFC 3339. */
  readonly updatedAt: string;
  /** Absent when Confluence did not tell, or not all of them. */
  readonly labels?: readonly string[];
  /** Ids of the pages above, the topmost first; absent when Confluence did not tell. */
  readonly ancestors?: readonly string[];
  /** Body in storage format; absent when Confluence could not give it. */
  readonly storage?: string;
  /** Path below the site's `/wiki`. */
  readonly webPath: string;
};

export type SearchAnswer = {
  readonly hits: readonly ContentHit[];
  /** Every result, of whatever kind: what the call was charged for. */
  readonly resultCount: number;
  readonly nextCursor?: string;
  /** Address of the site's `/wiki`, without a slash at its end. */
  readonly webBase: string;
};

const answer = v.object({
  results: v.array(v.unknown()),
  _links: v.object({ base: v.pipe(v.string(), v.url()), next: v.optional(v.string()) }),
});

const contentId = v.union([v.string(), v.number()]);

const hit = v.object({
  content: v.object({
    id: contentId,
    type: v.picklist(CONTENT_TYPES),
    status: v.string(),
    title: v.string(),
    space: v.object({
      id: v.union([v.string(), v.number()]),
      key: v.string(),
      name: v.optional(v.string(), ''),
      status: v.string(),
    }),
    version: v.object({ number: v.number(), when: v.pipe(v.string(), v.isoTimestamp()) }),
    metadata: v.optional(
      v.object({
        labels: v.optional(
          v.object({ results: v.array(v.object({ name: v.string() })), limit: v.optional(v.number(), Infinity) }),
        ),
      }),
    ),
    ancestors: v.optional(v.array(v.object({ id: contentId }))),
    body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) })),
    _links: v.optional(v.object({ webui: v.optional(v.string()) })),
  }),
  url: v.optional(v.string(), ''),
});

/** Reads one result; `undefined` for a hit of another kind (a space, a user) or without what the gate must know. */
const parseHit = (value: unknown): ContentHit | undefined => {
  const parsed = v.safeParse(hit, value);
  if (!parsed.success) return undefined;
  const { content, url } = parsed.output;
  const spaceId = parseSpaceId(content.space.id);
  if (spaceId === undefined) return undefined;
  const storage = content.body?.storage?.value;
  const { labels } = content.metadata ?? {};
  // As many as were asked for at most: there may be more.
  const areAllLabels = labels !== undefined && labels.results.length < labels.limit;
  return {
    id: String(content.id),
    type: content.type,
    status: content.status,
    title: content.title,
    spaceId,
    spaceKey: content.space.key,
    spaceName: content.space.name,
    spaceStatus: content.space.status,
    version: content.version.number,
    updatedAt: content.version.when,
    ...(areAllLabels ? { labels: labels.results.map(({ name }) => name) } : {}),
    ...(content.ancestors === undefined ? {} : { ancestors: content.ancestors.map(({ id }) => String(id)) }),
    ...(storage === undefined ? {} : { storage }),
    webPath: content._links?.webui ?? url,
  };
};

const CURSOR_BASE = 'https://cursor.invalid';

/** `_links.next` lacks `/wiki` on the v1 API; only its cursor matters, the rest of the request is built anew. */
const parseNextCursor = (next: string | undefined): string | undefined => {
  if (next === undefined || !URL.canParse(next, CURSOR_BASE)) return undefined;
  return new URL(next, CURSOR_BASE).searchParams.get('cursor') ?? undefined;
};

/**
 * Reads the answer of `GET /wiki/rest/api/search`.
 *
 * @throws {ConfluenceFailure} `unusable-answer` when it is not a search answer at all
 */
export const parseSearchAnswer = (value: unknown): SearchAnswer => {
  const parsed = v.safeParse(answer, value);
  if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
  const { results, _links } = parsed.output;
  const nextCursor = parseNextCursor(_links.next);
  return {
    hits: results.map(parseHit).filter((parsedHit) => parsedHit !== undefined),
    resultCount: results.length,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    webBase: _links.base.replace(/\/+$/, ''),
  };
};
