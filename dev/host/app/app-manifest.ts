import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

const title = v.union([v.string(), v.looseObject({ i18n: v.string() })]);

const pageModule = v.looseObject({
  key: v.string(),
  title,
  resource: v.string(),
  render: v.literal('native'),
  route: v.optional(v.string()),
  config: v.optional(v.unknown()),
  unlicensedAccess: v.optional(v.array(v.string()), []),
});

const manifest = v.looseObject({
  app: v.looseObject({ id: v.string() }),
  modules: v.looseObject({
    macro: v.optional(v.array(pageModule), []),
    'confluence:spaceSettings': v.optional(v.array(pageModule), []),
    'confluence:globalSettings': v.optional(v.array(pageModule), []),
  }),
  resources: v.array(v.looseObject({ key: v.string(), path: v.string() })),
  translations: v.optional(
    v.looseObject({
      resources: v.array(v.looseObject({ key: v.string(), path: v.string() })),
      fallback: v.looseObject({ default: v.string() }),
    }),
  ),
});

/** A module of the app that a page of the host shows. */
export type PageModule = v.InferOutput<typeof pageModule> & { readonly type: string };

/** What the host needs of manifest.yml. */
export type AppManifest = {
  readonly appId: string;
  readonly pages: readonly PageModule[];
  readonly resources: v.InferOutput<typeof manifest>['resources'];
  readonly translations: v.InferOutput<typeof manifest>['translations'];
  /** Everything below `modules`, as it stands there. */
  readonly modules: Readonly<Record<string, unknown>>;
};

const PAGE_TYPES = ['macro', 'confluence:spaceSettings', 'confluence:globalSettings'] as const;

/** @throws {Error} where the manifest lacks what the host needs */
export const parseAppManifest = (text: string): AppManifest => {
  const { app, modules, resources, translations } = v.parse(manifest, parseYaml(text));
  return {
    appId: app.id.split('/').at(-1) ?? app.id,
    pages: PAGE_TYPES.flatMap((type) => modules[type].map((module) => ({ ...module, type }))),
    resources,
    translations,
    modules,
  };
};
