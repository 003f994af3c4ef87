import type { Page } from 'playwright-core';

import { waitUntilDrawn } from './wait-until-drawn';

/**
 * Pictures what the app shows on a page of the local site, once it has drawn, nothing is being loaded any more, and fonts
 * are there: the page's main part to its end, or the window where a dialog stands over it.
 *
 * @param file where the PNG goes
 */
export const takeScreenshot = async (page: Page, file: string): Promise<void> => {
  await waitUntilDrawn(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const hasDialog = (await page.getByRole('dialog').count()) > 0;
  const pictured = hasDialog ? page : page.locator('main');
  await pictured.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
};
