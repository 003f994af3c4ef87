import AtlaskitHeading from '@atlaskit/heading';
import AtlaskitLink from '@atlaskit/link';
import { Text as AtlaskitText } from '@atlaskit/primitives';

import { choiceProp, flagProp, handlerProp, numberProp, textOf, textProp } from '../tree/ui-kit-node';
import { toEventData } from '../tree/event-data';
import { cssToken } from './css-token';
import { DrawChildren, type Drawing } from './draw-node';

const SIZES = ['xxlarge', 'xlarge', 'large', 'medium', 'small', 'xsmall', 'xxsmall'] as const;
/** Sizes of a heading that names its element only. @see UI Kit, Heading */
const SIZE_OF = {
  h1: 'xlarge',
  h2: 'large',
  h3: 'medium',
  h4: 'small',
  h5: 'xsmall',
  h6: 'xxsmall',
  div: 'medium',
  span: 'medium',
} as const;
const LEVELS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span'] as const;

const Heading: Drawing = ({ node }) => {
  const as = choiceProp(node, 'as', LEVELS);
  const size = choiceProp(node, 'size', SIZES) ?? SIZE_OF[as ?? 'h3'];
  return (
    <AtlaskitHeading size={size} as={as} id={textProp(node, 'id')}>
      <DrawChildren node={node} />
    </AtlaskitHeading>
  );
};

const Text: Drawing = ({ node }) => {
  const as = choiceProp(node, 'as', ['p', 'span', 'strong', 'em']) ?? 'p';
  const color = textProp(node, 'color');
  const text = (
    <AtlaskitText
      as={as}
      align={choiceProp(node, 'align', ['start', 'center', 'end'])}
      size={choiceProp(node, 'size', ['small', 'medium', 'large'])}
      weight={choiceProp(node, 'weight', ['regular', 'medium', 'semibold', 'bold'])}
      maxLines={numberProp(node, 'maxLines')}
      color="inherit"
    >
      {node.props['as'] === 'strike' ? (
        <s>
          <DrawChildren node={node} />
        </s>
      ) : (
        <DrawChildren node={node} />
      )}
    </AtlaskitText>
  );
  return color === undefined ? (
    text
  ) : (
    <div style={{ color: cssToken(color), display: as === 'p' ? 'block' : 'contents' }}>{text}</div>
  );
};

const Code: Drawing = ({ node }) => (
  <code className="code">
    <DrawChildren node={node} />
  </code>
);

const CodeBlock: Drawing = ({ node }) => (
  <pre
    className="code-block"
    tabIndex={0}
    style={{ whiteSpace: flagProp(node, 'shouldWrapLongLines') === true ? 'pre-wrap' : 'pre' }}
  >
    <code>{textProp(node, 'text') ?? textOf(node)}</code>
  </pre>
);

const List: Drawing = ({ node }) => {
  const As = node.props['type'] === 'ordered' ? 'ol' : 'ul';
  return (
    <As className="list">
      <DrawChildren node={node} />
    </As>
  );
};

const Link: Drawing = ({ node }) => {
  const onClick = handlerProp(node, 'onClick');
  return (
    <AtlaskitLink
      href={textProp(node, 'href') ?? '#'}
      target={flagProp(node, 'openNewTab') === true ? '_blank' : undefined}
      appearance={choiceProp(node, 'appearance', ['default', 'subtle', 'inverse'])}
      onClick={onClick === undefined ? undefined : (event) => void onClick(toEventData(event))}
    >
      <DrawChildren node={node} />
    </AtlaskitLink>
  );
};

export const textDrawings: Readonly<Record<string, Drawing>> = {
  String: ({ node }) => textProp(node, 'text') ?? '',
  Heading,
  Text,
  Strong: ({ node }) => (
    <strong>
      <DrawChildren node={node} />
    </strong>
  ),
  Em: ({ node }) => (
    <em>
      <DrawChildren node={node} />
    </em>
  ),
  Strike: ({ node }) => (
    <s>
      <DrawChildren node={node} />
    </s>
  ),
  Code,
  CodeBlock,
  List,
  ListItem: ({ node }) => (
    <li>
      <DrawChildren node={node} />
    </li>
  ),
  Link,
};
