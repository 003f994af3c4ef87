import type { Page, Space } from '../../confluence/model/site-state';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';

/** The links beside the content of a space: its pages as a tree, its blog posts, its settings. */
export const spaceNavigation = ({ ports, session }: PageCall, space: Space, current?: Page): Markup => {
  const view = ports.confluence.viewAs(session.accountId);
  const pages = view.pages(space);
  const ids = new Set(pages.map(({ id }) => id));
  const link = (page: Page): Markup =>
    html`<a href="/wiki${view.pathOf(page)}" ${page.id === current?.id && html`aria-current="page"`}>${page.title}</a>`;
  /** A page below one that may not be seen stands at the top. */
  const tree = (parent: string | undefined): Markup => {
    const below = pages.filter(
      ({ type, parentId }) =>
        type === 'page' && (parent === undefined ? parentId === undefined || !ids.has(parentId) : parentId === parent),
    );
    return html`${
      below.length > 0 &&
      html`<ul>
        ${below.map((page) => html`<li>${link(page)}${tree(page.id)}</li>`)}
      </ul>`
    }`;
  };
  const posts = pages.filter(({ type }) => type === 'blogpost');
  const settings = ports.manifest.pages.filter(({ type }) => type === 'confluence:spaceSettings');
  return html`<nav aria-label="Space ${space.name}">
    <p class="nav-title"><a href="/wiki${view.pathOf(space)}">${space.name}</a></p>
    <h2>Pages</h2>
    ${tree(undefined)}
    ${
      posts.length > 0 &&
      html`<h2>Blog</h2>
        <ul>
          ${posts.map((post) => html`<li>${link(post)}</li>`)}
        </ul>`
    }
    <h2>Space settings</h2>
    <ul>
      ${settings.map(
        (module) =>
          html`<li>
            <a href="/wiki/spaces/${space.key}/settings/apps/${ports.routeOf(module)}"
              >${ports.titleOf(module, session.locale)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
};
