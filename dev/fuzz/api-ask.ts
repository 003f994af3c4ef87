import type { ApiRequest } from '../../src/contract/search-api';

/** The body of a request that the schema takes, as far as its reply can be held against it. */
export type ApiAsk = {
  readonly operation: ApiRequest['operation'];
  readonly requestId: string;
  readonly members: Readonly<Record<string, unknown>>;
};

export const toBody = ({ operation, requestId, members }: ApiAsk): string =>
  JSON.stringify({ requestId, operation, ...members });
