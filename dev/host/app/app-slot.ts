import type { Page, Space } from '../../confluence/model/site-state';
import { createInstallation } from '../../platform/installation';
import type { ForgeMacro } from '../content/forge-macro';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import type { PageModule } from './app-manifest';

/** Where on the site a module is shown. */
export type AppPlace = {
  readonly module: PageModule;
  readonly space?: Space | undefined;
  readonly page?: Page | undefined;
  readonly macro?: ForgeMacro;
  readonly isEditing?: boolean;
};

/**
 * What `view.getContext()` answers.
 *
 * @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/ (extension context of a macro)
 */
const toContext = ({ ports, session, path }: PageCall, { module, space, page, macro, isEditing }: AppPlace) => {
  const { appId } = ports.manifest;
  const { cloudId, environmentId, environmentType } = createInstallation({ appId });
  return {
    ...(session.accountId === undefined ? {} : { accountId: session.accountId }),
    cloudId,
    environmentId,
    environmentType,
    localId: macro?.localId ?? `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${module.key}`,
    locale: session.locale,
    moduleKey: module.key,
    siteUrl: ports.siteUrl(),
    timezone: 'Etc/UTC',
    theme: { colorMode: session.colorMode, light: 'light', dark: 'dark', spacing: 'spacing' },
    extension: {
      type: module.type,
      location: `${ports.siteUrl()}${path}`,
      ...(space === undefined ? {} : { space: { id: space.id, key: space.key } }),
      ...(page === undefined ? {} : { content: { id: page.id, type: page.type } }),
      ...(module.type === 'macro' ? { isEditing: isEditing ?? false } : {}),
      ...(macro?.config === undefined ? {} : { config: macro.config }),
    },
  };
};

/** The place in a page where the app is drawn: `client/main.tsx` finds it and fills it. */
export const appSlot = (call: PageCall, place: AppPlace): Markup => {
  const { session, ports } = call;
  const { module, space, page, macro } = place;
  const title = ports.titleOf(module, session.locale);
  const slot = {
    title,
    frame: `/_host/frames/${module.resource}/index.html`,
    module: module.key,
    ...(space === undefined ? {} : { space: space.key }),
    ...(page === undefined ? {} : { content: page.id }),
    ...(macro === undefined ? {} : { localId: macro.localId }),
    isEditing: place.isEditing ?? false,
    context: toContext(call, place),
  };
  return html`<div class="app" lang="${session.locale}" data-app-slot="${JSON.stringify(slot)}">
    <p class="app-loading">${title}: loading</p>
  </div>`;
};
