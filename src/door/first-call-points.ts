import type { ApiRequest } from '../contract/search-api';
import { candidatesFor } from '../search/candidate-count';

/**
 * What the first Confluence call of a request costs at most, by the published formula: 1, and 1 for each object.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
export const firstCallPoints = (request: ApiRequest): number => {
  switch (request.operation) {
    case 'search':
      return 1 + candidatesFor(request.limit);
    case 'read':
      return 2;
    // Where the number of spaces is known, they are put by together with the call.
    case 'spaces':
    case 'status':
      return 0;
  }
};
