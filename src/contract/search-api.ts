/** The wire shapes of the web trigger: docs/http-api.md says what each member means and which limits it has. */

export const OPERATIONS = ['search', 'read', 'spaces', 'status'] as const;

export const CONTENT_TYPES = ['page', 'blogpost'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export type SearchRequest = {
  readonly requestId: string;
  readonly operation: 'search';
  readonly query: string;
  readonly spaces?: readonly string[] | undefined;
  readonly types: readonly ContentType[];
  readonly labels: { readonly any: readonly string[]; readonly none: readonly string[] };
  /** Milliseconds since the epoch. */
  readonly updatedAfter?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly updatedBefore?: number | undefined;
  readonly under?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly excerptsPerPage: number;
  readonly maxChars: number;
  readonly maxCharsPerPage: number;
  readonly outline: boolean;
};

export type ReadRequest = {
  readonly requestId: string;
  readonly operation: 'read';
  readonly pageId: string;
  /** A heading path; empty: the whole page. */
  readonly section: readonly string[];
  readonly maxChars: number;
  readonly cursor?: string | undefined;
};

export type SpacesRequest = {
  readonly requestId: string;
  readonly operation: 'spaces';
  readonly limit: number;
  readonly cursor?: string | undefined;
};

export type StatusRequest = { readonly requestId: string; readonly operation: 'status' };

export type ApiRequest = SearchRequest | ReadRequest | SpacesRequest | StatusRequest;

/** How much of the query a page answers. */
export type Matched = 'phrase' | 'all' | 'some' | 'title';

export type OutlineHeading = { readonly level: number; readonly text: string };

export type Excerpt = {
  readonly markdown: string;
  /** Headings above the passage, outermost first. */
  readonly headingPath: readonly string[];
  readonly url: string;
};

export type PageDescription = {
  readonly id: string;
  readonly type: ContentType;
  readonly title: string;
  readonly url: string;
  readonly space: { readonly id: string; readonly key: string; readonly name: string };
  readonly version: number;
  readonly updatedAt: string;
  readonly labels: readonly string[];
};

export type SearchResult = {
  readonly page: PageDescription;
  readonly matched: Matched;
  readonly excerpts: readonly Excerpt[];
  readonly outline?: readonly OutlineHeading[];
};

export const NOTE_CODES = [
  'space_not_available',
  'space_blocked_by_policy',
  'query_relaxed',
  'nothing_matched',
  'excerpts_cut',
  'page_without_text',
  'partial',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];
export type Note = { readonly code: NoteCode; readonly message: string };

/** Which of the app's queries gave the results: the ladder of docs/design.md. */
export const ANSWERING_QUERIES = ['phrase', 'any-word', 'rare-words'] as const;
export type AnsweringQuery = (typeof ANSWERING_QUERIES)[number];

export type Coverage = {
  readonly spacesSearched: number;
  readonly spacesOptedIn: number;
  readonly confluenceCalls: number;
  /** Rate-limit points by the published formula, as far as they can be told without disclosing what was withheld. */
  readonly points: number;
  readonly answeredBy: AnsweringQuery;
};

export type SearchReply = {
  readonly requestId: string;
  readonly operation: 'search';
  readonly results: readonly SearchResult[];
  readonly nextCursor?: string;
  readonly coverage: Coverage;
  readonly notes: readonly Note[];
};

export type ReadReply = {
  readonly requestId: string;
  readonly operation: 'read';
  readonly page: PageDescription;
  readonly markdown: string;
  /** Headings of the whole page, whatever part of it this is. */
  readonly outline: readonly OutlineHeading[];
  /** More of what was asked for comes after this. */
  readonly truncated: boolean;
  readonly nextCursor?: string;
  readonly coverage: Pick<Coverage, 'confluenceCalls' | 'points'>;
  readonly notes: readonly Note[];
};

export type SpacesReply = {
  readonly requestId: string;
  readonly operation: 'spaces';
  readonly spaces: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly url: string;
    readonly type: string;
    readonly optedInAt: string;
  }[];
  readonly nextCursor?: string;
};

export type StatusReply = {
  readonly requestId: string;
  readonly operation: 'status';
  readonly api: 'v1';
  readonly app: { readonly version: string };
  readonly site: { readonly url: string };
  readonly paused: boolean;
  readonly spacesOptedIn: number;
  readonly key: { readonly createdAt: string; readonly expiresAt?: string };
  /** What the site's admins have set; of the first two, 0 is none. */
  readonly limits: {
    readonly requestsPerMinute: number;
    /** Rate-limit points of Confluence. */
    readonly pointsPerHour: number;
    readonly maxResults: number;
    readonly maxChars: number;
  };
};

export type ApiReply = SearchReply | ReadReply | SpacesReply | StatusReply;
