import AtlaskitBadge from '@atlaskit/badge';
import AtlaskitEmptyState from '@atlaskit/empty-state';
import AtlaskitLozenge from '@atlaskit/lozenge';
import AtlaskitProgressBar from '@atlaskit/progress-bar';
import AtlaskitSectionMessage, { SectionMessageAction as AtlaskitAction } from '@atlaskit/section-message';
import AtlaskitSpinner from '@atlaskit/spinner';
import AtlaskitTooltip from '@atlaskit/tooltip';

import { handlersOf } from '../tree/handlers';
import {
  choiceProp,
  flagProp,
  isUiKitNode,
  listProp,
  nodeProp,
  numberProp,
  textOf,
  textProp,
  type UiKitNode,
} from '../tree/ui-kit-node';
import { DrawAll, DrawChildren, DrawNode, type Drawing } from './draw-node';

const BADGES = [
  'added',
  'default',
  'important',
  'primary',
  'primaryInverted',
  'removed',
  'warning',
  'discovery',
  'danger',
  'neutral',
  'success',
  'information',
  'inverse',
] as const;
const LOZENGES = [
  'default',
  'inprogress',
  'moved',
  'new',
  'removed',
  'success',
  'warning',
  'danger',
  'information',
  'neutral',
  'discovery',
] as const;

const Badge: Drawing = ({ node }) => {
  const max = node.props['max'];
  const text = textOf(node);
  return (
    <AtlaskitBadge
      appearance={choiceProp(node, 'appearance', BADGES)}
      max={typeof max === 'number' || max === false ? max : undefined}
    >
      {text !== '' && Number.isFinite(Number(text)) ? Number(text) : text}
    </AtlaskitBadge>
  );
};

const Lozenge: Drawing = ({ node }) => (
  <AtlaskitLozenge
    appearance={choiceProp(node, 'appearance', LOZENGES)}
    maxWidth={textProp(node, 'maxWidth') ?? numberProp(node, 'maxWidth')}
  >
    {textOf(node)}
  </AtlaskitLozenge>
);

const Spinner: Drawing = ({ node }) => (
  <AtlaskitSpinner
    label={textProp(node, 'label') ?? 'Loading'}
    size={choiceProp(node, 'size', ['xsmall', 'small', 'medium', 'large', 'xlarge']) ?? numberProp(node, 'size')}
    appearance={choiceProp(node, 'appearance', ['inherit', 'invert'])}
  />
);

const ProgressBar: Drawing = ({ node }) => (
  <AtlaskitProgressBar
    value={numberProp(node, 'value')}
    ariaLabel={textProp(node, 'ariaLabel')}
    isIndeterminate={flagProp(node, 'isIndeterminate')}
    appearance={choiceProp(node, 'appearance', ['default', 'success', 'inverse'])}
  />
);

/** Actions come as elements in the prop `actions`, or among the children. */
const SectionMessage: Drawing = ({ node }) => {
  const isAction = ({ type }: UiKitNode): boolean => type === 'SectionMessageAction';
  const actions = [...(listProp(node, 'actions') ?? []).filter(isUiKitNode), ...node.children.filter(isAction)];
  return (
    <AtlaskitSectionMessage
      title={textProp(node, 'title')}
      appearance={choiceProp(node, 'appearance', ['information', 'warning', 'error', 'success', 'discovery'])}
      actions={actions.map((action, index) => (
        <SectionMessageAction key={index} node={action} />
      ))}
    >
      <DrawAll nodes={node.children.filter((child) => !isAction(child))} />
    </AtlaskitSectionMessage>
  );
};

const SectionMessageAction: Drawing = ({ node }) => (
  <AtlaskitAction href={textProp(node, 'href')} onClick={handlersOf(node).onClick}>
    <DrawChildren node={node} />
  </AtlaskitAction>
);

const drawn = (node: UiKitNode | undefined) => node && <DrawNode node={node} />;

const EmptyState: Drawing = ({ node }) => (
  <AtlaskitEmptyState
    header={textProp(node, 'header') ?? ''}
    headingLevel={choiceProp(node, 'headingLevel', [1, 2, 3, 4, 5, 6])}
    description={textProp(node, 'description') ?? drawn(nodeProp(node, 'description'))}
    isLoading={flagProp(node, 'isLoading')}
    width={choiceProp(node, 'width', ['narrow', 'wide'])}
    buttonGroupLabel={textProp(node, 'buttonGroupLabel')}
    primaryAction={drawn(nodeProp(node, 'primaryAction'))}
    secondaryAction={drawn(nodeProp(node, 'secondaryAction'))}
    tertiaryAction={drawn(nodeProp(node, 'tertiaryAction'))}
  />
);

const Tooltip: Drawing = ({ node }) => (
  <AtlaskitTooltip
    content={textProp(node, 'content')}
    position={choiceProp(node, 'position', ['top', 'bottom', 'left', 'right', 'mouse'])}
    delay={numberProp(node, 'delay')}
  >
    <span>
      <DrawChildren node={node} />
    </span>
  </AtlaskitTooltip>
);

export const feedbackDrawings: Readonly<Record<string, Drawing>> = {
  Badge,
  Lozenge,
  Spinner,
  ProgressBar,
  SectionMessage,
  SectionMessageAction,
  EmptyState,
  Tooltip,
};
