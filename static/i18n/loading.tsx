import { Box, Spinner, xcss } from '@forge/react';

import { useMessages } from './use-messages';

/** The app's name is the same in every language: it stands in while no language is there. */
const NAME = 'Promptless';

/** Stands in for what is still being loaded, with room for it, so that the page moves little when it comes. */
export const Loading = ({ height }: { readonly height: `${number}px` }) => {
  const { ready, say } = useMessages();
  return (
    <Box xcss={xcss({ minHeight: height })}>
      <Spinner label={ready ? say('common.loading') : NAME} />
    </Box>
  );
};
