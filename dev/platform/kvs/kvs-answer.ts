/** What the storage service answers; no `body` is an empty one. */
export type KvsAnswer = { readonly status: number; readonly body?: unknown };

/**
 * Codes that Atlassian documents or that were seen on the live service, and, after the comment, codes of which only the
 * circumstance is documented.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-errorhandling/
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-errorhandling/
 */
export type KvsErrorCode =
  | 'KEY_TOO_SHORT'
  | 'EMPTY_KEY'
  | 'KEY_TOO_LONG'
  | 'INVALID_KEY'
  | 'KEY_NOT_FOUND'
  | 'KEY_CONFLICT'
  | 'MAX_SIZE'
  | 'MAX_DEPTH'
  | 'INVALID_ENTITY_VALUE'
  | 'SCHEMA_NOT_FOUND'
  | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'
  | 'EMPTY_FILTER_OPERATOR'
  | 'INVALID_FILTER_OPERATORS_COMBINATION'
  | 'INSUFFICIENT_FILTER_VALUES'
  | 'CONDITIONAL_CHECK_FAILED'
  | 'RATE_LIMIT_EXCEEDED'
  | 'TOO_MANY_REQUESTS'
  // Unverified codes:
  | 'KEY_DUPLICATION_ERROR'
  | 'TOO_MANY_BATCH_ENTITIES'
  | 'UNPROCESSABLE_ENTITY'
  | 'INVALID_REQUEST'
  | 'FORBIDDEN'
  | 'NOT_MODELLED';

const STATUS_OF: Partial<Record<KvsErrorCode, number>> = {
  KEY_NOT_FOUND: 404,
  SCHEMA_NOT_FOUND: 404,
  KEY_CONFLICT: 409,
  UNPROCESSABLE_ENTITY: 422,
  RATE_LIMIT_EXCEEDED: 429,
  TOO_MANY_REQUESTS: 429,
  FORBIDDEN: 403,
  NOT_MODELLED: 501,
};

/** A request that the service refuses; the shape of the body is `{ code, message }`, most are 400. */
export class KvsRefusal extends Error {
  override readonly name = 'KvsRefusal';

  constructor(
    readonly code: KvsErrorCode,
    message: string,
  ) {
    super(message);
  }

  get answer(): KvsAnswer {
    return { status: STATUS_OF[this.code] ?? 400, body: { code: this.code, message: this.message } };
  }
}
