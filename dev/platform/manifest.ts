/** What the stand-in needs of a manifest, with every reference between modules already checked. */
export type Manifest = {
  /** The UUID at the end of `app.id`. */
  readonly appId: string;
  readonly memoryMb: number;
  readonly functions: ReadonlyMap<string, FunctionModule>;
  readonly webTriggers: ReadonlyMap<string, WebTriggerModule>;
  /** Modules that have a resolver, by key. */
  readonly resolvers: ReadonlyMap<string, ResolverModule>;
  readonly subscriptions: readonly Subscription[];
  readonly entities: ReadonlyMap<string, EntitySchema>;
  readonly scopes: ReadonlyMap<string, { readonly allowImpersonation: boolean }>;
  /** Addresses of `permissions.external.fetch.backend`. */
  readonly egress: readonly string[];
};

/** `handler: index.search` is `file` `index` and `exportName` `search`. */
export type FunctionModule = {
  readonly key: string;
  readonly file: string;
  readonly exportName: string;
  readonly timeoutSeconds?: number;
};

export type StaticOutput = {
  readonly key: string;
  readonly statusCode: number;
  readonly contentType?: string | undefined;
  readonly body?: string | undefined;
};

export type WebTriggerModule = {
  readonly key: string;
  readonly functionKey: string;
  readonly urlFormat: 'v1' | 'v2';
  /** `request.authentication: hmacSharedSecret`: the platform verifies a signature before the function is called. */
  readonly isAuthenticated: boolean;
  /** Present for `response.type: static` only. */
  readonly outputs?: readonly StaticOutput[];
};

export type ResolverModule = { readonly key: string; readonly type: string; readonly functionKey: string };

/** `event` is a product or lifecycle event, `scheduledTrigger:<key>`, `consumer:<queue>` or `preUninstall`. */
export type Subscription = {
  readonly event: string;
  readonly moduleKey: string;
  readonly moduleType: 'trigger' | 'scheduledTrigger' | 'consumer' | 'preUninstall';
  readonly functionKey: string;
};

export const ATTRIBUTE_TYPES = ['string', 'integer', 'float', 'boolean', 'any'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export type EntitySchema = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: readonly EntityIndex[];
};

export type EntityIndex = {
  readonly name: string;
  readonly range: readonly string[];
  readonly partition: readonly string[];
};
