import { Heading, List, ListItem, Stack } from '@forge/react';

import type { Note } from '../../../src/contract/search-api';
import { useMessages } from '../../i18n/use-messages';

/** What the answer says beside its results, in the viewer's language: Promptless gets it in English. */
export const Notes = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { say } = useMessages();
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {say('spaceSettings.notesTitle')}
      </Heading>
      <List type="unordered">
        {notes.map(({ code }) => (
          <ListItem key={code}>{say(`spaceSettings.note-${code}`)}</ListItem>
        ))}
      </List>
    </Stack>
  );
};
