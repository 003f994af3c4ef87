import AtlaskitButton from '@atlaskit/button/new';
import { useState } from 'react';

import { DrawNode } from '../draw/draw-node';
import { memberOf, membersOf } from '../tree/member-of';
import { listProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import type { AppSlot } from './app-slot';
import { askSite } from './ask-site';

type Props = {
  readonly slot: AppSlot;
  readonly tree: UiKitNode;
  readonly config: unknown;
  readonly onSaved: (config: unknown) => void;
};

type Values = Readonly<Record<string, unknown>>;

/**
 * The panel that the editor shows beside a macro: the app's own form, whose fields are kept by name. The fields are the
 * product's to fill, so they get here what they hold.
 *
 * @see https://developer.atlassian.com/platform/forge/add-configuration-to-a-macro/
 */
export const ConfigPanel = ({ slot, tree, config, onSaved }: Props) => {
  const [values, setValues] = useState<Values>({ ...defaultsOf(tree), ...membersOf(config) });
  const [isSaved, setSaved] = useState(false);
  const change = (name: string, value: unknown): void => {
    setSaved(false);
    setValues((before) => ({ ...before, [name]: value }));
  };
  const save = async (): Promise<void> => {
    onSaved(await askSite('/_host/config', { content: slot.content, localId: slot.localId, config: values }));
    setSaved(true);
  };
  return (
    <form
      className="config-panel"
      aria-label={`Configuration of ${slot.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DrawNode node={withValues(tree, values, change)} />
      <AtlaskitButton type="submit" appearance="primary">
        Save
      </AtlaskitButton>
      <span role="status">{isSaved ? 'Saved' : ''}</span>
    </form>
  );
};

const isField = (node: UiKitNode): boolean => textProp(node, 'name') !== undefined && node.type in READERS;

/** What a field's `onChange` is given, as the value that is kept. */
const typed = (event: unknown): unknown => memberOf(memberOf(event, 'target'), 'value');
const checked = (event: unknown): unknown => memberOf(memberOf(event, 'target'), 'checked');
const chosen = (option: unknown): unknown =>
  Array.isArray(option) ? option.map((each: unknown) => memberOf(each, 'value')) : memberOf(option, 'value');
const READERS: Readonly<Record<string, (given: unknown) => unknown>> = {
  Textfield: typed,
  TextArea: typed,
  RadioGroup: typed,
  Select: chosen,
  CheckboxGroup: (given) => given,
  Range: (given) => given,
  Toggle: checked,
  Checkbox: checked,
};

const defaultsOf = (node: UiKitNode): Values => {
  const name = textProp(node, 'name');
  const value = node.props['defaultValue'] ?? node.props['defaultChecked'];
  const own =
    name === undefined || value === undefined || !isField(node)
      ? {}
      : { [name]: node.type === 'Select' ? chosen(value) : value };
  return node.children.reduce<Values>((values, child) => ({ ...values, ...defaultsOf(child) }), own);
};

const withValues = (node: UiKitNode, values: Values, change: (name: string, value: unknown) => void): UiKitNode => {
  const children = node.children.map((child) => withValues(child, values, change));
  const name = textProp(node, 'name');
  if (name === undefined || !isField(node)) return { ...node, children };
  const onChange = (given: unknown): Promise<void> => {
    change(name, READERS[node.type]?.(given));
    return Promise.resolve();
  };
  return { ...node, children, props: { ...node.props, ...heldBy(node, values[name]), onChange } };
};

const heldBy = (node: UiKitNode, value: unknown): Values => {
  if (value === undefined) return {};
  if (node.type === 'Toggle' || node.type === 'Checkbox') return { isChecked: value === true };
  if (node.type !== 'Select') return { value };
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [value];
  const held = (listProp(node, 'options') ?? []).filter((option) => wanted.includes(memberOf(option, 'value')));
  return { value: Array.isArray(value) ? held : (held[0] ?? null) };
};
