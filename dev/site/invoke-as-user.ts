import type { EmbeddedConfluence } from '../confluence/embedded-confluence';
import type { ForgePlatform } from '../platform/forge-platform';
import { SiteError } from './site-error';

/** A call of a resolver function, as the bridge makes it for a user on a page. */
export type Invocation = {
  /** Key of the module whose resolver is called. */
  readonly module: string;
  readonly function: string;
  readonly payload?: unknown;
  /** Account id; absent: an anonymous visitor. */
  readonly as?: string | undefined;
  /** Key of the space that the page is in. */
  readonly space?: string | undefined;
  /** Id of the page that a macro is on. */
  readonly content?: string | undefined;
};

export type InvokePorts = {
  readonly platform: ForgePlatform;
  readonly confluence: EmbeddedConfluence;
  readonly siteUrl: () => string;
};

/** The part of {@link InvokePorts} that a call needs. */
export type CallPorts = Omit<InvokePorts, 'platform'> & { readonly platform: Pick<ForgePlatform, 'invokeResolver'> };

/** Member `type` of the extension context, by module. */
const EXTENSION_TYPES: Readonly<Record<string, string>> = {
  'space-settings': 'confluence:spaceSettings',
  admin: 'confluence:globalSettings',
  'space-settings-macro': 'macro',
};

const toExtension = ({ confluence, siteUrl }: CallPorts, { module, space, content }: Invocation) => {
  const found = space === undefined ? undefined : confluence.spaceByKey(space);
  if (space !== undefined && found === undefined) throw new SiteError(`no space with the key ${space}`);
  const page = content === undefined ? undefined : confluence.contentById(content);
  if (content !== undefined && page === undefined) throw new SiteError(`no content with the id ${content}`);
  return {
    type: EXTENSION_TYPES[module] ?? module,
    ...(found === undefined ? {} : { space: { id: found.id, key: found.key } }),
    ...(page === undefined ? {} : { content: { id: page.id, type: page.type } }),
    location: `${siteUrl()}/wiki`,
  };
};

/**
 * Calls a resolver function in the context of a page.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-settings/
 * @throws {SiteError} for a space or page that does not exist
 */
export const invokeAsUser = (ports: CallPorts, invocation: Invocation): Promise<unknown> =>
  ports.platform.invokeResolver({
    moduleKey: invocation.module,
    functionKey: invocation.function,
    payload: invocation.payload,
    ...(invocation.as === undefined ? {} : { accountId: invocation.as }),
    extension: toExtension(ports, invocation),
  });
