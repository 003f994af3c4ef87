import type { MessageKey } from '../../i18n/message-key';

const CAUSES: Readonly<Record<string, MessageKey>> = {
  'requests-per-minute': 'admin.cause-requests-per-minute',
  'points-per-hour': 'admin.cause-points-per-hour',
  'opt-in-by': 'admin.cause-opt-in-by',
  caps: 'admin.cause-caps',
  'more-excluded': 'admin.cause-more-excluded',
  'less-excluded': 'admin.cause-less-excluded',
  'otherwise-excluded': 'admin.cause-otherwise-excluded',
  invalid_request: 'admin.cause-invalid_request',
  unauthorized: 'admin.cause-unauthorized',
  access_paused: 'admin.cause-access_paused',
  no_space_available: 'admin.cause-no_space_available',
  page_not_available: 'admin.cause-page_not_available',
  request_replayed: 'admin.cause-request_replayed',
  rate_limited: 'admin.cause-rate_limited',
  internal_error: 'admin.cause-internal_error',
  confluence_error: 'admin.cause-confluence_error',
  confluence_unavailable: 'admin.cause-confluence_unavailable',
};

/** Names the words for a part of the policy or a problem code; `undefined` for one that this page does not know. */
export const toCauseKey = (cause: string): MessageKey | undefined =>
  Object.hasOwn(CAUSES, cause) ? CAUSES[cause] : undefined;
