import AtlaskitCheckbox from '@atlaskit/checkbox';
import { Radio as AtlaskitRadio } from '@atlaskit/radio';
import AtlaskitToggle from '@atlaskit/toggle';
import { useId, useState } from 'react';

import { handlersOf } from '../tree/handlers';
import { choiceProp, flagProp, handlerProp, listProp, numberProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import { toEventData } from '../tree/event-data';
import type { Drawing } from './draw-node';

const shared = (node: UiKitNode) => {
  const { onChange, onBlur, onFocus } = handlersOf(node);
  return {
    id: textProp(node, 'id'),
    name: textProp(node, 'name'),
    testId: textProp(node, 'testId'),
    isDisabled: flagProp(node, 'isDisabled'),
    onBlur,
    onFocus,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange?.(event),
  };
};

const Toggle: Drawing = ({ node }) => (
  <AtlaskitToggle
    {...shared(node)}
    value={textProp(node, 'value')}
    size={choiceProp(node, 'size', ['regular', 'large'])}
    label={textProp(node, 'label')}
    isChecked={flagProp(node, 'isChecked')}
    defaultChecked={flagProp(node, 'defaultChecked')}
  />
);

const Checkbox: Drawing = ({ node }) => (
  <AtlaskitCheckbox
    {...shared(node)}
    value={textProp(node, 'value') ?? numberProp(node, 'value')}
    label={textProp(node, 'label')}
    isChecked={flagProp(node, 'isChecked')}
    defaultChecked={flagProp(node, 'defaultChecked')}
    isIndeterminate={flagProp(node, 'isIndeterminate')}
    isInvalid={flagProp(node, 'isInvalid')}
    isRequired={flagProp(node, 'isRequired')}
    aria-labelledby={textProp(node, 'aria-labelledby')}
  />
);

type Option = { readonly label: string; readonly value: string; readonly isDisabled: boolean };

const optionsOf = (node: UiKitNode): readonly Option[] =>
  (listProp(node, 'options') ?? []).flatMap((option) => {
    if (typeof option !== 'object' || option === null || !('label' in option) || !('value' in option)) return [];
    const isDisabled = 'isDisabled' in option && option.isDisabled === true;
    return [{ label: String(option.label), value: String(option.value), isDisabled }];
  });

const valuesOf = (node: UiKitNode, name: string): readonly string[] | undefined => listProp(node, name)?.map(String);

const CheckboxGroup: Drawing = ({ node }) => {
  const [own, setOwn] = useState(valuesOf(node, 'defaultValue') ?? []);
  const chosen = valuesOf(node, 'value') ?? own;
  const change = (value: string, isChosen: boolean): void => {
    const next = optionsOf(node)
      .map((option) => option.value)
      .filter((each) => (each === value ? isChosen : chosen.includes(each)));
    setOwn(next);
    void handlerProp(node, 'onChange')?.(next);
  };
  return (
    <div role="group" aria-labelledby={textProp(node, 'aria-labelledby')}>
      {optionsOf(node).map(({ label, value, isDisabled }) => (
        <AtlaskitCheckbox
          key={value}
          name={textProp(node, 'name')}
          label={label}
          value={value}
          isDisabled={isDisabled || flagProp(node, 'isDisabled') === true}
          isChecked={chosen.includes(value)}
          onChange={(event) => {
            change(value, event.target.checked);
          }}
        />
      ))}
    </div>
  );
};

const Radio: Drawing = ({ node }) => (
  <AtlaskitRadio
    {...shared(node)}
    value={textProp(node, 'value')}
    label={textProp(node, 'label')}
    ariaLabel={textProp(node, 'ariaLabel')}
    isChecked={flagProp(node, 'isChecked')}
    isInvalid={flagProp(node, 'isInvalid')}
    isRequired={flagProp(node, 'isRequired')}
  />
);

const RadioGroup: Drawing = ({ node }) => {
  const ownName = useId();
  const [own, setOwn] = useState(textProp(node, 'defaultValue'));
  const chosen = textProp(node, 'value') ?? own;
  return (
    <div role="radiogroup" aria-labelledby={textProp(node, 'aria-labelledby')}>
      {optionsOf(node).map(({ label, value, isDisabled }) => (
        <AtlaskitRadio
          key={value}
          name={textProp(node, 'name') ?? ownName}
          label={label}
          value={value}
          isDisabled={isDisabled || flagProp(node, 'isDisabled') === true}
          isInvalid={flagProp(node, 'isInvalid')}
          isRequired={flagProp(node, 'isRequired')}
          isChecked={value === chosen}
          onChange={(event) => {
            setOwn(value);
            void handlerProp(node, 'onChange')?.(toEventData(event));
          }}
        />
      ))}
    </div>
  );
};

/** Not Atlaskit's: that package is not among the project's. */
const Range: Drawing = ({ node }) => {
  const [own, setOwn] = useState(numberProp(node, 'defaultValue'));
  return (
    <input
      type="range"
      className="range"
      id={textProp(node, 'id')}
      name={textProp(node, 'name')}
      min={numberProp(node, 'min')}
      max={numberProp(node, 'max')}
      step={numberProp(node, 'step')}
      disabled={flagProp(node, 'isDisabled')}
      aria-labelledby={textProp(node, 'aria-labelledby')}
      value={numberProp(node, 'value') ?? own ?? 50}
      onChange={({ target }) => {
        setOwn(target.valueAsNumber);
        void handlerProp(node, 'onChange')?.(target.valueAsNumber);
      }}
    />
  );
};

export const choiceDrawings = { Toggle, Checkbox, CheckboxGroup, Radio, RadioGroup, Range };
