import { ProgressBar, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';

/** How many spaces have come so far; nobody knows how many there are. */
export const LoadingSpaces = ({ loaded }: { readonly loaded: number }) => {
  const { say, count } = useMessages();
  return (
    <Stack space="space.050">
      <Text>{count('admin.spacesLoading', loaded)}</Text>
      <ProgressBar isIndeterminate ariaLabel={say('admin.spacesLoadingBar')} />
    </Stack>
  );
};
