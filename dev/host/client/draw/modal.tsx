import AtlaskitModal, {
  ModalBody as AtlaskitModalBody,
  ModalFooter as AtlaskitModalFooter,
  ModalHeader as AtlaskitModalHeader,
  ModalTitle as AtlaskitModalTitle,
  ModalTransition as AtlaskitModalTransition,
} from '@atlaskit/modal-dialog';

import { choiceProp, flagProp, handlerProp, numberProp, textProp } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';

const Modal: Drawing = ({ node }) => {
  const onClose = handlerProp(node, 'onClose');
  const title = textProp(node, 'title');
  return (
    <AtlaskitModal
      label={textProp(node, 'label')}
      width={textProp(node, 'width') ?? numberProp(node, 'width')}
      height={textProp(node, 'height') ?? numberProp(node, 'height')}
      shouldScrollInViewport={flagProp(node, 'shouldScrollInViewport')}
      testId={textProp(node, 'testId')}
      onClose={() => void onClose?.()}
    >
      {title !== undefined && (
        <AtlaskitModalHeader>
          <AtlaskitModalTitle>{title}</AtlaskitModalTitle>
        </AtlaskitModalHeader>
      )}
      <DrawChildren node={node} />
    </AtlaskitModal>
  );
};

export const modalDrawings: Readonly<Record<string, Drawing>> = {
  Modal,
  ModalTransition: ({ node }) => (
    <AtlaskitModalTransition>
      {node.children.map((child) => (child.type === 'Modal' ? <Modal key={child.key} node={child} /> : null))}
    </AtlaskitModalTransition>
  ),
  ModalHeader: ({ node }) => (
    <AtlaskitModalHeader>
      <DrawChildren node={node} />
    </AtlaskitModalHeader>
  ),
  ModalTitle: ({ node }) => (
    <AtlaskitModalTitle appearance={choiceProp(node, 'appearance', ['danger', 'warning'])}>
      <DrawChildren node={node} />
    </AtlaskitModalTitle>
  ),
  ModalBody: ({ node }) => (
    <AtlaskitModalBody>
      <DrawChildren node={node} />
    </AtlaskitModalBody>
  ),
  ModalFooter: ({ node }) => (
    <AtlaskitModalFooter>
      <DrawChildren node={node} />
    </AtlaskitModalFooter>
  ),
};
