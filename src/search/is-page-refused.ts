import type { SearchRequest } from '../contract/search-api';
import { ConfluenceFailure } from './confluence-failure';

/** A question that Confluence refused, asked once more in another form. */
export type AskAgain = (form: { readonly under?: string }) => Promise<unknown>;

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
 * is asked without the page; and, where a cursor can be the cause, from the beginning with it.
 *
 * @param askAgain asks without the cursor, for one hit
 * @throws {ConfluenceFailure} other than a refusal
 */
export const isPageRefused = async (
  { under, hasCursor }: Pick<SearchRequest, 'under'> & { readonly hasCursor: boolean },
  askAgain: AskAgain,
): Promise<boolean> => {
  if (under === undefined) return false;
  if (hasCursor && !(await isRefused(() => askAgain({ under })))) return false;
  return !(await isRefused(() => askAgain({})));
};
