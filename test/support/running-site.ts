import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { signRequest } from '../../dev/sign-request';
import { startLocalSite, type LocalSite } from '../../dev/site/local-site';
import { DEFAULT_SITE_OPTIONS, type SiteOptions } from '../../dev/site/site-options';

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, parsed; what it holds is checked by the tests. */
  readonly body: unknown;
};

const parseJson = (text: string): unknown => (text === '' ? undefined : (JSON.parse(text) as unknown));

/** A local site for the tests of one file, and the ways to talk to it, all over HTTP. */
export const useRunningSite = (options: Partial<SiteOptions> = {}) => {
  let running: LocalSite | undefined;
  const site = (): LocalSite => {
    if (running === undefined) throw new Error('the site is not running yet');
    return running;
  };
  beforeAll(async () => {
    running = await startLocalSite({ ...DEFAULT_SITE_OPTIONS, requestsPerMinute: 0, ...options });
  }, 60_000);
  afterAll(async () => {
    const unmodelled = running?.platform.unmodelled() ?? [];
    await running?.close();
    if (unmodelled.length > 0) throw new Error(`the app called what is not modelled: ${unmodelled.join(', ')}`);
  });

  const post = async (body: string, headers: Readonly<Record<string, string>>, method = 'POST'): Promise<ApiAnswer> => {
    const response = await fetch(site().webTriggerUrl, { method, headers, ...(method === 'GET' ? {} : { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseJson(text) };
  };

  /** Sends a signed request; `requestId` is new unless given. */
  const send = (members: Readonly<Record<string, unknown>>, secret = site().secret): Promise<ApiAnswer> => {
    const body = JSON.stringify({ requestId: randomUUID(), ...members });
    return post(body, { ...signRequest({ secret, body, nowMs: site().clock.now() }) });
  };

  const search = (query: string, members: Readonly<Record<string, unknown>> = {}): Promise<ApiAnswer> =>
    send({ operation: 'search', query, ...members });

  /** Calls a control point. */
  const local = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${site().url}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return parseJson(text);
  };

  const invoke = (
    as: string | undefined,
    module: string,
    name: string,
    { payload, space }: { readonly payload?: unknown; readonly space?: string } = {},
  ): Promise<unknown> => local('POST', 'invoke', { module, function: name, as, payload, space });

  const setSpace = (space: string, enabled: boolean, as = 'admin'): Promise<unknown> =>
    invoke(as, 'space-settings', 'setSpaceAccess', { payload: { enabled }, space });

  return { site, post, send, search, local, invoke, setSpace };
};
