import type { Page } from 'playwright-core';
import * as v from 'valibot';

import messages from '../../../static/locales/en-US.json';
import { invokeAsUser } from '../../site/invoke-as-user';
import type { SurfaceState } from '../surface-state';
import { call, failStorage, pause, prepareSite, READING, WRITING, type Preparation } from './prepare-site';
import { searchForDays } from './search-for-days';
import { see } from './see';

const { admin, common, refusal } = messages;

const ADMIN = { path: '/wiki/admin/promptless', as: 'admin' };

const createKey = call({ module: 'admin', function: 'createKey' });

const status = v.object({ keys: v.array(v.object({ id: v.string() })) });

const revokeEveryKey: Preparation = async (site) => {
  const ports = { ...site, siteUrl: () => site.url };
  const answer = await invokeAsUser(ports, { module: 'admin', function: 'getStatus', as: 'admin' });
  for (const { id } of v.parse(status, answer).keys) {
    await call({ module: 'admin', function: 'revokeKey', payload: { keyId: id } })(site);
  }
};

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const showTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

const openKeyDialog = async (page: Page): Promise<void> => {
  await press(page, admin.keyCreate);
  await page.getByRole('dialog').waitFor();
};

const createKeyOnPage = async (page: Page): Promise<void> => {
  await openKeyDialog(page);
  await press(page, admin.createConfirm);
  await page.getByText(admin.newWarning).waitFor();
};

const showSpaces = async (page: Page): Promise<void> => {
  await showTab(page, admin.tabSpaces);
  await page.getByRole('button', { name: /^Select all/ }).waitFor();
};

const planOpening = async (page: Page): Promise<void> => {
  await showSpaces(page);
  await press(page, /^Select all/);
  await press(page, /^Open \([1-9]/);
  await page.getByRole('dialog').waitFor();
};

const openEverySpace = async (page: Page): Promise<void> => {
  await planOpening(page);
  await press(page, admin.bulkOpenConfirm);
  await page.getByRole('button', { name: admin.bulkDismiss, exact: true }).waitFor();
};

const showPolicy = async (page: Page): Promise<void> => {
  await showTab(page, admin.tabPolicy);
  await page.getByRole('heading', { name: admin.limitsTitle }).waitFor();
};

const chooseOpeners = async (page: Page): Promise<void> => {
  await showPolicy(page);
  // Atlaskit lays its own drawing over the input.
  await page.getByRole('radio', { name: admin.openersConfluenceAdmins }).click({ force: true });
  await page.getByText(admin.unsaved).waitFor();
};

const showActivity = async (page: Page): Promise<void> => {
  await showTab(page, admin.tabActivity);
  await page.getByRole('table', { name: admin.auditTable }).waitFor();
};

export const ADMIN_STATES: readonly SurfaceState[] = [
  { name: 'admin-connection', ...ADMIN, prepare: prepareSite(), act: see(admin.keyNeverUsed, admin.curlTitle) },
  { name: 'admin-connection-no-key', ...ADMIN, prepare: prepareSite(revokeEveryKey), act: see(admin.keysNone) },
  {
    name: 'admin-connection-two-keys',
    ...ADMIN,
    prepare: prepareSite(searchForDays, createKey),
    act: see(admin.keyTwoActive),
  },
  { name: 'admin-connection-key-dialog', ...ADMIN, prepare: prepareSite(), act: openKeyDialog },
  { name: 'admin-connection-new-key', ...ADMIN, prepare: prepareSite(), act: createKeyOnPage },
  {
    name: 'admin-connection-revoke-dialog',
    ...ADMIN,
    prepare: prepareSite(createKey),
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Revoke / })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'admin-connection-test-search',
    ...ADMIN,
    prepare: prepareSite(),
    act: async (page) => {
      await page.getByLabel(admin.testLabel, { exact: true }).fill('how do we version our API');
      await press(page, admin.testSend);
      await page.getByText(/^Answered: /).waitFor();
    },
  },
  { name: 'admin-spaces', ...ADMIN, prepare: prepareSite(), act: showSpaces },
  { name: 'admin-spaces-dialog', ...ADMIN, prepare: prepareSite(), act: planOpening },
  { name: 'admin-spaces-report', ...ADMIN, prepare: prepareSite(), act: openEverySpace },
  {
    name: 'admin-spaces-report-of-failures',
    ...ADMIN,
    prepare: prepareSite(failStorage(WRITING)),
    act: async (page) => {
      await openEverySpace(page);
      await see('could not be changed:')(page);
    },
  },
  { name: 'admin-policy', ...ADMIN, prepare: prepareSite(), act: showPolicy },
  { name: 'admin-policy-unsaved', ...ADMIN, prepare: prepareSite(), act: chooseOpeners },
  {
    name: 'admin-policy-saving-failed',
    ...ADMIN,
    prepare: prepareSite(failStorage('POST /api/v1/set')),
    act: async (page) => {
      await chooseOpeners(page);
      await page.getByRole('button', { name: admin.save, exact: true }).first().click();
      await see(common.unsureTitle, refusal['storage-unavailable'])(page);
    },
  },
  { name: 'admin-activity', ...ADMIN, prepare: prepareSite(searchForDays), act: showActivity },
  {
    name: 'admin-activity-csv',
    ...ADMIN,
    prepare: prepareSite(),
    act: async (page) => {
      await showActivity(page);
      await press(page, admin.csvShow);
      await page.getByText(admin.csvAll).waitFor();
    },
  },
  { name: 'admin-paused', ...ADMIN, prepare: prepareSite(pause), act: see(admin.pausedTitle) },
  {
    name: 'admin-not-confluence-admin',
    ...ADMIN,
    as: 'maya-engineering',
    prepare: prepareSite(),
    act: see(refusal['not-confluence-admin']),
  },
  {
    name: 'admin-not-loaded',
    ...ADMIN,
    prepare: prepareSite(failStorage(READING)),
    act: see(common.notLoadedTitle, refusal['storage-unavailable']),
  },
];
