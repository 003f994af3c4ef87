import { resourceName, resourceOf } from './resource';
import { childElements, childNamed, textContent, type StorageElement } from './storage-node';

/** A Confluence macro, whichever way it was written. */
export type Macro = {
  readonly name: string;
  /** Each on one line, by lower-cased name, the unnamed one under ''; a page or file is given by its title or name, a page elsewhere with its space. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly richBody: StorageElement | undefined;
  readonly plainBody: string | undefined;
};

const MACRO_ELEMENTS: ReadonlySet<string> = new Set(['ac:structured-macro', 'ac:macro']);

export const isMacro = (element: Pick<StorageElement, 'name'>): boolean => MACRO_ELEMENTS.has(element.name);

export const readMacro = (element: StorageElement): Macro => {
  const parameters = childElements(element).filter((child) => child.name === 'ac:parameter');
  const richBody = childNamed(element, 'ac:rich-text-body');
  const plainBody = childNamed(element, 'ac:plain-text-body');
  return {
    name: macroName(element),
    parameters: new Map(parameters.map((child) => [parameterName(child), parameterText(child)])),
    richBody,
    plainBody: plainBody && textContent(plainBody),
  };
};

export const macroName = (element: Pick<StorageElement, 'attributes'>): string =>
  (element.attributes.get('ac:name') ?? 'unknown').trim().toLowerCase();

const parameterName = (parameter: StorageElement): string => (parameter.attributes.get('ac:name') ?? '').toLowerCase();

const parameterText = (parameter: StorageElement): string => {
  const text = textContent(parameter).replace(/\s+/g, ' ').trim();
  const resource = resourceOf(parameter) ?? resourceOf(childNamed(parameter, 'ac:link') ?? parameter);
  if (text !== '' || resource === undefined) return text;
  const isElsewhere = resource.kind === 'page' && resource.spaceKey !== undefined;
  return isElsewhere ? `${resource.title}, space ${resource.spaceKey}` : resourceName(resource);
};
