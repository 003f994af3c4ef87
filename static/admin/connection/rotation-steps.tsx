import { Heading, List, ListItem, Stack } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';

/** How a key is replaced while Promptless goes on asking. */
export const RotationSteps = () => {
  const { say } = useMessages();
  return (
    <Stack space="space.100">
      <Heading as="h4" size="xsmall">
        {say('admin.rotateTitle')}
      </Heading>
      <List type="ordered">
        <ListItem>{say('admin.rotateCreate')}</ListItem>
        <ListItem>{say('admin.rotateRevoke')}</ListItem>
      </List>
    </Stack>
  );
};
