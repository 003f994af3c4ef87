import * as v from 'valibot';

import { saveConfig } from '../../host/content/save-config';
import { invokeAsUser, type Invocation } from '../../site/invoke-as-user';
import type { LocalSite } from '../../site/local-site';
import { resetSite } from '../../site/reset-site';

/** Sets something up on a site that has just been reset. */
export type Preparation = (site: LocalSite) => Promise<void> | void;

/** A page of the sample content with the macro on it, and its members as they are in the sample. */
export const MACRO_PAGE = {
  id: '98801',
  localId: 'd8cae475-0797-44da-868e-452ffcc777a0',
  version: 2,
  updated: '2026-05-20T09:00:00Z',
} as const;

/** Spaces of the sample content that preparations block or archive. */
const AS_IN_SAMPLE = { ENG: { blocked: false }, DOCS: { status: 'current' } } as const;

/** Puts content and app back to how they were at the start, and then takes the steps that are given. */
export const prepareSite =
  (...steps: readonly Preparation[]) =>
  async (site: LocalSite): Promise<void> => {
    site.confluence.patch({ spaces: AS_IN_SAMPLE });
    configureMacro('full')(site);
    await resetSite(site);
    for (const step of steps) await step(site);
  };

const answer = v.object({ refused: v.optional(v.undefined()) });

/** Calls a function of the app, which must not refuse. The Confluence administrator calls unless another is named. */
export const call =
  (invocation: Invocation): Preparation =>
  async ({ platform, confluence, url }) => {
    v.parse(answer, await invokeAsUser({ platform, confluence, siteUrl: () => url }, { as: 'admin', ...invocation }));
  };

export const pause: Preparation = call({ module: 'admin', function: 'setPaused', payload: { paused: true } });

export const letOnlyConfluenceAdminsOpen: Preparation = call({
  module: 'admin',
  function: 'setPolicy',
  payload: { optInBy: 'confluence-admins' },
});

export const block = (space: keyof typeof AS_IN_SAMPLE): Preparation => patchSpace(space, { blocked: true });

export const archive = (space: keyof typeof AS_IN_SAMPLE): Preparation => patchSpace(space, { status: 'archived' });

const patchSpace =
  (space: string, members: unknown): Preparation =>
  ({ confluence }) => {
    confluence.patch({ spaces: { [space]: members } });
  };

export const configureMacro =
  (layout: 'full' | 'compact') =>
  ({ confluence }: LocalSite): void => {
    const { id, localId, version, updated } = MACRO_PAGE;
    const page = confluence.viewAs('admin').page(id);
    const storage = page && saveConfig(page.storage, localId, { layout });
    if (storage === undefined) throw new Error(`The sample content has no macro on the page ${id}.`);
    if (storage !== page?.storage) confluence.patch({ pages: { [id]: { storage, version, updated } } });
  };

/** Storage calls that a match finds fail, so many times or always. */
export const failStorage =
  (match: string, times?: number): Preparation =>
  ({ platform }) => {
    platform.setFaults([{ match, status: 500, ...(times === undefined ? {} : { times }) }]);
  };

/** All that reads storage. */
export const READING = 'POST /api/v1/';
/** All that opens, closes or excludes. */
export const WRITING = 'POST /api/v1/transaction';
