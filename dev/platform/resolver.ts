import { InvocationError, valueOf } from './invocation-error';
import type { Installation } from './installation';
import type { InvokeFunction } from './invoke-function';
import type { Manifest } from './manifest';
import { PlatformError } from './platform-error';

/** A call of `invoke(functionKey, payload)` by the page of a module. */
export type ResolverCall = {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  /** Absent for an anonymous visitor. */
  readonly accountId?: string | undefined;
  /** What the product says of the place: `{ type, space: { id, key }, content?, location }`, and so on. */
  readonly extension: unknown;
  readonly localId?: string | undefined;
};

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ (front-end invoke: 500 KB in, 5 MB out) */
const MAX_PAYLOAD_BYTES = 500 * 1024;
const MAX_RESULT_BYTES = 5 * 1024 * 1024;

type ResolverOptions = {
  readonly manifest: Pick<Manifest, 'resolvers'>;
  readonly installation: Installation;
  readonly invokeFunction: InvokeFunction;
  readonly siteUrl: () => string;
  readonly timeLimitMs: number;
};

/**
 * Calls a resolver with the event that `@forge/resolver` 2.0.1 unpacks, `{ call, context }`. The context holds what the
 * page sends along and can be forged there; the account id comes from the platform, as the function's principal.
 * @throws {PlatformError} `unknown-module`. @throws {InvocationError}
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/
 * @see https://developer.atlassian.com/platform/forge/app-context-security/
 */
export const createInvokeResolver =
  ({ manifest, installation, invokeFunction, siteUrl, timeLimitMs }: ResolverOptions) =>
  async (call: ResolverCall): Promise<unknown> => {
    const module = manifest.resolvers.get(call.moduleKey);
    if (module === undefined) {
      throw new PlatformError('unknown-module', `the manifest has no module ${call.moduleKey} with a resolver`);
    }
    if (sizeOf(call.payload) > MAX_PAYLOAD_BYTES) {
      throw new InvocationError('payload-too-large', 'The payload is over 500 KB');
    }
    const { installationId, cloudId, environmentId, environmentType, siteAri } = installation;
    const outcome = await invokeFunction({
      functionKey: module.functionKey,
      moduleKey: call.moduleKey,
      moduleType: module.type,
      accountId: call.accountId,
      event: {
        call: { functionKey: call.functionKey, payload: call.payload },
        context: {
          cloudId,
          localId:
            call.localId ??
            `ari:cloud:ecosystem::extension/${installation.appId}/${environmentId}/static/${call.moduleKey}`,
          environmentId,
          environmentType,
          moduleKey: call.moduleKey,
          siteUrl: siteUrl(),
          installContext: siteAri,
          installationId,
          extension: call.extension,
        },
      },
      timeLimitMs,
    });
    const value = valueOf(outcome);
    if (sizeOf(value) > MAX_RESULT_BYTES) {
      throw new InvocationError('response-too-large', 'The result is over 5 MB');
    }
    return value;
  };

const sizeOf = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));
