import type { Page, Space } from '../../confluence/model/site-state';
import type { Resource } from '../../../src/excerpts/markup/resource';
import { appSlot } from '../app/app-slot';
import type { ForgeMacro } from '../content/forge-macro';
import { storageToHtml } from '../content/storage-to-html';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { pageShell } from './page-shell';
import { spaceNavigation } from './space-navigation';

/** A page or blog post, with the macros of the app in their places; `isEditing`: as in the editor, with their configuration. */
export const contentPage = (call: PageCall, space: Space, page: Page, isEditing: boolean): Markup => {
  const path = `/wiki${call.ports.confluence.viewAs(call.session.accountId).pathOf(page)}`;
  const body = storageToHtml(page.storage, {
    drawMacro: (macro) => drawMacro(call, { space, page, macro, isEditing }),
    hrefOf: (resource) => hrefOf(call, space, resource),
  });
  return pageShell(call, {
    title: isEditing ? `Editing ${page.title}` : page.title,
    navigation: spaceNavigation(call, space, page),
    main: html`<article>
      <h1>${isEditing && html`<span class="quiet">Editing:</span>`} ${page.title}</h1>
      <p class="byline">
        ${page.authorId}, <time>${page.updatedAt.slice(0, 10)}</time>, version ${page.version}
        ${
          page.type === 'page' &&
          (isEditing
            ? html`· <a href="${path}">Close the editor</a>`
            : html`· <a href="/wiki/spaces/${space.key}/pages/${page.id}/edit">Edit</a>`)
        }
      </p>
      ${isEditing && html`<p class="quiet">Only macros can be changed here.</p>`}
      <div class="page-body">${body}</div>
    </article>`,
  });
};

type MacroPlace = {
  readonly space: Space;
  readonly page: Page;
  readonly macro: ForgeMacro;
  readonly isEditing: boolean;
};

/** Visitors without a licence see a macro only where the manifest lets them. @see manifest-reference/modules/macro, `unlicensedAccess` */
const drawMacro = (call: PageCall, place: MacroPlace): Markup => {
  const module = call.ports.manifest.pages.find(({ type, key }) => type === 'macro' && key === place.macro.moduleKey);
  if (module === undefined) return html`<p class="placeholder">[a macro of an app that is not installed]</p>`;
  if (call.session.accountId === undefined && !module.unlicensedAccess.includes('anonymous')) {
    return html`<p class="placeholder">[this app is not available to visitors who are not logged in]</p>`;
  }
  return appSlot(call, { module, ...place });
};

const hrefOf = ({ ports, session }: PageCall, here: Space, resource: Resource): string | undefined => {
  const view = ports.confluence.viewAs(session.accountId);
  if (resource.kind === 'url') return /^https?:/i.test(resource.url) ? resource.url : undefined;
  if (resource.kind !== 'page' && resource.kind !== 'space') return undefined;
  const space = resource.spaceKey === undefined ? here : view.space(resource.spaceKey);
  if (space === undefined) return undefined;
  if (resource.kind === 'space') return `/wiki${view.pathOf(space)}`;
  const page = view.pages(space).find(({ title }) => title === resource.title);
  return page === undefined ? undefined : `/wiki${view.pathOf(page)}`;
};
