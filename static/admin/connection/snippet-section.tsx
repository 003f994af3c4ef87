import { CodeBlock, Heading, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { toSnippet } from './to-snippet';

type Props = { readonly url: string | undefined; readonly keyId: string | undefined };

/** The settings for Promptless without the secret; nothing while there is no key. */
export const SnippetSection = ({ url, keyId }: Props) => {
  const { say } = useMessages();
  if (keyId === undefined) return null;
  return (
    <Stack space="space.100">
      <Heading as="h3">{say('admin.snippetTitle')}</Heading>
      <Text>{say('admin.snippetHelp')}</Text>
      <CodeBlock
        language="text"
        text={toSnippet({ url, keyId, secret: `<${say('admin.snippetSecret')}>` })}
        shouldWrapLongLines
      />
    </Stack>
  );
};
