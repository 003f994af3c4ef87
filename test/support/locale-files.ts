import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

/** The files that Forge serves beside a page's bundle, by their names below `__LOCALES__`, as the manifest declares them. */
export const readLocaleFile = (name: string): unknown => {
  const { resources, fallback } = declaredTranslations();
  if (name === 'i18n-info.json') return { config: { locales: resources.map(({ key }) => key), fallback } };
  const declared = resources.find(({ key }) => `${key}.json` === name);
  return declared && JSON.parse(readFileSync(path.resolve(declared.path), 'utf8'));
};

const manifestSchema = v.object({
  translations: v.object({
    resources: v.array(v.object({ key: v.string(), path: v.string() })),
    fallback: v.unknown(),
  }),
});

const declaredTranslations = () => v.parse(manifestSchema, parse(readFileSync('manifest.yml', 'utf8'))).translations;
