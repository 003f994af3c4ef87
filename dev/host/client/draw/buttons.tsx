import AtlaskitButton, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import { ButtonGroup as AtlaskitButtonGroup } from '@atlaskit/button';

import { handlersOf } from '../tree/handlers';
import { choiceProp, flagProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';
import { Glyph } from './icon';

const APPEARANCES = ['default', 'danger', 'primary', 'subtle', 'warning', 'discovery'] as const;

const icon = (node: UiKitNode, name: string) => {
  const glyph = textProp(node, name);
  return glyph === undefined ? undefined : () => <Glyph name={glyph} />;
};

const shared = (node: UiKitNode) => {
  const { onClick, onBlur, onFocus } = handlersOf(node);
  return {
    id: textProp(node, 'id'),
    autoFocus: flagProp(node, 'autoFocus'),
    isDisabled: flagProp(node, 'isDisabled'),
    isSelected: flagProp(node, 'isSelected'),
    shouldFitContainer: flagProp(node, 'shouldFitContainer'),
    spacing: choiceProp(node, 'spacing', ['default', 'compact']),
    testId: textProp(node, 'testId'),
    onClick,
    onBlur,
    onFocus,
  };
};

const Button: Drawing = ({ node }) => (
  <AtlaskitButton
    {...shared(node)}
    appearance={choiceProp(node, 'appearance', APPEARANCES)}
    type={choiceProp(node, 'type', ['button', 'submit', 'reset'])}
    isLoading={flagProp(node, 'isLoading')}
    iconBefore={icon(node, 'iconBefore')}
    iconAfter={icon(node, 'iconAfter')}
  >
    <DrawChildren node={node} />
  </AtlaskitButton>
);

const LinkButton: Drawing = ({ node }) => (
  <AtlaskitLinkButton
    {...shared(node)}
    href={textProp(node, 'href') ?? '#'}
    target={textProp(node, 'target')}
    appearance={choiceProp(node, 'appearance', ['default', 'primary', 'subtle', 'warning', 'danger', 'discovery'])}
  >
    <DrawChildren node={node} />
  </AtlaskitLinkButton>
);

const ButtonGroup: Drawing = ({ node }) => (
  <AtlaskitButtonGroup label={textProp(node, 'label')}>
    <DrawChildren node={node} />
  </AtlaskitButtonGroup>
);

export const buttonDrawings = { Button, LoadingButton: Button, LinkButton, ButtonGroup };
