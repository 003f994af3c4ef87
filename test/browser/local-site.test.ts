import { expect, it } from '@jest/globals';

import { findAxeViolations } from '../support/axe';
import { describeInBrowser } from '../support/describe-in-browser';
import { useRunningSite } from '../support/running-site';
import { useBrowser } from '../support/use-browser';

const OPEN_PAGE = '/wiki/spaces/ENG/pages/98801/What+Promptless+reads+of+this+space';
const CLOSED_PAGE = '/wiki/spaces/PLAT/pages/98802/Is+our+corner+open+to+assistants';
/** Restricted to a group. */
const RESTRICTED = 'Carrier discount negotiation 2026';

const SURFACES = [
  ['settings of an open space', '/wiki/spaces/ENG/settings/apps/promptless'],
  ['settings of a closed space', '/wiki/spaces/PLAT/settings/apps/promptless'],
  ['administration', '/wiki/admin/promptless'],
  ['macro on a page of an open space', OPEN_PAGE],
  ['macro on a page of a closed space', CLOSED_PAGE],
  ['macro in the editor', '/wiki/spaces/ENG/pages/98801/edit'],
] as const;

describeInBrowser('the local site in a browser', () => {
  const { site } = useRunningSite();
  const { open } = useBrowser(() => site().url);

  it('says that it is a stand-in, and lists the spaces', async () => {
    const page = await open('/');
    expect(await page.getByText('A stand-in, not Confluence.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Engineering' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Engineering');
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('switches the viewer, the language and the colours, and stays where it was', async () => {
    const page = await open('/wiki/spaces/ENG');
    await page.getByLabel('User').selectOption('maya-engineering');
    await page.getByLabel('Language').selectOption('de-DE');
    await page.getByLabel('Colours').selectOption('dark');
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(new URL(page.url()).pathname).toBe('/wiki/spaces/ENG');
    expect(await page.getByLabel('User').inputValue()).toBe('maya-engineering');
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('dark');
    await page.getByLabel('User').selectOption('');
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Log in to continue');
  });

  it.each(SURFACES)('shows the %s', async (_, path) => {
    const page = await open(path);
    expect(await page.locator('[data-app-state="drawn"]').count()).toBe(1);
    await page.locator('[data-app-slot]', { hasText: /\p{L}/u }).waitFor();
  });

  it.each(SURFACES.slice(0, 4))(
    'gives axe-core nothing to object to in the %s, in German and dark',
    async (_, path) => {
      const page = await open(path, { locale: 'de-DE', mode: 'dark' });
      await page.waitForLoadState('networkidle');
      expect(await findAxeViolations(page)).toEqual([]);
    },
  );

  it('draws every page of the sample content that the viewer may see, and no other', async () => {
    const view = site().confluence.viewAs('member');
    const titles = view.spaces().flatMap((space) => view.pages(space).map(({ title }) => title));
    expect(titles).not.toContain(RESTRICTED);
    const page = await open('/wiki/spaces/ENG', { as: 'member' });
    expect(await page.getByRole('link', { name: RESTRICTED }).count()).toBe(0);
    for (const path of ['/wiki/spaces/ENG/pages/98320', '/wiki/spaces/ADR/pages/98700']) {
      await page.goto(site().url + path);
      expect(await findAxeViolations(page)).toEqual([]);
    }
  });

  it('draws within a second when it is warm', async () => {
    const show = async (): Promise<void> => {
      const page = await open('/wiki/spaces/ENG/settings/apps/promptless');
      await page.getByRole('heading', { name: 'What stays closed' }).waitFor();
    };
    await show();
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = performance.now();
      await show();
      times.push(performance.now() - before);
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
