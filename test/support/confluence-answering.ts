type Sent = {
  /** Whose rights the platform would use: `user` or `app`. */
  readonly provider: string;
  readonly path: string;
  readonly accept: unknown;
};

type PlatformFetch = (
  auth: { readonly provider: string },
  path: string,
  init?: { readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>;

/**
 * Answers every call that `@forge/api` makes to Confluence, in place of the platform's own proxy.
 *
 * @returns what was asked, in order
 */
export const confluenceAnswering = (status: number, body: unknown): readonly Sent[] => {
  const sent: Sent[] = [];
  const fetch: PlatformFetch = ({ provider }, path, init) => {
    sent.push({ provider, path, accept: init?.headers?.['accept'] });
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  Object.assign(globalThis, { __forge_fetch__: fetch });
  return sent;
};
