import { setTimeout as delay } from 'node:timers/promises';

import type { RestRequest, RestResponse } from '../../confluence/rest-protocol';
import type { KeyValueStore } from '../kvs/key-value-store';
import type { Manifest } from '../manifest';
import type { ProxyCall, ProxyReply } from '../sandbox/messages';
import type { CallRecord } from './call-log';
import { createConfluenceRoute } from './confluence-route';
import type { ActiveFault, Faults } from './faults';
import { toNotModelled, toProxyError, toReply } from './proxy-reply';
import { parseProxyTarget, type ProductTarget } from './proxy-target';
import type { WebTriggerAddresses } from './web-trigger-addresses';

/** Who the running invocation acts for; `undefined` once it has ended. */
type InvocationLookup = (invocationId: string) => { readonly accountId?: string | undefined } | undefined;

export type ProxyOptions = {
  readonly manifest: Manifest;
  readonly confluence: (request: RestRequest) => RestResponse;
  readonly store: KeyValueStore;
  readonly onStored: () => void;
  readonly faults: Faults;
  readonly addresses: WebTriggerAddresses;
  readonly invocation: InvocationLookup;
  readonly record: (call: CallRecord) => void;
  readonly recordNotModelled: (what: string) => void;
  readonly confluenceLatencyMs: number;
  readonly kvsLatencyMs: number;
};

/** Everything that the app asks for arrives here; what is not modelled is answered with 501 and recorded. */
export const createProxy = (options: ProxyOptions): ((call: ProxyCall) => Promise<ProxyReply>) => {
  const confluenceRoute = createConfluenceRoute(options);

  const refuse = (what: string): ProxyReply => {
    options.recordNotModelled(what);
    return toNotModelled(what);
  };

  const callConfluence = async (target: ProductTarget, call: ProxyCall, user: string | undefined) => {
    const startedAt = performance.now();
    let fault: ActiveFault | undefined;
    const outcome = confluenceRoute(target, call, user, () => {
      fault = options.faults.take(call.method, call.path);
      return fault?.answer === undefined ? undefined : toFaultReply(fault.answer);
    });
    if (outcome.notModelled !== undefined) {
      options.recordNotModelled(outcome.notModelled);
    }
    await wait(options.confluenceLatencyMs + (fault?.delayMs ?? 0));
    options.record({
      to: 'confluence',
      method: call.method,
      path: call.path,
      as: target.provider,
      status: outcome.reply.status,
      ms: performance.now() - startedAt,
      points: outcome.points,
    });
    return outcome.reply;
  };

  const answerStorage = (call: ProxyCall): ProxyReply => {
    const { status, body } = options.store.answer(call.path, call.body ?? '');
    if (status === 501) {
      options.recordNotModelled(`storage call ${call.path}`);
    }
    if (!call.path.endsWith('get') && !call.path.endsWith('query')) {
      options.onStored();
    }
    return toReply(status, body ?? '');
  };

  const callStorage = async (call: ProxyCall): Promise<ProxyReply> => {
    const startedAt = performance.now();
    // The client-side lint does not notice a missing scope, so it has to be noticed here.
    // @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/ ("Scope requirement")
    const mayStore = options.manifest.scopes.has('storage:app');
    const fault = mayStore ? options.faults.take(call.method, call.path) : undefined;
    const interrupted = mayStore
      ? fault?.answer && toFaultReply(fault.answer)
      : toReply(403, { code: 'FORBIDDEN', message: 'The scope storage:app is missing' });
    const reply = interrupted ?? answerStorage(call);
    await wait(options.kvsLatencyMs + (fault?.delayMs ?? 0));
    options.record({
      to: 'kvs',
      method: call.method,
      path: call.path,
      as: 'app',
      status: reply.status,
      ms: performance.now() - startedAt,
      points: 0,
    });
    return reply;
  };

  const route = async (call: ProxyCall): Promise<ProxyReply> => {
    const invocation = options.invocation(call.invocationId);
    if (invocation === undefined) {
      return refuse(`a call after the invocation had ended: ${call.method} ${call.path}`);
    }
    const target = parseProxyTarget(call.targetJson);
    if (target === undefined) {
      return refuse(`proxy target ${call.targetJson}`);
    }
    if (target.type === 'kvs') {
      return callStorage(call);
    }
    if (target.type === 'egress') {
      return isDeclared(call.path, options.manifest.egress)
        ? refuse(`egress to ${call.path}`)
        : // @see https://developer.atlassian.com/platform/forge/runtime-reference/external-fetch-api/
          toProxyError(403, 'REQUEST_EGRESS_ALLOWLIST_ERR');
    }
    if (target.remote === 'stargate') {
      const reply =
        target.provider === 'app' && call.path === '/graphql'
          ? options.addresses.answerGraphql(call.body ?? '')
          : undefined;
      return reply ?? refuse(`Atlassian gateway call ${call.method} ${call.path}`);
    }
    return callConfluence(target, call, invocation.accountId);
  };

  return async (call) => {
    try {
      return await route(call);
    } catch (error) {
      // A defect of the stand-in must not look like an answer of Atlassian's.
      return refuse(`${call.method} ${call.path} made the stand-in fail: ${String(error)}`);
    }
  };
};

const wait = async (ms: number): Promise<void> => {
  if (ms > 0) {
    await delay(ms);
  }
};

const toFaultReply = ({ status, headers, body }: NonNullable<ActiveFault['answer']>): ProxyReply => ({
  status,
  headers: Object.entries(headers),
  body,
});

/** `https://*.example.com` allows subdomains; a missing scheme means https. */
const isDeclared = (url: string, addresses: readonly string[]): boolean =>
  addresses.some((address) => {
    const declared = new URL(address.includes('://') ? address : `https://${address}`);
    const asked = new URL(url);
    const host = declared.host.replace(/^%2a\.|^\*\./, '');
    return (
      declared.protocol === asked.protocol &&
      (asked.host === host || (declared.host !== host && asked.host.endsWith(`.${host}`)))
    );
  });
