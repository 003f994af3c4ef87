import type { Page } from 'playwright-core';

/** Waits for the answer to the next call of a resolver function from a page: by then what it changed is stored. */
export const answerTo = async (page: Page, functionKey: string): Promise<void> => {
  const answer = await page.waitForResponse(
    (response) =>
      response.url().endsWith('/_host/invoke') &&
      response.request().postData()?.includes(`"functionKey":"${functionKey}"`) === true,
  );
  await answer.finished();
};
