import { childElements, textContent, type StorageElement } from '../../../src/excerpts/markup/storage-node';

export type ConfigValue = string | number | boolean | readonly string[];
export type MacroConfig = Readonly<Record<string, ConfigValue>>;

/** A Forge macro as it stands in a page. */
export type ForgeMacro = {
  /** `<app>/<environment>/static/<module>`: the last part. */
  readonly moduleKey: string;
  readonly localId: string;
  /** Absent until somebody has configured it. */
  readonly config?: MacroConfig;
};

const EXTENSION_TYPE = 'com.atlassian.ecosystem';

/**
 * Reads an `ac:adf-extension` as a macro of a Forge app.
 *
 * @returns `undefined` for an extension of another kind
 * @see https://community.developer.atlassian.com/t/how-to-add-forge-macros-extension-to-the-page-programmatically-via-rest-api/63387
 * @see github.com/codeclou/advanced-codeblocks-cloud-migration-helper (a whole example, with values in lists)
 */
export const readForgeMacro = (extension: StorageElement): ForgeMacro | undefined => {
  const node = childElements(extension).find(({ name }) => name === 'ac:adf-node');
  if (node === undefined) return undefined;
  const attribute = (key: string) => withKey(node, key);
  const text = (element: StorageElement | undefined): string =>
    element === undefined ? '' : textContent(element).trim();
  if (text(attribute('extension-type')) !== EXTENSION_TYPE) return undefined;
  const parameters = attribute('parameters');
  const guest = parameters && withKey(parameters, 'guest-params');
  return {
    moduleKey: text(attribute('extension-key')).split('/').at(-1) ?? '',
    localId: text(attribute('local-id')) || text(parameters && withKey(parameters, 'local-id')),
    ...(guest === undefined ? {} : { config: readConfig(guest) }),
  };
};

const withKey = (element: StorageElement, key: string): StorageElement | undefined =>
  childElements(element).find(({ attributes }) => attributes.get('key') === key);

const readConfig = (guest: StorageElement): MacroConfig =>
  Object.fromEntries(
    childElements(guest).map((parameter) => [
      fromStorageKey(parameter.attributes.get('key') ?? ''),
      readValue(parameter),
    ]),
  );

const readValue = (parameter: StorageElement): ConfigValue => {
  const values = childElements(parameter).filter(({ name }) => name === 'ac:adf-parameter-value');
  if (values.length > 0) return values.map((value) => textContent(value));
  const text = textContent(parameter);
  const type = parameter.attributes.get('type');
  if (type === 'boolean') return text === 'true';
  return type === 'number' ? Number(text) : text;
};

/** In storage format, keys are written with hyphens: `guestParams` is `guest-params`. */
const fromStorageKey = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const toStorageKey = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
