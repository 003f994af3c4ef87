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
};

/** What a person reads when the app gave no usable answer. */
export const noAnswerMessage = 'Promptless could not be reached. Try again in a moment.';
