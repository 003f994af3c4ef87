import { beforeEach, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { resetSite } from '../../dev/site/reset-site';
import { answerTo } from '../support/answer-to';
import { describeInBrowser } from '../support/describe-in-browser';
import { foundTitles } from '../support/found-titles';
import { useRunningSite } from '../support/running-site';
import { say } from '../support/say';
import { useBrowser } from '../support/use-browser';

const OPEN = { path: '/wiki/spaces/ENG/settings/apps/promptless', as: 'maya-engineering' };
const CLOSED = { path: '/wiki/spaces/PLAT/settings/apps/promptless', as: 'owen-platform' };

/** A page of the open space, its label, the page above it, and a page beside it without the label. */
const PAGE = 'API versioning';
const LABEL = 'versioning';
const PAGE_ABOVE = 'API guidelines';
const PAGE_BESIDE = 'API error format';

const toggle = (page: Page): Locator => page.getByRole('checkbox', { name: say('access.toggleLabel') });
// Atlaskit lays its own drawing over the input.
const switchToggle = (page: Page): Promise<void> => toggle(page).click({ force: true });
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const see = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text, { exact: true }).waitFor();

const excludeLabel = async (page: Page, label: string): Promise<void> => {
  await page.getByLabel(say('exclusions.labelField'), { exact: true }).fill(label);
  await press(page, say('exclusions.labelAdd'));
};
const removal = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: say('exclusions.labelRemove', { label }) });

describeInBrowser('the settings of a space', () => {
  const running = useRunningSite();
  const { site, local, search } = running;
  const { open } = useBrowser(() => site().url);
  beforeEach(() => resetSite(site()));

  const openSettings = async ({ path, as } = OPEN): Promise<Page> => {
    const page = await open(path, { as });
    await page.getByText(say('access.toggleLabel'), { exact: true }).waitFor();
    return page;
  };
  /** What Promptless gets. */
  const find = async (query: string, space = 'ENG'): Promise<readonly string[] | string> =>
    foundTitles(await search(query, { spaces: [space] }));
  const breakStorage = (isBroken: boolean): Promise<unknown> =>
    local('PUT', 'faults', isBroken ? [{ match: 'POST /api/v1/transaction', status: 500 }] : []);

  it('opens the space after saying what becomes readable, and the next search finds', async () => {
    const page = await openSettings(CLOSED);
    await see(page, say('access.lozenge-closed'));
    await switchToggle(page);
    const dialog = page.getByRole('dialog', { name: say('access.dialogTitle') });
    for (const key of ['readsPagesAndPosts', 'neverRestricted', 'neverSpaces', 'neverDrafts', 'readersText'] as const) {
      expect(await dialog.getByText(say(`access.${key}`)).isVisible()).toBe(true);
    }
    expect(await find('gateway migration', 'PLAT')).toBe('no_space_available');
    const saved = answerTo(page, 'setSpaceAccess');
    await press(page, say('access.confirm'));
    await saved;
    await see(page, say('access.lozenge-open'));
    expect(await find('gateway migration', 'PLAT')).toContain('API gateway migration: how we version routes');
  });

  it('leaves the space closed when the dialog is left', async () => {
    const page = await openSettings(CLOSED);
    await switchToggle(page);
    await press(page, say('access.cancel'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await toggle(page).isChecked()).toBe(false);
    expect(await find('gateway migration', 'PLAT')).toBe('no_space_available');
  });

  it('excludes a label, whose pages are gone from the next search, and lets them in again', async () => {
    expect(await find(PAGE)).toContain(PAGE);
    const page = await openSettings();
    const excluded = answerTo(page, 'setSpaceExclusions');
    await excludeLabel(page, LABEL.toUpperCase());
    await excluded;
    expect(await find(PAGE)).not.toContain(PAGE);
    expect(await find(PAGE)).toContain(PAGE_BESIDE);
    const admitted = answerTo(page, 'setSpaceExclusions');
    await removal(page, LABEL).click();
    await admitted;
    await see(page, say('exclusions.labelsNone'));
    expect(await find(PAGE)).toContain(PAGE);
  });

  it('shows what Promptless gets, and what was left out and why', async () => {
    const page = await openSettings();
    const excluded = answerTo(page, 'setSpaceExclusions');
    await excludeLabel(page, LABEL);
    await excluded;
    await page.getByLabel(say('spaceSettings.previewLabel'), { exact: true }).fill(PAGE_BESIDE);
    await press(page, say('spaceSettings.previewSearch'));
    await page.getByRole('heading', { name: PAGE_BESIDE }).waitFor();
    expect(await page.getByText('application/problem+json').first().isVisible()).toBe(true);
    expect(await page.getByRole('table', { name: say('spaceSettings.tableOf') }).count()).toBeGreaterThan(0);
    const reason = say('spaceSettings.left-label', { label: LABEL });
    const leftOut = page.getByRole('listitem').filter({ hasText: reason });
    expect(await leftOut.getByRole('link', { name: PAGE }).count()).toBe(1);
  });

  it('excludes a page that is picked by its title, with everything below it', async () => {
    const page = await openSettings();
    await page.getByLabel(say('exclusions.treeField'), { exact: true }).fill(PAGE_ABOVE);
    await press(page, say('exclusions.treeFind'));
    const excluded = answerTo(page, 'setSpaceExclusions');
    await press(page, say('exclusions.treeAdd', { title: PAGE_ABOVE }));
    await excluded;
    expect(await find(PAGE)).not.toContain(PAGE);
    await page.reload();
    await press(page, say('exclusions.treeRemove', { title: PAGE_ABOVE }));
    await see(page, say('exclusions.treesNone'));
  });

  it('closes the space at once, and the next search is silent', async () => {
    const page = await openSettings();
    const saved = answerTo(page, 'setSpaceAccess');
    await switchToggle(page);
    await saved;
    await see(page, say('access.lozenge-closed'));
    expect(await find(PAGE)).toBe('no_space_available');
    await see(page, say('spaceSettings.previewClosed'));
  });

  it('shows the old value and the reason when storage fails, and tries again', async () => {
    const page = await openSettings();
    await breakStorage(true);
    await switchToggle(page);
    await see(page, say('common.unsureTitle'));
    await see(page, say('refusal.storage-unavailable'));
    expect(await toggle(page).isChecked()).toBe(true);
    await see(page, say('access.lozenge-open'));
    expect(await find(PAGE)).toContain(PAGE);

    await breakStorage(false);
    const saved = answerTo(page, 'setSpaceAccess');
    await switchToggle(page);
    await saved;
    await see(page, say('access.lozenge-closed'));
    expect(await page.getByText(say('common.unsureTitle')).count()).toBe(0);
    expect(await find(PAGE)).toBe('no_space_available');
  });

  it('shows the exclusions that hold, and the reason, when storage fails', async () => {
    const page = await openSettings();
    await breakStorage(true);
    await excludeLabel(page, LABEL);
    await see(page, say('refusal.storage-unavailable'));
    await see(page, say('exclusions.labelsNone'));
    expect(await find(PAGE)).toContain(PAGE);
  });

  it('lets two administrators change different things at once', async () => {
    const [one, other] = [await openSettings(), await openSettings({ ...OPEN, as: 'admin' })];
    const saved = [answerTo(one, 'setSpaceAccess'), answerTo(other, 'setSpaceExclusions')];
    await Promise.all([switchToggle(one), excludeLabel(other, LABEL)]);
    await Promise.all(saved);
    await see(one, say('access.lozenge-closed'));
    await removal(other, LABEL).waitFor();
    for (const page of [one, other]) {
      await page.reload();
      await see(page, say('access.lozenge-closed'));
      expect(await removal(page, LABEL).count()).toBe(1);
    }
    expect(await find(PAGE)).toBe('no_space_available');
  });

  it('shows two administrators who set the same thing at once what is stored', async () => {
    const [one, other] = [await openSettings(CLOSED), await openSettings({ ...CLOSED, as: 'admin' })];
    for (const page of [one, other]) await switchToggle(page);
    const opened = [answerTo(one, 'setSpaceAccess'), answerTo(other, 'setSpaceAccess')];
    await Promise.all([one, other].map((page) => press(page, say('access.confirm'))));
    await Promise.all(opened);
    for (const page of [one, other]) await see(page, say('access.lozenge-open'));

    const closed = answerTo(one, 'setSpaceAccess');
    await switchToggle(one);
    await closed;
    expect(await find('gateway migration', 'PLAT')).toBe('no_space_available');
    // The other still shows it open, and closes it as well.
    const again = answerTo(other, 'setSpaceAccess');
    await switchToggle(other);
    await again;
    for (const page of [one, other]) await see(page, say('access.lozenge-closed'));
  });
});
