import { createHash } from 'node:crypto';

import type { Manifest } from './manifest';

/** One app in one environment on one site. The ids are made up, but the same at every start. */
export type Installation = {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly installationId: string;
  readonly cloudId: string;
  /** The ARI of the site: `contextAri` and `installContext`. */
  readonly siteAri: string;
};

export const createInstallation = ({ appId }: Pick<Manifest, 'appId'>, name = 'local-site'): Installation => {
  const cloudId = toUuid(`${name} cloud`);
  return {
    appId,
    appVersion: '1.0.0',
    environmentId: toUuid(`${appId} development`),
    environmentType: 'DEVELOPMENT',
    installationId: toUuid(`${appId} ${name} installation`),
    cloudId,
    siteAri: `ari:cloud:confluence::site/${cloudId}`,
  };
};

const toUuid = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};
