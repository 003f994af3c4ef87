import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { findAxeViolations } from '../support/axe';
import { describeInBrowser } from '../support/describe-in-browser';
import { useGallerySite } from '../support/gallery-site';
import { useBrowser } from '../support/use-browser';

const SETTINGS = '/wiki/spaces/S/settings/apps/gallery';
const PAGE = '/wiki/spaces/S/pages/11/Page';
const EDITOR = '/wiki/spaces/S/pages/11/edit';

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const said = async (page: Page): Promise<string> => {
  await page.getByText('Said: nothing').waitFor({ state: 'detached' });
  return (await page.getByText('Said:').textContent()) ?? '';
};

describeInBrowser("the local site's pages", () => {
  const siteUrl = useGallerySite();
  const { open, expectFault } = useBrowser(siteUrl);

  it('carries a call to the resolver in the name of the viewer, and its answer back', async () => {
    const page = await open(SETTINGS, { as: 'maya' });
    await press(page, 'Ask');
    const answer: unknown = JSON.parse((await said(page)).replace('Said: ', ''));
    expect(answer).toMatchObject({ payload: { a: 1 }, accountId: 'maya', extension: { space: { key: 'S' } } });
  });

  it('rejects a call whose function fails', async () => {
    const page = await open(SETTINGS);
    await press(page, 'Ask in vain');
    expect(await said(page)).toBe('Said: refused: no function fails');
  });

  it('refuses a command that it does not model by name, and records it', async () => {
    const page = await open(SETTINGS);
    await press(page, 'Fetch');
    expect(await said(page)).toContain('not modelled: fetchProduct');
    const recorded: unknown = await (await fetch(`${siteUrl()}/_host/not-modelled`)).json();
    expect(recorded).toContain('not modelled: fetchProduct');
  });

  it('draws the macro where the page has it, in the language of the viewer', async () => {
    const page = await open(PAGE, { as: 'somebody', locale: 'de-DE' });
    await page.getByText('Guten Tag').waitFor();
    const texts = await page.locator('.page-body').innerText();
    expect(texts.replace(/\s+/g, ' ')).toBe('Before Guten Tag configured: "not yet" on a page for somebody After');
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('keeps what is configured in the editor, tells the macro, and shows it on the page', async () => {
    const page = await open(EDITOR);
    await page.getByText('in the editor').waitFor();
    await page.getByLabel('Heading', { exact: true }).fill('Hello & goodbye');
    await page.getByRole('radio', { name: 'Full' }).click({ force: true });
    await page.getByRole('combobox', { name: 'Colour', exact: true }).press('ArrowDown');
    await page.getByRole('option', { name: 'Blue' }).click();
    await page.getByRole('checkbox', { name: 'Title' }).click({ force: true });
    expect(await findAxeViolations(page)).toEqual([]);
    await press(page, 'Save');
    const configured =
      'configured: {"headingText":"Hello & goodbye","layout":"full","colour":"blue","parts":["title"]}';
    await page.getByText(configured).waitFor();
    await page.goto(siteUrl() + PAGE);
    await page.getByText(configured).waitFor();
    await page.goto(siteUrl() + EDITOR);
    expect(await page.getByLabel('Heading', { exact: true }).inputValue()).toBe('Hello & goodbye');
    expect(await page.getByRole('radio', { name: 'Full' }).isChecked()).toBe(true);
  });

  it('answers visitors who are not logged in with a page to log in', async () => {
    for (const path of [SETTINGS, PAGE, EDITOR, '/wiki/spaces/S']) {
      const page = await open(path, { as: '' });
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Log in to continue');
    }
  });

  it('answers what is missing and what may not be seen alike', async () => {
    const missing = await open('/wiki/spaces/S/pages/404');
    expect(await missing.getByRole('heading', { level: 1 }).textContent()).toBe('There is nothing here for you');
    expect(await findAxeViolations(missing)).toEqual([]);
  });

  it('keeps the frame of the app away from the page, from cookies and from the site', async () => {
    const page = await open(SETTINGS);
    const frame = page.frames().find((each) => each.url().includes('/_host/frames/'));
    const reach = (expression: string): unknown =>
      frame?.evaluate(`(async () => { try { return await (${expression}); } catch (error) { return error.name; } })()`);
    expect(await reach('origin')).toBe('null');
    expect(await reach('parent.document')).toBe('SecurityError');
    expect(await reach('document.cookie')).toBe('SecurityError');
    expect(await reach('localStorage')).toBe('SecurityError');
    expect(await reach("fetch('./__LOCALES__/en-US.json').then((answer) => answer.status)")).toBe(200);
    expect(await reach("fetch('/_host/not-modelled')")).toBe('TypeError');
    expectFault(/Content Security Policy/);
  });

  it('refuses calls of the app past the bridge', async () => {
    const call = (origin: string): Promise<Response> =>
      fetch(`${siteUrl()}/_host/invoke`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ module: 'gallery', functionKey: 'echo' }),
      });
    expect((await call('null')).status).toBe(403);
    expect((await call('http://elsewhere.example')).status).toBe(403);
    expect((await call(siteUrl())).status).toBe(200);
  });
});
