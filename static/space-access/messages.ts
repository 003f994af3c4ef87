/** Every sentence about the access to one space. */
export const messages = {
  toggleLabel: 'Promptless may search this space',
  toggleHelp:
    'On: Promptless can find the pages and blog posts of this space and read passages of them, except what is ' +
    'restricted from apps. Off: nothing of this space leaves Confluence. Off is the default.',
  closed: 'Promptless cannot search this space.',
  opening: 'Opening this space to Promptless…',
  closing: 'Closing this space to Promptless…',
  pausedTitle: 'Promptless is paused',
  paused: 'A Confluence administrator has paused Promptless for the whole site: no space is searched until it resumes.',
  failedTitle: 'Nothing was changed',
  notLoadedTitle: 'The setting could not be loaded',
  loading: 'Loading',
  open: (optedInAt: string | undefined): string =>
    optedInAt === undefined
      ? 'Promptless may search this space.'
      : `Promptless has been allowed to search this space since ${optedInAt.slice(0, 10)}.`,
} as const;
