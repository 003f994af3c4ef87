import type { Space } from '../../confluence/model/site-state';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { pageShell } from './page-shell';
import { spaceNavigation } from './space-navigation';

/** The overview of a space. */
export const spacePage = (call: PageCall, space: Space): Markup =>
  pageShell(call, {
    title: space.name,
    navigation: spaceNavigation(call, space),
    main: html`<h1>${space.name}</h1>
      <p>${space.description || 'This space has no description.'}</p>
      <dl>
        <dt>Key</dt>
        <dd>${space.key}</dd>
        <dt>Kind</dt>
        <dd>${space.type}${space.status === 'archived' ? ', archived' : ''}</dd>
        <dt>Administrators</dt>
        <dd>${space.adminIds.join(', ') || 'Confluence administrators only'}</dd>
      </dl>`,
  });
