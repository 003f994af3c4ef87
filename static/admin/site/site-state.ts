import type { AdminStatus } from '../../../src/contract/administration-api';
import type { Failure } from '../../refusals/failure';

type Answer = Extract<AdminStatus, { readonly paused: boolean }>;

/** An answer of the functions that tell and change the settings of the site. */
export type StatusAnswer = Answer;

/** How the site is set. */
export type SiteStatus = Omit<Answer, 'refused'>;

/** Settings that are changed by themselves. What is said of a change stands beside them. */
export type Part = 'pause' | 'keys' | 'openers' | 'exclusions' | 'caps' | 'limits';

export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving'; readonly part: Part }
  | { readonly kind: 'failed'; readonly part: Part; readonly failure: Failure };

export type SiteState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** `status` is how the site is set all the same, when the last change failed. */
  | { readonly kind: 'ready'; readonly status: SiteStatus; readonly change: Change };
