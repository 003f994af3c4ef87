import { Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { FoundPages } from './found-pages';
import type { Preview } from './is-space-preview';
import { LeftOut } from './left-out';
import { Notes } from './notes';

/** The answer that Promptless would get, and what it would not. */
export const PreviewResult = ({ preview }: { readonly preview: Preview }) => {
  const { say, count } = useMessages();
  const { results, hiddenCount, leftOut, notes, confluencePoints } = preview;
  const isNothing = results.length === 0 && hiddenCount === 0;
  return (
    <Stack space="space.300">
      <Stack space="space.050">
        {isNothing && <Text weight="semibold">{say('spaceSettings.previewNothing')}</Text>}
        {results.length > 0 && <Text weight="semibold">{count('spaceSettings.previewFound', results.length)}</Text>}
        {hiddenCount > 0 && <Text>{count('spaceSettings.previewHidden', hiddenCount)}</Text>}
      </Stack>
      {results.length > 0 && <FoundPages key={results.map(({ page }) => page.id).join(' ')} results={results} />}
      {notes.length > 0 && <Notes notes={notes} />}
      <LeftOut pages={leftOut} />
      <Text size="small" color="color.text.subtle">
        {count('spaceSettings.previewCost', confluencePoints)}
      </Text>
    </Stack>
  );
};
