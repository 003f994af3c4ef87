import { createHash } from 'node:crypto';
import * as v from 'valibot';

import type { Manifest, WebTriggerModule } from '../manifest';
import type { ProxyReply } from '../sandbox/messages';
import { toReply } from './proxy-reply';

/**
 * The addresses of the web triggers. The path is the platform's, `/public/<id>` for `urlFormat: v2`, `/x1/<id>` for v1, and
 * `/auth/<id>` where the platform verifies a signature (RFC-141);
 * the origin is the local site's in place of `<installation>.webtrigger.atlassian.app`.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/
 */
export type WebTriggerAddresses = {
  readonly pathOf: (moduleKey: string) => string | undefined;
  readonly find: (path: string) => { readonly moduleKey: string; readonly userPath: string } | undefined;
  /** Answers what `webTrigger.getUrl` and `queryUrls` send; `undefined` for any other operation, `deleteUrl` included. */
  readonly answerGraphql: (bodyText: string) => ProxyReply | undefined;
};

type AddressOptions = {
  readonly manifest: Pick<Manifest, 'webTriggers'>;
  readonly installationId: string;
  readonly siteUrl: () => string;
};

const graphqlSchema = v.object({
  query: v.string(),
  variables: v.optional(
    v.looseObject({
      input: v.optional(v.looseObject({ triggerKey: v.string(), secretKeyConfig: v.optional(v.unknown()) })),
    }),
  ),
});

export const createWebTriggerAddresses = (options: AddressOptions): WebTriggerAddresses => {
  const paths = new Map(
    [...options.manifest.webTriggers.values()].map((module) => [
      module.key,
      `/${folderOf(module)}/${toId(options.installationId, module.key)}`,
    ]),
  );
  const urlOf = (path: string): string => new URL(path, options.siteUrl()).href;
  return {
    pathOf: (moduleKey) => paths.get(moduleKey),
    find: (path) => {
      const found = [...paths].find(([, own]) => path === own || path.startsWith(`${own}/`));
      return found === undefined ? undefined : { moduleKey: found[0], userPath: path.slice(found[1].length) };
    },
    answerGraphql: (bodyText) => {
      const { query, variables } = v.parse(graphqlSchema, JSON.parse(bodyText));
      // Whether a key that is given this way replaces another is not established.
      if (variables?.input?.secretKeyConfig !== undefined) {
        return undefined;
      }
      const path = paths.get(variables?.input?.triggerKey ?? '');
      if (query.includes('createWebTriggerUrl') && path !== undefined) {
        return toReply(200, { data: { createWebTriggerUrl: { url: urlOf(path) } } });
      }
      if (query.includes('webTriggerUrlsByAppContext')) {
        const urls = [...paths].map(([triggerKey, own]) => ({ triggerKey, url: urlOf(own) }));
        return toReply(200, { data: { webTriggerUrlsByAppContext: urls } });
      }
      return undefined;
    },
  };
};

const folderOf = ({ urlFormat, isAuthenticated }: WebTriggerModule): string =>
  isAuthenticated ? 'auth' : urlFormat === 'v2' ? 'public' : 'x1';

/** Stable per module, app and site, as the platform's is. */
const toId = (installationId: string, moduleKey: string): string =>
  createHash('sha256').update(`${installationId} ${moduleKey}`).digest('base64url').replace(/[-_]/g, '').slice(0, 28);
