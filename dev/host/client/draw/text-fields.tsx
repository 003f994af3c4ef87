import AtlaskitTextArea from '@atlaskit/textarea';
import AtlaskitTextfield from '@atlaskit/textfield';

import { handlersOf } from '../tree/handlers';
import { choiceProp, flagProp, nodeProp, numberProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import { DrawNode, type Drawing } from './draw-node';
import { useTypedText } from './use-typed-text';

const useTextField = (node: UiKitNode) => {
  const given = node.props['value'];
  const value = typeof given === 'number' ? String(given) : textProp(node, 'value');
  const { shown, type } = useTypedText(value);
  const { onChange, onBlur, onFocus } = handlersOf(node);
  return {
    id: textProp(node, 'id'),
    name: textProp(node, 'name'),
    placeholder: textProp(node, 'placeholder'),
    testId: textProp(node, 'testId'),
    appearance: choiceProp(node, 'appearance', ['standard', 'subtle', 'none']),
    autoFocus: flagProp(node, 'autoFocus'),
    isCompact: flagProp(node, 'isCompact'),
    isDisabled: flagProp(node, 'isDisabled'),
    isInvalid: flagProp(node, 'isInvalid'),
    isMonospaced: flagProp(node, 'isMonospaced'),
    isReadOnly: flagProp(node, 'isReadOnly'),
    isRequired: flagProp(node, 'isRequired'),
    maxLength: numberProp(node, 'maxLength'),
    minLength: numberProp(node, 'minLength'),
    'aria-labelledby': textProp(node, 'aria-labelledby'),
    'aria-invalid': flagProp(node, 'aria-invalid'),
    defaultValue: textProp(node, 'defaultValue') ?? numberProp(node, 'defaultValue')?.toString(),
    ...(value === undefined ? {} : { value: shown ?? '' }),
    onBlur,
    onFocus,
    onChange: (event: React.FormEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (value !== undefined) type(event.currentTarget.value);
      onChange?.(event);
    },
  };
};

const Textfield: Drawing = ({ node }) => {
  const before = nodeProp(node, 'elemBeforeInput');
  const after = nodeProp(node, 'elemAfterInput');
  const props = useTextField(node);
  return (
    <AtlaskitTextfield
      {...props}
      type={textProp(node, 'type')}
      min={numberProp(node, 'min')}
      max={numberProp(node, 'max')}
      pattern={textProp(node, 'pattern')}
      width={textProp(node, 'width') ?? numberProp(node, 'width')}
      elemBeforeInput={before && <DrawNode node={before} />}
      elemAfterInput={after && <DrawNode node={after} />}
    />
  );
};

const TextArea: Drawing = ({ node }) => {
  const props = useTextField(node);
  return (
    <AtlaskitTextArea
      {...props}
      minimumRows={numberProp(node, 'minimumRows')}
      maxHeight={textProp(node, 'maxHeight')}
      resize={choiceProp(node, 'resize', ['auto', 'vertical', 'horizontal', 'smart', 'none'])}
      spellCheck={flagProp(node, 'spellCheck')}
    />
  );
};

export const textFieldDrawings = { Textfield, TextArea };
