import type { AdminKey } from '../../src/contract/settings-api';

/** Every sentence of the admin page. */
export const messages = {
  title: 'Promptless',
  loading: 'Loading',
  failedTitle: 'Nothing was changed',
  notLoadedTitle: 'The settings could not be loaded',
  spacesOptedIn: (count: number): string =>
    count === 1 ? '1 space is open to Promptless.' : `${count} spaces are open to Promptless.`,
  spacesHelp: 'The administrators of each space open and close it in its space settings.',

  pausedLabel: 'Pause Promptless for the whole site',
  pausedHelp:
    'On: no request is answered and no space is searched; which spaces are open is kept. ' +
    'Off: the open spaces can be searched.',

  limitTitle: 'Request limit',
  limitLabel: 'Requests per minute',
  limitHelp: 'A whole number up to 6000. 0: the app sets no limit of its own; Atlassian’s limits always apply.',
  limitInvalid: 'Enter a whole number from 0 to 6000.',
  limitSave: 'Save limit',

  keyTitle: 'Key',
  keyMissing: 'There is no key yet: no request is answered.',
  keyPresent: ({ id, createdAt, expiresAt, lastUsedDay }: AdminKey): string =>
    `Key ${id}, created on ${createdAt.slice(0, 10)}, expires on ${expiresAt.slice(0, 10)}, ` +
    (lastUsedDay === undefined ? 'not used yet.' : `last used on ${lastUsedDay}.`),
  keyRevoke: (id: string): string => `Revoke ${id}`,
  keyWarning:
    'Two keys can be active, so that one can replace the other: create the new key, copy it to Promptless, then revoke ' +
    'the old one. Requests signed with a revoked key are refused at once.',
  keyCreate: 'Create key',
  keyCreatedTitle: 'This key is shown once',
  keyCreated: 'Copy it to Promptless now. It cannot be shown again; if it is lost, revoke it and create another.',
  keyLabel: 'New key',
  keyDismiss: 'I have copied it',
} as const;
