import type { Page } from 'playwright-core';

const NOT_YET = '[data-app-slot]:not(:has([data-app-state="drawn"], [data-app-state="failed"]))';

/** Waits until the app has drawn something in each of its places on a page of the local site. */
export const waitUntilDrawn = async (page: Page): Promise<void> => {
  const places = page.locator(NOT_YET);
  while ((await places.count()) > 0) await places.first().waitFor({ state: 'detached' });
};
