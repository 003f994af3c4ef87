import { expect, it } from '@jest/globals';

import { findAxeViolations } from '../support/axe';
import { describeInBrowser } from '../support/describe-in-browser';
import { useGallerySite } from '../support/gallery-site';
import { useBrowser } from '../support/use-browser';

const SETTINGS = '/wiki/spaces/S/settings/apps/gallery';

describeInBrowser('the drawing of UI Kit', () => {
  const siteUrl = useGallerySite();
  const { open } = useBrowser(siteUrl);

  it('gives axe-core nothing to object to, in light and dark', async () => {
    for (const mode of ['light', 'dark'] as const) {
      const page = await open(SETTINGS, { mode });
      expect(await findAxeViolations(page)).toEqual([]);
    }
  });

  it('keeps every letter of a controlled field, however fast they come', async () => {
    const page = await open(SETTINGS);
    const text = 'the quick brown fox jumps over the lazy dog';
    const field = page.getByLabel('Typed', { exact: true });
    await field.pressSequentially(text);
    expect(await field.inputValue()).toBe(text);
    await page.getByText(`Typed so far: ${text}`).waitFor();
    expect(await field.inputValue()).toBe(text);
  });

  it.each([
    ['a button', 'Click', 'clicked'],
    ['a pressable', 'Press', 'pressed'],
    ['an action of a message', 'Act', 'acted'],
    ['an action of an empty state', 'Make one', 'made'],
    ['a button that submits a form', 'Submit', 'submitted'],
    ['the cross of a tag', 'Remove label-a', 'removed'],
    ['a page number', '2', 'turned'],
  ])('tells the app of %s', async (_, name, said) => {
    const page = await open(SETTINGS);
    const button = page.getByRole('button', { name, exact: true });
    await (name === '2' ? page.getByLabel('Pages of the gallery').getByRole('button', { name }) : button).click();
    await page.getByText(`Said: ${said}`).waitFor();
    expect(await page.getByText('Said:').textContent()).toBe(`Said: ${said}`);
  });

  it.each([
    ['checkbox', 'Checkbox', 'checked'],
    ['checkbox', 'In a group', 'g'],
    ['radio', 'One of one', 'chose 1'],
    ['checkbox', 'Toggle', 'toggled'],
  ] as const)('tells the app of a %s "%s"', async (role, name, said) => {
    const page = await open(SETTINGS);
    // Atlaskit lays its own drawing over the input.
    await page.getByRole(role, { name, exact: true }).click({ force: true });
    await page.getByText(`Said: ${said}`).waitFor();
    expect(await page.getByText('Said:').textContent()).toBe(`Said: ${said}`);
  });

  it('tells the app what is chosen from a list, and what was looked for', async () => {
    const page = await open(SETTINGS);
    await page.getByLabel('Picked').pressSequentially('Bet');
    await page.getByText('Said: looked for Bet').waitFor();
    await page.getByRole('option', { name: 'Beta' }).click();
    await page.getByText('Said: [{"label":"Beta","value":"b"}]').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('sorts and pages a table', async () => {
    const page = await open(SETTINGS);
    const table = page.getByRole('table', { name: 'Spaces' });
    expect(await table.getByRole('row').allInnerTexts()).toHaveLength(3);
    await table.getByRole('button', { name: 'Pages' }).click();
    expect(await table.getByRole('row').nth(1).innerText()).toMatch(/^Gamma/);
    expect(await page.getByText('No spaces').count()).toBe(1);
  });

  it('opens a dialog over the page, moves the focus into it and back', async () => {
    const page = await open(SETTINGS);
    await page.getByRole('button', { name: 'Open dialog' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Really?' });
    await dialog.waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open dialog');
  });

  it('switches tabs and opens a popup', async () => {
    const page = await open(SETTINGS);
    await page.getByRole('tab', { name: 'Second tab' }).click();
    await page.getByText('Second panel').waitFor();
    await page.getByRole('button', { name: 'Open popup' }).click();
    await page.getByText('In the popup').waitFor();
    expect(await page.getByText('First panel').isVisible()).toBe(false);
  });

  it('shows the flag that the app asks for', async () => {
    const page = await open(SETTINGS);
    await page.getByRole('button', { name: 'Flag' }).click();
    await page.getByRole('alert').getByText('All saved').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('goes where the app leads', async () => {
    const page = await open(SETTINGS);
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL('**/wiki/spaces/S');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Space');
  });
});
