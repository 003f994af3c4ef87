import type { MessageKey } from '../../i18n/message-key';

const EVENTS: Readonly<Record<string, MessageKey>> = {
  'space-opened': 'admin.event-space-opened',
  'space-closed': 'admin.event-space-closed',
  'space-exclusions-changed': 'admin.event-space-exclusions-changed',
  'key-created': 'admin.event-key-created',
  'key-revoked': 'admin.event-key-revoked',
  paused: 'admin.event-paused',
  resumed: 'admin.event-resumed',
  'policy-changed': 'admin.event-policy-changed',
  'limits-changed': 'admin.event-limits-changed',
  'request-refused': 'admin.event-request-refused',
  'content-held-back': 'admin.event-content-held-back',
};

/** Names the words for what was recorded; `undefined` for an event that this page does not know. */
export const toEventKey = (event: string): MessageKey | undefined =>
  Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
