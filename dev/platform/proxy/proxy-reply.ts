import type { ProxyReply } from '../sandbox/messages';

export const toReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ProxyReply => ({
  status,
  headers: [['content-type', 'application/json'], ...Object.entries(headers)],
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/**
 * An answer of the proxy itself, not of the product behind it: `@forge/api` turns the header into
 * `NeedsAuthenticationError` (`NEEDS_AUTHENTICATION_ERR`) or `ProxyRequestError`.
 * @see @forge/api 8.3.0, out/api/fetch.js, handleProxyResponseErrors
 */
export const toProxyError = (status: number, errorCode: string): ProxyReply =>
  toReply(status, { code: status, message: errorCode }, { 'forge-proxy-error': errorCode });

/** Loud by design: the stand-in never guesses. */
export const toNotModelled = (what: string): ProxyReply =>
  toReply(501, { code: 501, message: `not modelled: ${what}` });
