import type { Caller } from './caller';

/** A caller who administers Confluence, as Confluence has just said. */
export type Administrator = Caller & { readonly accountId: string };
