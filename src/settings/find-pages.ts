import * as v from 'valibot';
import type { FoundPages, PageName } from '../contract/space-settings-api';

export type OneSpace = { readonly id: string; readonly key: string };

/** Pages as the caller may see them, without their content. One call each. */
export interface CallerPages {
  /**
   * The best 20 pages for words of a title, of one space or of any.
   *
   * @returns `undefined` when there is no word
   * @throws {ConfluenceFailure}
   */
  findByTitle(typed: string, space?: OneSpace): Promise<readonly PageName[] | undefined>;
  /** Those of the pages that there are, of one space or of any; at most 50. @throws {ConfluenceFailure} */
  findById(pageIds: readonly string[], space?: Pick<OneSpace, 'id'>): Promise<readonly PageName[]>;
}

const pageId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_./-]{1,255}$/));

const findPayload = v.union([
  v.strictObject({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ ids: v.pipe(v.array(pageId), v.minLength(1), v.maxLength(50)) }),
]);

/** Looks pages up for picking and showing page trees. @throws {ConfluenceFailure} */
export const createFindPages =
  (pages: CallerPages) =>
  async (payload: unknown, space?: OneSpace): Promise<FoundPages> => {
    const parsed = v.safeParse(findPayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const found =
      'ids' in parsed.output
        ? await pages.findById(parsed.output.ids, space)
        : await pages.findByTitle(parsed.output.query, space);
    return found === undefined ? { refused: 'no-word' } : { pages: found };
  };
