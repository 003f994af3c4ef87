import { Heading, HelperMessage, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';

/** Where Promptless sends its requests, ready to be copied. */
export const EndpointSection = ({ url }: { readonly url: string | undefined }) => {
  const { say } = useMessages();
  return (
    <Stack space="space.050">
      <Heading as="h3">{say('admin.endpointTitle')}</Heading>
      {url === undefined ? (
        <SectionMessage appearance="warning">
          <Text>{say('admin.endpointMissing')}</Text>
        </SectionMessage>
      ) : (
        <>
          <Label labelFor="endpoint">{say('admin.endpointLabel')}</Label>
          <Textfield id="endpoint" value={url} isReadOnly isMonospaced />
          <HelperMessage>{say('admin.endpointHelp')}</HelperMessage>
        </>
      )}
    </Stack>
  );
};
