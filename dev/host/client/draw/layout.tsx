import type { CSSProperties } from 'react';

import { choiceProp, flagProp, handlerProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import { toEventData } from '../tree/event-data';
import { cssToken } from './css-token';
import { DrawChildren, DrawNode, type Drawing } from './draw-node';
import { boxStyle } from './xcss';

const ALIGNMENTS: Readonly<Record<string, string>> = { start: 'flex-start', end: 'flex-end' };

const alignment = (node: UiKitNode, name: string): string | undefined => {
  const value = textProp(node, name);
  return value === undefined ? undefined : (ALIGNMENTS[value] ?? value);
};

const gap = (node: UiKitNode, name: string): string | undefined => {
  const value = textProp(node, name);
  return value === undefined ? undefined : cssToken(value);
};

const grow = (node: UiKitNode): CSSProperties =>
  choiceProp(node, 'grow', ['fill', 'hug']) === 'fill' ? { flexGrow: 1, inlineSize: '100%' } : {};

const Stack: Drawing = ({ node }) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      minInlineSize: 0,
      gap: gap(node, 'space'),
      alignItems: alignment(node, 'alignInline'),
      justifyContent: alignment(node, 'spread') ?? alignment(node, 'alignBlock'),
      ...grow(node),
    }}
  >
    <DrawChildren node={node} />
  </div>
);

const Inline: Drawing = ({ node }) => {
  const separator = textProp(node, 'separator');
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: flagProp(node, 'shouldWrap') === true ? 'wrap' : undefined,
        columnGap: gap(node, 'space'),
        rowGap: gap(node, 'rowSpace') ?? gap(node, 'space'),
        alignItems: alignment(node, 'alignBlock') ?? 'flex-start',
        justifyContent: alignment(node, 'spread') ?? alignment(node, 'alignInline'),
        ...grow(node),
      }}
    >
      {separator === undefined ? (
        <DrawChildren node={node} />
      ) : (
        node.children.map((child, index) => (
          <div key={child.key} style={{ display: 'contents' }}>
            {index > 0 && <span aria-hidden="true">{separator}</span>}
            <DrawNode node={child} />
          </div>
        ))
      )}
    </div>
  );
};

const Box: Drawing = ({ node }) => (
  <div id={textProp(node, 'id')} role={textProp(node, 'role')} style={boxStyle(node.props)}>
    <DrawChildren node={node} />
  </div>
);

const Pressable: Drawing = ({ node }) => (
  <button
    type="button"
    className="pressable"
    disabled={flagProp(node, 'isDisabled')}
    style={boxStyle(node.props)}
    onClick={(event) => void handlerProp(node, 'onClick')?.(toEventData(event))}
  >
    <DrawChildren node={node} />
  </button>
);

/** What only holds others. */
const Holder: Drawing = ({ node }) => <DrawChildren node={node} />;

export const layoutDrawings = {
  Root: Holder,
  MacroConfig: Holder,
  ContentWrapper: Holder,
  Stack,
  Inline,
  Box,
  Pressable,
};
