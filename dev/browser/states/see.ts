import type { Page } from 'playwright-core';

/** Waits until every one of some texts is to be seen: a state is there only then. */
export const see =
  (...texts: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor();
  };
