/** Why Confluence gave no answer that can be used. Messages hold no path, query or body. */
export type ConfluenceFailureKind =
  /** Confluence's rate limit: come back after `retryAfter` seconds. */
  | 'rate-limited'
  /** Down, too slow, or closed to the app. */
  | 'unavailable'
  /** It answered, but not what was asked: a refused query, no JSON, another shape. */
  | 'unusable-answer';

export class ConfluenceFailure extends Error {
  override readonly name = 'ConfluenceFailure';

  /** @param retryAfter seconds, as Confluence said */
  constructor(
    readonly kind: ConfluenceFailureKind,
    readonly status?: number,
    readonly retryAfter?: number,
  ) {
    super(`Confluence: ${kind}${status === undefined ? '' : ` (${status})`}`);
  }
}
