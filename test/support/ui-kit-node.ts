/** One element of what a UI Kit page draws, as the product receives it. Text is an element `String` with `props.text`. */
export type UiKitNode = {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly UiKitNode[];
};

export const isUiKitNode = (value: unknown): value is UiKitNode =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'props' in value &&
  typeof value.props === 'object' &&
  'children' in value &&
  Array.isArray(value.children) &&
  value.children.every(isUiKitNode);

/** An element as it is drawn now, with its handlers of now: UI Kit changes elements in place when they are drawn again. */
export const asDrawn = ({ type, props, children }: UiKitNode): UiKitNode => ({ type, props: { ...props }, children });

/** All elements of a type, in the order they are drawn. */
export const findNodes = (root: UiKitNode, type: string): readonly UiKitNode[] => [
  ...(root.type === type ? [root] : []),
  ...root.children.flatMap((child) => findNodes(child, type)),
];

/** What a person reads in an element, titles included. */
export const textOf = ({ props, children }: UiKitNode): string =>
  [props['title'], props['text'], ...children.map(textOf)].filter((part) => typeof part === 'string').join(' ');
