import type { MayWrite } from '../keys/write-window';
import type { Caller } from './caller';

/** A caller who administers Confluence, as Confluence has just said, and whose function may write for a while. */
export type Administrator = Caller & { readonly accountId: string; readonly mayWrite: MayWrite };
