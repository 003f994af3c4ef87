import type { Space } from '../../confluence/model/site-state';
import type { PageModule } from '../app/app-manifest';
import { appSlot } from '../app/app-slot';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { pageShell } from './page-shell';

/** The app among the settings of a space. */
export const spaceSettingsPage = (call: PageCall, space: Space, module: PageModule): Markup => {
  const { ports, session } = call;
  const title = ports.titleOf(module, session.locale);
  const view = ports.confluence.viewAs(session.accountId);
  return pageShell(call, {
    title: `${title}, ${space.name}`,
    navigation: html`<nav aria-label="Space settings">
      <p class="nav-title"><a href="/wiki${view.pathOf(space)}">${space.name}</a></p>
      <h2>Space settings</h2>
      ${links(call, 'confluence:spaceSettings', module, `/wiki/spaces/${space.key}/settings/apps`)}
    </nav>`,
    main: html`<h1>${title}</h1>
      ${appSlot(call, { module, space })}`,
  });
};

/** The app in the administration of Confluence. */
export const adminPage = (call: PageCall, module: PageModule): Markup => {
  const title = call.ports.titleOf(module, call.session.locale);
  return pageShell(call, {
    title: `${title}, administration`,
    navigation: html`<nav aria-label="Confluence administration">
      <p class="nav-title"><a href="/">Spaces</a></p>
      <h2>Confluence administration</h2>
      ${links(call, 'confluence:globalSettings', module, '/wiki/admin')}
    </nav>`,
    main: html`<h1>${title}</h1>
      ${appSlot(call, { module })}`,
  });
};

const links = ({ ports, session }: PageCall, type: string, current: PageModule, base: string): Markup =>
  html`<ul>
    ${ports.manifest.pages
      .filter((module) => module.type === type)
      .map(
        (module) =>
          html`<li>
            <a href="${base}/${ports.routeOf(module)}" ${module.key === current.key && html`aria-current="page"`}
              >${ports.titleOf(module, session.locale)}</a
            >
          </li>`,
      )}
  </ul>`;
