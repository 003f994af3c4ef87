import { html, type Markup } from '../html';
import { toStorageKey, type ConfigValue, type MacroConfig } from './forge-macro';

const EXTENSION = /<ac:adf-extension>[\s\S]*?<\/ac:adf-extension>/g;
const PARAMETER_TAG = /<ac:adf-parameter(?=[\s>])[^>]*?(\/?)>|<\/ac:adf-parameter\s*>/g;
const GUEST_START = /<ac:adf-parameter key="guest-params"\s*(\/?)>/;
const PARAMETERS_END = /(<ac:adf-attribute key="parameters">[\s\S]*?)(<\/ac:adf-attribute>)/;

/**
 * Puts a macro's configuration into a page's storage format, in place of what was there.
 *
 * @returns `undefined` when the page has no such macro
 */
export const saveConfig = (storage: string, localId: string, config: MacroConfig): string | undefined => {
  const isMeant = (extension: string): boolean => localId !== '' && extension.includes(`key="local-id">${localId}<`);
  if (!(storage.match(EXTENSION) ?? []).some(isMeant)) return undefined;
  return storage.replace(EXTENSION, (extension) => {
    if (!isMeant(extension)) return extension;
    const guest = html`<ac:adf-parameter key="guest-params"
      >${Object.entries(config).map(writeParameter)}</ac:adf-parameter
    >`;
    return replaceGuest(extension, guest.text);
  });
};

const writeParameter = ([key, value]: readonly [string, ConfigValue]): Markup => {
  const name = toStorageKey(key);
  if (typeof value === 'string') return html`<ac:adf-parameter key="${name}">${value}</ac:adf-parameter>`;
  if (typeof value === 'object') {
    const values = value.map((each) => html`<ac:adf-parameter-value>${each}</ac:adf-parameter-value>`);
    return html`<ac:adf-parameter key="${name}">${values}</ac:adf-parameter>`;
  }
  return html`<ac:adf-parameter key="${name}" type="${typeof value}">${String(value)}</ac:adf-parameter>`;
};

const replaceGuest = (extension: string, guest: string): string => {
  const start = GUEST_START.exec(extension);
  if (start === null)
    return extension.replace(PARAMETERS_END, (_, before: string, end: string) => before + guest + end);
  const end = start[1] === '/' ? start.index + start[0].length : endOfParameter(extension, start.index);
  return extension.slice(0, start.index) + guest + extension.slice(end);
};

/** Where the parameter that begins at `from` ends: parameters hold parameters. */
const endOfParameter = (extension: string, from: number): number => {
  let depth = 0;
  for (const tag of extension.slice(from).matchAll(PARAMETER_TAG)) {
    if (tag[1] === '/') continue;
    depth += tag[0].startsWith('</') ? -1 : 1;
    if (depth === 0) return from + tag.index + tag[0].length;
  }
  return extension.length;
};
