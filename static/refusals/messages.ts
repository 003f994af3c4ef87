import type { Refusal } from '../../src/contract/settings-api';

/** What a person reads when a resolver function changed nothing. */
export const refusalMessages: Readonly<Record<Refusal, string>> = {
  'not-space-admin': 'Only an administrator of this space can change this.',
  'not-confluence-admin': 'Only a Confluence administrator can see and change this.',
  'space-not-available': 'This space is not available to you.',
  'space-archived': 'This space is archived. An archived space can be closed, but not opened.',
  'opt-in-forbidden': 'Only a Confluence administrator can open spaces of this site to Promptless.',
  'too-many-exclusions': 'There is no room for so many exclusions. Exclude fewer labels or pages.',
  'too-many-keys': 'Two keys are active already. Revoke one of them first.',
  'key-not-found': 'This key no longer exists.',
  'invalid-payload': 'Promptless did not accept this value.',
  busy: 'Someone else is changing the same setting. Try again in a moment.',
  'space-closed': 'This space is closed: Promptless sees nothing of it.',
  paused: 'A Confluence administrator has paused Promptless for the whole site.',
  'rate-limited': 'The limit of this site is reached. Try again later.',
  'no-word': 'The question has no word to look for.',
  'no-key': 'There is no active key. Create one first.',
  'storage-unavailable': 'The app’s storage did not answer. Try again in a moment.',
  'confluence-unavailable': 'Confluence did not answer. Try again in a moment.',
};

/** What a person reads when the app gave no usable answer. */
export const noAnswerMessage = 'Promptless could not be reached. Try again in a moment.';
