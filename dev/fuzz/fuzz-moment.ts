import type { ApiAsk } from './api-ask';

/** A request that was served, for what can follow it. */
export type ServedAsk = {
  readonly ask: ApiAsk;
  readonly atMs: number;
  readonly nextCursor?: string;
};

/** What a request is made from beside its dice. */
export type FuzzMoment = {
  /** Base64; the key in force. */
  readonly secret: string;
  /** By the site's clock. */
  readonly nowMs: number;
  /** Newest last. */
  readonly served: readonly ServedAsk[];
  readonly paused: boolean;
  readonly limited: boolean;
};
