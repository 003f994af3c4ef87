type Connection = { readonly url: string | undefined; readonly keyId: string; readonly secret: string };

/** What Promptless needs to know of this site, as environment variables. */
export const toSnippet = ({ url, keyId, secret }: Connection): string =>
  [
    `PROMPTLESS_CONFLUENCE_URL=${url ?? ''}`,
    `PROMPTLESS_CONFLUENCE_KEY_ID=${keyId}`,
    `PROMPTLESS_CONFLUENCE_SECRET=${secret}`,
  ].join('\n');
