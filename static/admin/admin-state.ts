import type { AdminStatus } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';

type FullStatus = Extract<AdminStatus, { readonly paused: boolean }>;

/** What a Confluence administrator is shown. */
export type SiteStatus = Pick<FullStatus, 'paused' | 'spacesOptedIn' | 'requestsPerMinute' | 'keys'>;

/** What the page reads of an answer. */
export type StatusAnswer =
  (SiteStatus & Pick<FullStatus, 'refused'>) | Exclude<AdminStatus, { readonly paused: boolean }>;

export type AdminState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly status: SiteStatus }
  | { readonly kind: 'saving'; readonly status: SiteStatus }
  /** `status` is how the site stands all the same; absent when it could not be loaded at all. */
  | { readonly kind: 'failed'; readonly status?: SiteStatus; readonly failure: Failure };

/** The status that a change may start from; none while another change is under way. */
export const toChangeable = (state: AdminState): SiteStatus | undefined =>
  state.kind === 'ready' || state.kind === 'failed' ? state.status : undefined;
