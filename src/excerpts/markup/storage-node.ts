/** Storage format as a tree; a string is text with its entities decoded. */
export type StorageNode = string | StorageElement;

export type StorageElement = {
  /** Lower-cased, with its prefix: `ac:link`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StorageNode[];
  /** Some element inside, at any depth, starts a line of its own. */
  readonly holdsBlocks: boolean;
};

export const isElement = (node: StorageNode): node is StorageElement => typeof node !== 'string';

/** The first child element with this name. */
export const childNamed = (element: StorageElement, name: string): StorageElement | undefined =>
  childElements(element).find((child) => child.name === name);

export const childElements = (element: StorageElement): readonly StorageElement[] => element.children.filter(isElement);

/** All text inside, verbatim, with a line end for `br`: what a code macro shows. */
export const textContent = (node: StorageNode): string => {
  if (!isElement(node)) return node;
  return node.name === 'br' ? '\n' : node.children.map(textContent).join('');
};
