import { Button, Inline, Stack } from '@forge/react';
import { useState } from 'react';

import { useMessages } from '../../i18n/use-messages';
import { FoundPage } from './found-page';
import type { PreviewedPage } from './is-space-preview';

/** Ten pages of excerpts are a long way down to what was left out. */
const SHOWN_AT_FIRST = 3;

/** What Promptless gets, best first: the first pages, and the others when they are asked for. */
export const FoundPages = ({ results }: { readonly results: readonly PreviewedPage[] }) => {
  const { count } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  const others = results.length - SHOWN_AT_FIRST;
  return (
    <Stack space="space.300">
      {(showsAll ? results : results.slice(0, SHOWN_AT_FIRST)).map((result) => (
        <FoundPage key={result.page.id} result={result} />
      ))}
      {others > 0 && !showsAll && (
        <Inline>
          <Button
            onClick={() => {
              setShowsAll(true);
            }}
          >
            {count('spaceSettings.previewMore', others)}
          </Button>
        </Inline>
      )}
    </Stack>
  );
};
