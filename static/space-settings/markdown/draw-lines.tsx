import { Stack, Text } from '@forge/react';

import type { Inline } from './block';
import { InlineText } from './inline-text';
import { splitLines } from './split-lines';

/**
 * A text, on as many lines as it has. Elements of UI Kit, not a component: `DynamicTable` calls a component in a cell once and
 * never draws it again.
 */
export const drawLines = (parts: readonly Inline[]) => (
  <Stack>
    {splitLines(parts).map((line, index) => (
      <Text key={index}>
        <InlineText parts={line} />
      </Text>
    ))}
  </Stack>
);
