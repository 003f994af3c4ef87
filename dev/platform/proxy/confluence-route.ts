import type { RestRequest, RestResponse } from '../../confluence/rest-protocol';
import type { Manifest } from '../manifest';
import type { HttpHeaders, ProxyCall, ProxyReply } from '../sandbox/messages';
import { findScopeRule, type ScopeRule } from './confluence-scopes';
import { toNotModelled, toProxyError, toReply } from './proxy-reply';
import type { ProductTarget } from './proxy-target';

export type ConfluenceOutcome = { readonly reply: ProxyReply; readonly points: number; readonly notModelled?: string };

type Caller = Pick<RestRequest, 'as' | 'accountId'>;
type ConfluenceRouteOptions = {
  readonly manifest: Pick<Manifest, 'scopes'>;
  readonly confluence: (request: RestRequest) => RestResponse;
};

/** Headers that belong to one connection, or that the proxy sets itself. @see RFC 9110, section 7.6.1 */
const NOT_FORWARDED =
  /^(connection|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-.*|host|content-length|authorization|forge-proxy-.*)$/;

/**
 * Forwards a call to Confluence as Forge's proxy does: who calls, then whether the manifest's scopes allow it, then the
 * product. An unauthenticated call carries no token, so there is no scope to check.
 */
export const createConfluenceRoute =
  ({ manifest, confluence }: ConfluenceRouteOptions) =>
  (
    target: ProductTarget,
    call: ProxyCall,
    userOfInvocation: string | undefined,
    interrupt: () => ProxyReply | undefined,
  ): ConfluenceOutcome => {
    const url = new URL(call.path, 'https://site.invalid');
    const rule = findScopeRule(call.method, url.pathname);
    if (rule === undefined) {
      return refuseAsNotModelled(`Confluence call ${call.method} ${url.pathname}`);
    }
    const caller = identifyCaller(target, userOfInvocation, rule, manifest);
    if ('reply' in caller) {
      return caller;
    }
    if (caller.as !== 'none' && !allows(rule, manifest)) {
      // Body as live sites send it. @see https://developer.atlassian.com/cloud/confluence/scopes-for-oauth-2-3LO-and-forge-apps/
      return { reply: toReply(401, { code: 401, message: 'Unauthorized; scope does not match' }), points: 0 };
    }
    const interrupted = interrupt();
    if (interrupted !== undefined) {
      return { reply: interrupted, points: 0 };
    }
    const response = confluence({
      method: call.method,
      path: `${url.pathname}${url.search}`,
      headers: Object.fromEntries(forwarded(call.headers)),
      ...(call.body === undefined ? {} : { body: call.body }),
      ...caller,
    });
    return {
      reply: { status: response.status, headers: forwarded(Object.entries(response.headers)), body: response.body },
      points: response.points,
      ...(response.status === 501 ? { notModelled: response.body } : {}),
    };
  };

const refuseAsNotModelled = (what: string): ConfluenceOutcome => ({
  reply: toNotModelled(what),
  points: 0,
  notModelled: what,
});

const forwarded = (headers: HttpHeaders): HttpHeaders =>
  headers.map(([name, value]) => [name.toLowerCase(), value] as const).filter(([name]) => !NOT_FORWARDED.test(name));

const scopesOf = (rule: ScopeRule): string[] => [rule.granular, ...(rule.classic === undefined ? [] : [rule.classic])];

const allows = (rule: ScopeRule, { scopes }: Pick<Manifest, 'scopes'>): boolean =>
  scopesOf(rule).some((scope) => scopes.has(scope));

/**
 * `asUser()` in an invocation without a user (a web trigger, a schedule) fails before it reaches the product.
 * `asUser(accountId)` needs `allowImpersonation` on a scope that opens the call; whether web triggers may use it is
 * unverified.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/product-fetch-api/
 */
const identifyCaller = (
  target: ProductTarget,
  userOfInvocation: string | undefined,
  rule: ScopeRule,
  { scopes }: Pick<Manifest, 'scopes'>,
): Caller | ConfluenceOutcome => {
  if (target.provider !== 'user') {
    return { as: target.provider };
  }
  if (target.accountId !== undefined) {
    return scopesOf(rule).some((scope) => scopes.get(scope)?.allowImpersonation === true)
      ? { as: 'user', accountId: target.accountId }
      : refuseAsNotModelled('asUser(accountId) without allowImpersonation in the manifest');
  }
  return userOfInvocation === undefined
    ? { reply: toProxyError(401, 'NEEDS_AUTHENTICATION_ERR'), points: 0 }
    : { as: 'user', accountId: userOfInvocation };
};
