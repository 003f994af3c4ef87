import { Box, CodeBlock, Heading, List, ListItem, Stack, xcss } from '@forge/react';

import type { Block } from './block';
import { InlineText } from './inline-text';
import { Lines } from './lines';
import { Table } from './table';

const quoted = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
  padding: 'space.100',
});

/** Draws what was read of Markdown. All headings are of one level, below whatever they stand in. */
export const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <Stack space="space.100">
    {blocks.map((block, index) => (
      <DrawnBlock key={index} block={block} />
    ))}
  </Stack>
);

const DrawnBlock = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading as="h4" size="xsmall">
          <InlineText parts={block.parts} />
        </Heading>
      );
    case 'paragraph':
      return <Lines parts={block.parts} />;
    case 'code':
      return <CodeBlock text={block.text} />;
    case 'list':
      return (
        <List type={block.ordered ? 'ordered' : 'unordered'}>
          {block.items.map((item, index) => (
            <ListItem key={index}>
              <Blocks blocks={item} />
            </ListItem>
          ))}
        </List>
      );
    case 'quote':
      return (
        <Box xcss={quoted}>
          <Blocks blocks={block.blocks} />
        </Box>
      );
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
  }
};
