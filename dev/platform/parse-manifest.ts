import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

import type { EntitySchema, FunctionModule, Manifest } from './manifest';
import type { ResolverModule, Subscription, WebTriggerModule } from './manifest';
import { APP_ID, manifestSchema, resolverSchema } from './manifest-schema';
import { PlatformError } from './platform-error';

/** Memory of a function where the manifest names none. @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const DEFAULT_MEMORY_MB = 512;

type Source = v.InferOutput<typeof manifestSchema>;

/**
 * Reads a manifest.yml as far as the stand-in acts on it; other members are not looked at (`forge lint` does that).
 * @throws {PlatformError} `invalid-manifest`, naming every member that is wrong.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/
 */
export const parseManifest = (text: string): Manifest => {
  const parsed = v.safeParse(manifestSchema, readYaml(text));
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'manifest'}: ${issue.message}`);
    throw new PlatformError('invalid-manifest', `manifest.yml is not usable: ${problems.join('; ')}`);
  }
  const source = parsed.output;
  const manifest: Manifest = {
    appId: APP_ID.exec(source.app.id)?.[1] ?? source.app.id,
    memoryMb: source.app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB,
    functions: byKey((source.modules.function ?? []).map(toFunction)),
    webTriggers: byKey((source.modules.webtrigger ?? []).map(toWebTrigger)),
    resolvers: byKey(toResolvers(source)),
    subscriptions: toSubscriptions(source),
    entities: new Map((source.app.storage?.entities ?? []).map((entity) => [entity.name, toEntity(entity)])),
    scopes: toScopes(source),
    egress: (source.permissions?.external?.fetch?.backend ?? []).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : (entry.address ?? []),
    ),
  };
  assertFunctionsExist(manifest);
  assertAuthenticatedAreV2(manifest);
  return manifest;
};

const readYaml = (text: string): unknown => {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new PlatformError('invalid-manifest', 'manifest.yml is not YAML', { cause: error });
  }
};

const byKey = <T extends { readonly key: string }>(modules: readonly T[]): ReadonlyMap<string, T> =>
  new Map(modules.map((module) => [module.key, module]));

type FunctionSource = NonNullable<Source['modules']['function']>[number];
const toFunction = ({ key, handler, timeoutSeconds }: FunctionSource): FunctionModule => {
  const [file = '', exportName = ''] = handler.split('.');
  return { key, file, exportName, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) };
};

type WebTriggerSource = NonNullable<Source['modules']['webtrigger']>[number];
const toWebTrigger = (module: WebTriggerSource): WebTriggerModule => ({
  key: module.key,
  functionKey: module.function,
  urlFormat: module.urlFormat ?? 'v1',
  isAuthenticated: module.request?.authentication === 'hmacSharedSecret',
  ...(module.response?.type === 'static' ? { outputs: module.response.outputs ?? [] } : {}),
});

/** Any module may have one, whatever its type. */
const toResolvers = ({ modules }: Source): ResolverModule[] =>
  Object.entries(modules)
    .filter(([type]) => type !== 'consumer')
    .flatMap(([type, entries]) =>
      (entries ?? []).flatMap((entry) => {
        const parsed = v.safeParse(resolverSchema, entry);
        return parsed.success ? [{ key: parsed.output.key, type, functionKey: parsed.output.resolver.function }] : [];
      }),
    );

const toSubscriptions = ({ modules }: Source): Subscription[] => [
  ...(modules.trigger ?? []).flatMap((module) =>
    module.events.map((event) => ({
      event,
      moduleKey: module.key,
      moduleType: 'trigger' as const,
      functionKey: module.function,
    })),
  ),
  ...(modules.scheduledTrigger ?? []).map((module) => ({
    event: `scheduledTrigger:${module.key}`,
    moduleKey: module.key,
    moduleType: 'scheduledTrigger' as const,
    functionKey: module.function,
  })),
  ...(modules.consumer ?? []).flatMap((module) => {
    const functionKey = module.function ?? module.resolver?.function;
    return functionKey === undefined
      ? []
      : [{ event: `consumer:${module.queue}`, moduleKey: module.key, moduleType: 'consumer' as const, functionKey }];
  }),
  ...(modules.preUninstall ?? []).map((module) => ({
    event: 'preUninstall',
    moduleKey: module.key,
    moduleType: 'preUninstall' as const,
    functionKey: module.function,
  })),
];

type EntitySource = NonNullable<NonNullable<Source['app']['storage']>['entities']>[number];
const toEntity = (entity: EntitySource): EntitySchema => ({
  name: entity.name,
  attributes: new Map(Object.entries(entity.attributes).map(([name, { type }]) => [name, type])),
  indexes: (entity.indexes ?? []).map((index) =>
    typeof index === 'string'
      ? { name: index, range: [index], partition: [] }
      : { name: index.name, range: index.range ?? [], partition: index.partition ?? [] },
  ),
});

const toScopes = (source: Source): Manifest['scopes'] => {
  const scopes = source.permissions?.scopes ?? [];
  return Array.isArray(scopes)
    ? new Map(scopes.map((scope) => [scope, { allowImpersonation: false }]))
    : new Map(
        Object.entries(scopes).map(([scope, use]) => [scope, { allowImpersonation: use?.allowImpersonation ?? false }]),
      );
};

const assertFunctionsExist = (manifest: Manifest): void => {
  const users = [...manifest.webTriggers.values(), ...manifest.resolvers.values(), ...manifest.subscriptions];
  const missing = users.map((user) => user.functionKey).filter((key) => !manifest.functions.has(key));
  if (missing.length > 0) {
    throw new PlatformError('invalid-manifest', `manifest.yml names functions that it lacks: ${missing.join(', ')}`);
  }
};

/** @see https://community.developer.atlassian.com/t/rfc-141-hmac-authenticated-web-triggers/102029 */
const assertAuthenticatedAreV2 = ({ webTriggers }: Manifest): void => {
  const wrong = [...webTriggers.values()].filter(
    ({ isAuthenticated, urlFormat }) => isAuthenticated && urlFormat !== 'v2',
  );
  if (wrong.length > 0) {
    const keys = wrong.map(({ key }) => key).join(', ');
    throw new PlatformError('invalid-manifest', `an authenticated web trigger needs urlFormat v2: ${keys}`);
  }
};
