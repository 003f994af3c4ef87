import type { FuzzRequest } from './fuzz-request';

/** What a reply is held against beside its request. */
export type ReplyContext = {
  readonly request: Pick<FuzzRequest, 'isSigned' | 'allowed' | 'ask'>;
  /** Base64. */
  readonly secret: string;
  /** Spaces of which content may be in the reply. */
  readonly readableSpaceIds: ReadonlySet<string>;
  /** Spaces that may be listed: also those that an app access rule closes. */
  readonly listedSpaceIds: ReadonlySet<string>;
  /** As the site's admins have set them. */
  readonly caps: { readonly maxResults: number; readonly maxChars: number };
  /** The first refusal of an unauthenticated request: all others have its bytes. */
  readonly unauthorized?: string;
};
