import { Stack, Text } from '@forge/react';

import type { Inline } from './block';
import { InlineText } from './inline-text';
import { splitLines } from './split-lines';

/** A text, on as many lines as it has. */
export const Lines = ({ parts }: { readonly parts: readonly Inline[] }) => (
  <Stack>
    {splitLines(parts).map((line, index) => (
      <Text key={index}>
        <InlineText parts={line} />
      </Text>
    ))}
  </Stack>
);
