import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { pageShell } from './page-shell';

/** The spaces of the site, and where the app is found. */
export const homePage = (call: PageCall): Markup => {
  const { ports, session } = call;
  const view = ports.confluence.viewAs(session.accountId);
  const admin = ports.manifest.pages.filter(({ type }) => type === 'confluence:globalSettings');
  return pageShell(call, {
    title: 'Spaces',
    main: html`<h1>Spaces</h1>
      ${
        session.accountId === undefined
          ? html`<p>You are not logged in: anonymous visitors see no space of this site. Choose a user above.</p>`
          : html`<ul class="cards">
              ${view.spaces().map(
                (space) =>
                  html`<li>
                    <a href="/wiki${view.pathOf(space)}">${space.name}</a>
                    <span class="quiet">${space.key}${space.status === 'archived' ? ', archived' : ''}</span>
                    ${space.description !== '' && html`<p>${space.description}</p>`}
                  </li>`,
              )}
            </ul>`
      }
      <h2>Confluence administration</h2>
      <ul>
        ${admin.map(
          (module) =>
            html`<li><a href="/wiki/admin/${ports.routeOf(module)}">${ports.titleOf(module, session.locale)}</a></li>`,
        )}
      </ul>`,
  });
};
