import { childElements, childNamed, textContent, type StorageElement, type StorageNode } from './storage-node';

/** A Confluence macro, whichever way it was written. */
export type Macro = {
  readonly name: string;
  /** By name; the unnamed one under ''. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What the unnamed parameter holds: the page of an `include`. */
  readonly target: readonly StorageNode[];
  readonly richBody?: StorageElement;
  readonly plainBody?: string;
};

const MACRO_ELEMENTS: ReadonlySet<string> = new Set(['ac:structured-macro', 'ac:macro']);

export const isMacro = (element: Pick<StorageElement, 'name'>): boolean => MACRO_ELEMENTS.has(element.name);

export const readMacro = (element: StorageElement): Macro => {
  const parameters = childElements(element).filter((child) => child.name === 'ac:parameter');
  const richBody = childNamed(element, 'ac:rich-text-body');
  const plainBody = childNamed(element, 'ac:plain-text-body');
  return {
    name: macroName(element),
    parameters: new Map(parameters.map((child) => [child.attributes.get('ac:name') ?? '', textContent(child).trim()])),
    target: parameters.find((child) => (child.attributes.get('ac:name') ?? '') === '')?.children ?? [],
    ...(richBody && { richBody }),
    ...(plainBody && { plainBody: textContent(plainBody) }),
  };
};

export const macroName = (element: Pick<StorageElement, 'attributes'>): string =>
  (element.attributes.get('ac:name') ?? 'unknown').trim().toLowerCase();
