import type { AdminStatus } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';

/** What a Confluence administrator is shown. */
export type SiteStatus = Omit<Extract<AdminStatus, { readonly paused: boolean }>, 'refused'>;

export type AdminState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly status: SiteStatus }
  | { readonly kind: 'saving'; readonly status: SiteStatus }
  /** `status` is how the site stands all the same; absent when it could not be loaded at all. */
  | { readonly kind: 'failed'; readonly status?: SiteStatus; readonly failure: Failure };

/** The status that a change may start from; none while another change is under way. */
export const toChangeable = (state: AdminState): SiteStatus | undefined =>
  state.kind === 'ready' || state.kind === 'failed' ? state.status : undefined;
