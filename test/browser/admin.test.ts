import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import * as v from 'valibot';

import { resetSite } from '../../dev/site/reset-site';
import { answerTo } from '../support/answer-to';
import { contentFile } from '../support/content-file';
import { describeInBrowser } from '../support/describe-in-browser';
import { foundTitles } from '../support/found-titles';
import { useRunningSite } from '../support/running-site';
import { say } from '../support/say';
import { useBrowser } from '../support/use-browser';

const MANY = Array.from({ length: 300 }, (_, index) => `M${String(index).padStart(3, '0')}`);

/** Longer than storage queries are behind. */
const QUERY_LAG_MS = 5000;

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const see = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text, { exact: true }).first().waitFor();
const showTab = (page: Page, key: 'tabSpaces' | 'tabPolicy' | 'tabActivity'): Promise<void> =>
  page.getByRole('tab', { name: say(`admin.${key}`) }).click();

/** Creates a key on the page and gives its secret, which then is shown. */
const createKey = async (page: Page): Promise<string> => {
  await press(page, say('admin.keyCreate'));
  await press(page, say('admin.createConfirm'));
  await see(page, say('admin.newWarning'));
  return page.getByLabel(/^Secret of key /).inputValue();
};

const closeNewKey = async (page: Page): Promise<void> => {
  await press(page, say('admin.newDone'));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** All that a page holds: what is written in it, and what stands in its fields. */
const everythingOf = async (page: Page): Promise<string> =>
  String(
    await page.evaluate(
      `[document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join()`,
    ),
  );

describeInBrowser('the administration', () => {
  const { site, send, search, local } = useRunningSite({
    contentPaths: [
      contentFile([
        { space: 'ENG', title: 'Deploying', storage: '<p>zebra</p>' },
        ...MANY.map((space) => ({ space, title: `Page of ${space}`, storage: `<p>herd ${space}</p>` })),
      ]),
    ],
    open: ['ENG'],
  });
  const { open } = useBrowser(() => site().url);
  beforeEach(() => resetSite(site()));

  const openAdmin = async (): Promise<Page> => {
    const page = await open('/wiki/admin/promptless');
    await page.getByRole('tab', { name: say('admin.tabConnection') }).waitFor();
    return page;
  };
  const askStatus = async (secret: string): Promise<number> => (await send({ operation: 'status' }, secret)).status;

  it('shows the secret of a new key once, and keeps it nowhere', async () => {
    const page = await openAdmin();
    const secret = await createKey(page);
    expect(Buffer.from(secret, 'base64')).toHaveLength(32);
    expect(await page.getByLabel(say('admin.newSnippet')).inputValue()).toContain(secret);
    await closeNewKey(page);
    expect(await everythingOf(page)).not.toContain(secret);
    await page.reload();
    await see(page, say('admin.keyTwoActive'));
    expect(await everythingOf(page)).not.toContain(secret);
    expect(JSON.stringify(await local('GET', 'storage'))).not.toContain(secret);
    expect(await askStatus(secret)).toBe(200);
  });

  it('replaces a key without interruption', async () => {
    const page = await openAdmin();
    const former = site().secret;
    const latter = await createKey(page);
    await closeNewKey(page);
    await see(page, say('admin.keyTwoActive'));
    expect([await askStatus(former), await askStatus(latter)]).toEqual([200, 200]);

    const rows = page.getByRole('table', { name: say('admin.keysTable') }).getByRole('row');
    const [formerId = '', latterId = ''] = await rows.getByRole('code').allInnerTexts();
    await press(page, say('admin.keyRevoke', { id: formerId }));
    const dialog = page.getByRole('dialog', { name: say('admin.revokeTitle', { id: formerId }) });
    await dialog.getByText(say('admin.revokeOther', { id: latterId })).waitFor();
    const revoked = answerTo(page, 'revokeKey');
    await press(page, say('admin.revokeConfirm'));
    await revoked;
    expect([await askStatus(former), await askStatus(latter)]).toEqual([401, 200]);
    await rows.nth(2).waitFor({ state: 'detached' });
    expect(await page.getByText(formerId).count()).toBe(0);
  });

  it('opens 301 spaces at once, shows how far it is, and a search finds what is in them', async () => {
    const page = await openAdmin();
    expect(foundTitles(await search('herd M299'))).toEqual([]);
    await showTab(page, 'tabSpaces');
    await see(page, say('admin.spacesLoaded_other', { count: 301 }));
    await press(page, say('admin.selectAll_other', { count: 301 }));
    // One of them is open already.
    await press(page, say('admin.openMany', { count: 300 }));
    await page.getByRole('dialog', { name: say('admin.bulkOpenTitle_other', { count: 300 }) }).waitFor();
    await page.evaluate(WATCH_PROGRESS);
    await press(page, say('admin.bulkOpenConfirm'));
    await see(page, say('admin.bulkOpened_other', { count: 300 }));
    const steps = Array.from({ length: 15 }, (_, index) =>
      say('admin.bulkOpening', { done: String(index * 20), total: 300 }),
    );
    const seen = v.parse(v.array(v.string()), await page.evaluate('seenProgress'));
    // A slow machine may draw several steps as one.
    expect(steps.filter((step) => seen.includes(step))).toEqual(seen);
    expect(seen.length).toBeGreaterThan(5);
    await page.getByRole('heading', { name: say('admin.statusOpen_other', { count: 301 }) }).waitFor();
    expect(foundTitles(await search('herd M299'))).toContain('Page of M299');
  });

  it('pauses everything with the next request, and goes on', async () => {
    const page = await openAdmin();
    const pause = page.getByRole('checkbox', { name: say('admin.pauseLabel') });
    const paused = answerTo(page, 'setPaused');
    // Atlaskit lays its own drawing over the input.
    await pause.click({ force: true });
    await paused;
    expect(foundTitles(await search('zebra'))).toBe('access_paused');
    await see(page, say('admin.pausedTitle'));
    const resumed = answerTo(page, 'setPaused');
    await pause.click({ force: true });
    await resumed;
    expect(foundTitles(await search('zebra'))).toEqual(['Deploying']);
    await page.getByText(say('admin.pausedTitle')).waitFor({ state: 'detached' });
  });

  it('lets only Confluence administrators open spaces, and the administrator of a space learns why', async () => {
    await local('PATCH', 'site', { spaces: { M001: { admins: ['maya'] } } });
    const page = await openAdmin();
    await showTab(page, 'tabPolicy');
    await page.getByRole('radio', { name: say('admin.openersConfluenceAdmins') }).click({ force: true });
    await see(page, say('admin.unsaved'));
    const saved = answerTo(page, 'setPolicy');
    await press(page, say('admin.save'));
    await saved;
    await page.getByText(say('admin.unsaved')).waitFor({ state: 'detached' });
    const settings = await open('/wiki/spaces/M001/settings/apps/promptless', { as: 'maya' });
    await see(settings, say('refusal.opt-in-forbidden'));
    expect(await settings.getByRole('checkbox', { name: say('access.toggleLabel') }).isDisabled()).toBe(true);
  });

  it('sends a test search and says what came of it, without content', async () => {
    const page = await openAdmin();
    await page.getByLabel(say('admin.testLabel'), { exact: true }).fill('zebra');
    await press(page, say('admin.testSend'));
    await see(page, say('admin.testOkTitle_one', { count: 1 }));
    expect(await everythingOf(page)).not.toContain('Deploying');
  });

  it('shows what was asked and done, and gives it as CSV', async () => {
    await search('zebra');
    await send({ operation: 'status' }, Buffer.alloc(32).toString('base64'));
    await local('PUT', 'clock', { advanceMs: QUERY_LAG_MS });
    const page = await openAdmin();
    await showTab(page, 'tabActivity');
    const audit = page.getByRole('table', { name: say('admin.auditTable') });
    await audit.getByText(say('admin.event-space-opened')).waitFor();
    await audit.getByText(say('admin.event-key-created')).waitFor();
    await audit.getByText('ENG', { exact: true }).waitFor();
    await see(page, say('searches.total_one', { count: 1 }));
    await press(page, say('admin.csvShow'));
    await see(page, say('admin.csvAll'));
    const csv = await page.getByLabel(say('admin.csvLabel', { part: 1 })).inputValue();
    expect(csv.split(/\r?\n/)[0]).toMatch(/^at,event,/);
    expect(csv).toContain('space-opened');
  });
});

/** Writes down each account of the progress as it is drawn. */
const WATCH_PROGRESS = `
  window.seenProgress = [];
  new MutationObserver(() => {
    const bar = document.querySelector('[role="progressbar"]')?.getAttribute('aria-label');
    if (bar && seenProgress.at(-1) !== bar) seenProgress.push(bar);
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
`;
