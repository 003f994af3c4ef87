import { parseApiRequest } from '../../src/contract/parse-api-request';
import type { SearchRequest } from '../../src/contract/search-api';

/** A search with every default of the API. */
export const toSearchRequest = (query: string): SearchRequest => {
  const requestId = '00000000-0000-4000-8000-000000000000';
  const parsed = parseApiRequest({ requestId, operation: 'search', query: query.slice(0, 1000) });
  if (parsed.kind === 'invalid' || parsed.request.operation !== 'search') throw new Error('the API refuses the query');
  return parsed.request;
};
