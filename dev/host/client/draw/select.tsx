import AtlaskitSelect from '@atlaskit/select';

import { choiceProp, flagProp, handlerProp, listProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import type { Drawing } from './draw-node';

type Option = { readonly label: string; readonly value: string };
type Group = { readonly label: string; readonly options: readonly Option[] };

const isOption = (value: unknown): value is Option =>
  typeof value === 'object' && value !== null && 'label' in value && 'value' in value;
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && 'options' in value && Array.isArray(value.options);
const isOptionOrGroup = (value: unknown): value is Option | Group => isOption(value) || isGroup(value);

/** `undefined`: the select keeps its value itself; `null`: nothing is chosen. */
const chosen = (node: UiKitNode, name: string): Option | readonly Option[] | null | undefined => {
  const value = node.props[name];
  if (value === null || isOption(value)) return value;
  return listProp(node, name)?.filter(isOption);
};

/** What the app learns of a change, without what names elements of the page. */
const toAction = ({ action }: { readonly action: string }) => ({ action });

const Select: Drawing = ({ node }) => {
  const value = chosen(node, 'value');
  const inputValue = textProp(node, 'inputValue');
  const menuIsOpen = flagProp(node, 'menuIsOpen');
  return (
    <AtlaskitSelect<Option, boolean>
      id={textProp(node, 'id')}
      inputId={textProp(node, 'inputId')}
      name={textProp(node, 'name')}
      testId={textProp(node, 'testId')}
      appearance={choiceProp(node, 'appearance', ['default', 'subtle', 'none'])}
      spacing={choiceProp(node, 'spacing', ['default', 'compact'])}
      placeholder={textProp(node, 'placeholder')}
      options={(listProp(node, 'options') ?? []).filter(isOptionOrGroup)}
      defaultValue={chosen(node, 'defaultValue')}
      {...(value === undefined ? {} : { value })}
      {...(inputValue === undefined ? {} : { inputValue })}
      {...(menuIsOpen === undefined ? {} : { menuIsOpen })}
      autoFocus={flagProp(node, 'autoFocus')}
      closeMenuOnSelect={flagProp(node, 'closeMenuOnSelect')}
      isClearable={flagProp(node, 'isClearable')}
      isDisabled={flagProp(node, 'isDisabled')}
      isInvalid={flagProp(node, 'isInvalid')}
      isLoading={flagProp(node, 'isLoading')}
      isMulti={flagProp(node, 'isMulti')}
      isRequired={flagProp(node, 'isRequired')}
      isSearchable={flagProp(node, 'isSearchable')}
      onChange={(next, meta) => void handlerProp(node, 'onChange')?.(next, toAction(meta))}
      onInputChange={(typed, meta) => void handlerProp(node, 'onInputChange')?.(typed, toAction(meta))}
      onBlur={() => void handlerProp(node, 'onBlur')?.()}
      onFocus={() => void handlerProp(node, 'onFocus')?.()}
    />
  );
};

export const selectDrawings = { Select };
