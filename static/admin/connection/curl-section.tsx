import { CodeBlock, Heading, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { toCurl } from './to-curl';

/** The part of the way that the app cannot test itself. */
export const CurlSection = ({ url }: { readonly url: string }) => {
  const { say } = useMessages();
  return (
    <Stack space="space.100">
      <Heading as="h3">{say('admin.curlTitle')}</Heading>
      <Text>{say('admin.curlHelp')}</Text>
      <CodeBlock language="bash" text={toCurl(url)} shouldWrapLongLines />
    </Stack>
  );
};
