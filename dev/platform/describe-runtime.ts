import { randomBytes } from 'node:crypto';

import type { Installation } from './installation';
import type { Manifest } from './manifest';

export type RuntimeSubject = {
  readonly invocationId: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId?: string | undefined;
};

/**
 * The plain part of `__forge_runtime__`, as `@forge/api` 8.3.0 and `@forge/kvs` 1.6.5 read it (`out/api/runtime.js`).
 * `kvs` is left out, so that storage goes through the proxy.
 */
export const describeRuntime = (
  manifest: Pick<Manifest, 'scopes' | 'egress'>,
  installation: Installation,
  subject: RuntimeSubject,
): object => ({
  proxy: { url: 'https://forge-proxy.invalid', token: 'opaque' },
  contextAri: installation.siteAri,
  ...(subject.accountId === undefined ? {} : { aaid: subject.accountId }),
  appContext: {
    appId: installation.appId,
    appVersion: installation.appVersion,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    installationId: installation.installationId,
    installation: describeInstallation(installation),
    invocationId: subject.invocationId,
    functionKey: subject.functionKey,
    moduleKey: subject.moduleKey,
    moduleType: subject.moduleType,
    permissions: {
      scopes: [...manifest.scopes.keys()],
      external: { fetch: { backend: [...manifest.egress] } },
    },
  },
  tracing: { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') },
  container: { appCodeDir: '/var/task' },
  externalAuth: [],
});

/** @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/ ("define") */
export const describeInstallation = ({ installationId, cloudId }: Installation): object => ({
  ari: { installationId },
  contexts: [{ cloudId }],
});
