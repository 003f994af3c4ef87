import AtlaskitPopup from '@atlaskit/popup';

import { choiceProp, flagProp, handlerProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import { DrawAll, type Drawing } from './draw-node';

const part = (node: UiKitNode, name: string): readonly UiKitNode[] =>
  node.children.find(({ props }) => props['name'] === name)?.children ?? [];

const PLACEMENTS = [
  'auto',
  'top',
  'top-start',
  'top-end',
  'bottom',
  'bottom-start',
  'bottom-end',
  'left',
  'right',
] as const;

const Popup: Drawing = ({ node }) => (
  <AtlaskitPopup
    id={textProp(node, 'id')}
    isOpen={flagProp(node, 'isOpen') ?? false}
    placement={choiceProp(node, 'placement', PLACEMENTS)}
    label={textProp(node, 'label')}
    role={textProp(node, 'role')}
    onClose={() => void handlerProp(node, 'onClose')?.()}
    content={() => (
      <div className="popup">
        <DrawAll nodes={part(node, 'content')} />
      </div>
    )}
    trigger={({ ref }) => (
      <span ref={ref}>
        <DrawAll nodes={part(node, 'trigger')} />
      </span>
    )}
  />
);

export const popupDrawings = { Popup };
