import type { WebTriggerHttpRequest } from '../platform/web-trigger-request';
import type { ApiAsk } from './api-ask';

/** How a request reaches the function: over the ingress, or as an event that the ingress would not make. */
export type Delivery =
  | {
      readonly via: 'ingress';
      readonly request: Pick<WebTriggerHttpRequest, 'method' | 'rawHeaders' | 'userPath' | 'search' | 'body'>;
    }
  | { readonly via: 'event'; readonly event: unknown };

export type FuzzRequest = {
  /** Which generator made it. */
  readonly kind: string;
  readonly delivery: Delivery;
  /** Signed by the key in force, in time, over what is sent. */
  readonly isSigned: boolean;
  /** Statuses of which the reply must have one. */
  readonly allowed: readonly number[];
  /** Present where the reply can be held against what was asked for. */
  readonly ask?: ApiAsk;
};
