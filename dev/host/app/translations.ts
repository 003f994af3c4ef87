import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { AppManifest } from './app-manifest';

/** The texts of the app by locale, as they stand in its files. */
export type Translations = ReadonlyMap<string, unknown>;

export const readTranslations = async (
  appDirectory: string,
  { translations }: Pick<AppManifest, 'translations'>,
): Promise<Translations> =>
  new Map(
    await Promise.all(
      (translations?.resources ?? []).map(async ({ key, path: file }): Promise<[string, unknown]> => [
        key,
        JSON.parse(await readFile(path.join(appDirectory, file), 'utf8')),
      ]),
    ),
  );

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** A text by its key: as it stands, or else by the path that the key spells with dots. */
const textAt = (texts: unknown, key: string): string | undefined => {
  const found = memberOf(texts, key) ?? key.split('.').reduce(memberOf, texts);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** What a module's title says in a language. */
export const translate = (
  title: string | { readonly i18n: string },
  locale: string,
  { translations }: Pick<AppManifest, 'translations'>,
  texts: Translations,
): string => {
  if (typeof title === 'string') return title;
  const fallback = translations?.fallback.default ?? '';
  return textAt(texts.get(locale), title.i18n) ?? textAt(texts.get(fallback), title.i18n) ?? title.i18n;
};

const i18nKeysIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = memberOf(value, 'i18n');
  if (typeof own === 'string') return [own];
  return Object.values(value).flatMap(i18nKeysIn);
};

/**
 * `__LOCALES__/i18n-info.json`, as Forge makes it when it bundles.
 *
 * @see `i18n-resource-bundling-service.js` of @forge/cli-shared 9.8.0
 */
export const toI18nInfo = ({ translations, modules }: AppManifest, texts: Translations): unknown => {
  const locales = [...texts.keys()].sort();
  const keys = [
    ...new Set(Object.values(modules).flatMap((entries) => (Array.isArray(entries) ? i18nKeysIn(entries) : []))),
  ];
  return {
    translations: Object.fromEntries(
      keys.map((key) => [
        key,
        Object.fromEntries(
          locales.flatMap((locale) => {
            const text = textAt(texts.get(locale), key);
            return text === undefined ? [] : [[locale, text]];
          }),
        ),
      ]),
    ),
    config: { locales, fallback: translations?.fallback },
  };
};
