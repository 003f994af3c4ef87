import type { ReadRequest, SearchRequest } from '../contract/search-api';
import { MAX_CHARS, type Caps } from '../fence/policy';

const capChars = (maxChars: number, caps: Caps): number =>
  // At its highest the cap is none: a piece of a page may be longer than the excerpts of a search.
  caps.maxChars === MAX_CHARS ? maxChars : Math.min(maxChars, caps.maxChars);

/** The request as the site's caps leave it: what they cut comes with the next page. */
export const capSearch = (request: SearchRequest, caps: Caps): SearchRequest => ({
  ...request,
  limit: Math.min(request.limit, caps.maxResults),
  maxChars: capChars(request.maxChars, caps),
});

/** The request as the site's caps leave it: what they cut comes with the next piece. */
export const capRead = (request: ReadRequest, caps: Caps): ReadRequest => ({
  ...request,
  maxChars: capChars(request.maxChars, caps),
});
