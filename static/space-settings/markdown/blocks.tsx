import { Box, CodeBlock, Heading, Inline, List, ListItem, Stack, Text, xcss } from '@forge/react';

import type { Block } from './block';
import { drawLines } from './draw-lines';
import { InlineText } from './inline-text';
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
      return drawLines(block.parts);
    case 'code':
      return <CodeBlock text={block.text} />;
    case 'list':
      return <DrawnList first={block.first} items={block.items} />;
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

type ListProps = { readonly first: number | undefined; readonly items: readonly (readonly Block[])[] };

const DrawnList = ({ first, items }: ListProps) =>
  first === undefined || first === 1 ? (
    <List type={first === undefined ? 'unordered' : 'ordered'}>
      {items.map((item, index) => (
        <ListItem key={index}>
          <Blocks blocks={item} />
        </ListItem>
      ))}
    </List>
  ) : (
    <ListFromTheMiddle first={first} items={items} />
  );

/** A list of UI Kit always begins at 1, but an excerpt may begin further down: then the numbers are text. */
const ListFromTheMiddle = ({ first, items }: ListProps & { readonly first: number }) => (
  <Stack space="space.050">
    {items.map((item, index) => (
      <Inline key={index} space="space.100">
        <Text>{`${String(first + index)}.`}</Text>
        <Blocks blocks={item} />
      </Inline>
    ))}
  </Stack>
);
