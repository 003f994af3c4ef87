import type { Page } from 'playwright-core';

import german from '../../../static/locales/de-DE.json';
import messages from '../../../static/locales/en-US.json';
import type { SurfaceState } from '../surface-state';
import {
  archive,
  block,
  call,
  failStorage,
  letOnlyConfluenceAdminsOpen,
  pause,
  prepareSite,
  READING,
  WRITING,
} from './prepare-site';
import { searchForDays } from './search-for-days';
import { see } from './see';

const { access, common, exclusions, refusal, spaceSettings } = messages;

const settingsOf = (key: string): string => `/wiki/spaces/${key}/settings/apps/promptless`;

/** An open space and its administrator, and a closed one. */
const ENG = { path: settingsOf('ENG'), as: 'maya-engineering' };
const PLAT = { path: settingsOf('PLAT'), as: 'owen-platform' };

/** A page of the open space that its administrator may view, and not everybody. */
const PENETRATION_TEST = '98470';

const excludeOfSpace = call({
  module: 'space-settings',
  function: 'setSpaceExclusions',
  payload: { labels: ['postmortem'], trees: [PENETRATION_TEST], blogPosts: false },
  space: 'ENG',
  as: 'maya-engineering',
});

const excludeOfSite = call({
  module: 'admin',
  function: 'setPolicy',
  payload: { exclusions: { labels: ['confidential'], trees: [], blogPosts: false } },
});

const toggle = (page: Page) => page.getByRole('checkbox', { name: access.toggleLabel });

const askPreview = async (page: Page, question: string): Promise<void> => {
  await page.getByLabel(spaceSettings.previewLabel, { exact: true }).fill(question);
  await page.getByRole('button', { name: spaceSettings.previewSearch, exact: true }).click();
  await page.getByText(spaceSettings.leftTitle).waitFor();
};

export const SPACE_SETTINGS_STATES: readonly SurfaceState[] = [
  {
    name: 'space-settings-open',
    ...ENG,
    prepare: prepareSite(excludeOfSpace, excludeOfSite, searchForDays),
    act: see(access['lozenge-open'], 'Penetration test 2026 (ENG)', spaceSettings.activityTitle),
  },
  {
    name: 'space-settings-open-german',
    ...ENG,
    locale: 'de-DE',
    prepare: prepareSite(excludeOfSpace, excludeOfSite, searchForDays),
    act: see(german.access['lozenge-open'], 'Penetration test 2026 (ENG)', german.spaceSettings.activityTitle),
  },
  { name: 'space-settings-closed', ...PLAT, prepare: prepareSite(), act: see(access.closed) },
  {
    name: 'space-settings-dialog',
    ...PLAT,
    prepare: prepareSite(),
    act: async (page) => {
      // Atlaskit lays its own drawing over the input.
      await toggle(page).click({ force: true });
      await page.getByRole('dialog', { name: access.dialogTitle }).waitFor();
    },
  },
  {
    name: 'space-settings-not-space-admin',
    ...ENG,
    as: 'member',
    prepare: prepareSite(),
    act: see(access.notAdminTitle),
  },
  { name: 'space-settings-paused', ...ENG, prepare: prepareSite(pause), act: see(access.pausedTitle) },
  { name: 'space-settings-blocked', ...ENG, prepare: prepareSite(block('ENG')), act: see(access.blockedTitle) },
  {
    name: 'space-settings-archived',
    path: settingsOf('LEGACY'),
    as: 'ruth-legacy',
    prepare: prepareSite(),
    act: see(access.closed, access.archivedTitle),
  },
  {
    name: 'space-settings-open-and-archived',
    path: settingsOf('DOCS'),
    as: 'tomas-docs',
    prepare: prepareSite(archive('DOCS')),
    act: see(access.archived, access.archivedTitle),
  },
  {
    name: 'space-settings-opening-forbidden',
    ...PLAT,
    prepare: prepareSite(letOnlyConfluenceAdminsOpen),
    act: see(refusal['opt-in-forbidden']),
  },
  {
    name: 'space-settings-page-found',
    ...ENG,
    prepare: prepareSite(excludeOfSpace),
    act: async (page) => {
      await page.getByLabel(exclusions.treeField, { exact: true }).fill('test');
      await page.getByRole('button', { name: exclusions.treeFind, exact: true }).click();
      await page.getByText(exclusions.treeExcluded, { exact: true }).waitFor();
    },
  },
  {
    name: 'space-settings-label-refused',
    ...ENG,
    prepare: prepareSite(excludeOfSpace),
    act: async (page) => {
      await page.getByLabel(exclusions.labelField, { exact: true }).fill('postmortem');
      await page.getByText(exclusions.labelTwice).waitFor();
    },
  },
  {
    name: 'space-settings-preview',
    ...ENG,
    prepare: prepareSite(excludeOfSpace, excludeOfSite),
    act: async (page) => {
      await askPreview(page, 'what to do during an incident');
      await see('excluded by the label “postmortem”')(page);
    },
  },
  {
    name: 'space-settings-preview-of-code-and-tables',
    ...ENG,
    prepare: prepareSite(),
    act: (page) => askPreview(page, 'API versioning'),
  },
  {
    name: 'space-settings-preview-nothing',
    ...ENG,
    prepare: prepareSite(),
    act: async (page) => {
      await askPreview(page, 'xylophone');
      await see(spaceSettings.previewNothing)(page);
    },
  },
  {
    name: 'space-settings-not-loaded',
    ...ENG,
    prepare: prepareSite(failStorage(READING)),
    act: see(common.notLoadedTitle, refusal['storage-unavailable']),
  },
  {
    name: 'space-settings-saving-failed',
    ...ENG,
    prepare: prepareSite(failStorage(WRITING)),
    act: async (page) => {
      await toggle(page).click({ force: true });
      await see(common.unsureTitle, refusal['storage-unavailable'], access['lozenge-open'])(page);
    },
  },
];
