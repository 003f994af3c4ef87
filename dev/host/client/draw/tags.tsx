import AtlaskitTag from '@atlaskit/tag';
import AtlaskitTagGroup from '@atlaskit/tag-group';

import { choiceProp, flagProp, handlerProp, textProp } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';

const COLORS = [
  'standard',
  'green',
  'lime',
  'blue',
  'red',
  'purple',
  'magenta',
  'grey',
  'gray',
  'teal',
  'orange',
  'yellow',
] as const;

/** Can be removed unless it says otherwise. The app is told before and after, but its answer comes too late to keep the tag. */
const Tag: Drawing = ({ node }) => {
  const shared = {
    text: textProp(node, 'text') ?? '',
    href: textProp(node, 'href'),
    color: choiceProp(node, 'color', COLORS),
    appearance: choiceProp(node, 'appearance', ['default', 'rounded']),
    testId: textProp(node, 'testId'),
  };
  const before = handlerProp(node, 'onBeforeRemoveAction');
  const after = handlerProp(node, 'onAfterRemoveAction');
  return (
    <AtlaskitTag
      {...shared}
      isRemovable={flagProp(node, 'isRemovable')}
      removeButtonLabel={textProp(node, 'removeButtonLabel')}
      onBeforeRemoveAction={() => {
        void before?.();
        return true;
      }}
      onAfterRemoveAction={(text) => void after?.(text)}
    />
  );
};

const TagGroup: Drawing = ({ node }) => (
  <AtlaskitTagGroup alignment={choiceProp(node, 'alignment', ['start', 'end'])}>
    <DrawChildren node={node} />
  </AtlaskitTagGroup>
);

export const tagDrawings = { Tag, TagGroup };
