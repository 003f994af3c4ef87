import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { pageShell } from './page-shell';

/** For what is missing and for what may not be seen alike. */
export const missingPage = (call: PageCall): Markup =>
  pageShell(call, {
    title: 'Not found',
    main: html`<h1>There is nothing here for you</h1>
      <p>It does not exist, or you may not see it. <a href="/">All spaces</a></p>`,
  });

/** Where the product sends visitors who are not logged in. */
export const loginPage = (call: PageCall): Markup =>
  pageShell(call, {
    title: 'Log in',
    main: html`<h1>Log in to continue</h1>
      <p>Visitors who are not logged in cannot see this. Here, choose a user above; there are no passwords.</p>`,
  });
