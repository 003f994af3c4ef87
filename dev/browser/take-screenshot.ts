import type { Page } from 'playwright-core';

import { waitUntilDrawn } from './wait-until-drawn';

export type ScreenshotOptions = {
  /** Where the PNG goes. */
  readonly file: string;
  /** 1280 unless given. */
  readonly width?: number;
  /** The least height; a longer page is shown to its end. */
  readonly height?: number;
};

/** Pictures a whole page of the local site: once the app has drawn, nothing is being loaded any more, and fonts are there. */
export const takeScreenshot = async (
  page: Page,
  { file, width = 1280, height = 800 }: ScreenshotOptions,
): Promise<void> => {
  await page.setViewportSize({ width, height });
  await waitUntilDrawn(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  // A dialog covers what is in the window and no more.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  await page.screenshot({ path: file, fullPage, animations: 'disabled', caret: 'hide' });
};
