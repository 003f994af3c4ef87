import type { RemoteFunction } from '../bridge/parcel';

export type Props = Readonly<Record<string, unknown>>;

/** One element of what the app draws. Text is an element `String` with `props.text`. */
export type UiKitNode = {
  readonly type: string;
  readonly key: string;
  readonly props: Props;
  readonly children: readonly UiKitNode[];
};

export const isUiKitNode = (value: unknown): value is UiKitNode =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'key' in value &&
  'props' in value &&
  typeof value.props === 'object' &&
  'children' in value &&
  Array.isArray(value.children) &&
  value.children.every(isUiKitNode);

export const textProp = ({ props }: UiKitNode, name: string): string | undefined => {
  const value = props[name];
  return typeof value === 'string' ? value : undefined;
};

export const numberProp = ({ props }: UiKitNode, name: string): number | undefined => {
  const value = props[name];
  return typeof value === 'number' ? value : undefined;
};

export const flagProp = ({ props }: UiKitNode, name: string): boolean | undefined => {
  const value = props[name];
  return typeof value === 'boolean' ? value : undefined;
};

export const listProp = ({ props }: UiKitNode, name: string): readonly unknown[] | undefined => {
  const value: unknown = props[name];
  return Array.isArray(value) ? value : undefined;
};

/** One of the values that a component knows; any other is as if it were absent. */
export const choiceProp = <Choice extends string | number>(
  { props }: UiKitNode,
  name: string,
  choices: readonly Choice[],
): Choice | undefined => choices.find((choice) => choice === props[name]);

const isRemote = (value: unknown): value is RemoteFunction => typeof value === 'function';

/** A handler of the app. What it rejects with is the app's own affair: the browser's console shows it. */
export const handlerProp = ({ props }: UiKitNode, name: string): RemoteFunction | undefined => {
  const value = props[name];
  return isRemote(value) ? value : undefined;
};

/** A prop that holds an element: an action, an empty view. */
export const nodeProp = ({ props }: UiKitNode, name: string): UiKitNode | undefined => {
  const value = props[name];
  return isUiKitNode(value) ? value : undefined;
};

/** What a person reads in an element. */
export const textOf = (node: UiKitNode): string =>
  [textProp(node, 'text') ?? '', ...node.children.map(textOf)].join('');
