import { ConfluenceFailure } from './confluence-failure';

const isRefused = async (ask: () => Promise<unknown>): Promise<boolean> => {
  try {
    await ask();
    return false;
  } catch (error) {
    if (error instanceof ConfluenceFailure && error.status === 400) return true;
    throw error;
  }
};

/**
 * Whether Confluence refused (400) a question for the page alone that it asks below. It may do so for an id of no content
 * (no documentation says that it does not), where a page that is closed is found to have nothing below it: to a caller both
 * must be the same. A 400 for whatever else has to stay a failure, or a search would end as if nothing matched. So the same
 * is asked once more, from the beginning, which is refused again if the page is the cause; and then without the page.
 *
 * @param under the page that the question was about
 * @param askAgain asks without a cursor, for one hit
 * @throws {ConfluenceFailure} other than a refusal
 */
export const isPageRefused = async (
  under: string | undefined,
  askAgain: (form: { readonly under?: string }) => Promise<unknown>,
): Promise<boolean> =>
  under !== undefined && (await isRefused(() => askAgain({ under }))) && !(await isRefused(() => askAgain({})));
