import { ContentError } from './content-error';
import { pageLineSchema } from './page-members';
import { parseMembers } from './parse-members';
import { readJson } from './read-structured-text';
import { readTextFile } from './read-text-file';
import type { WrittenContent, WrittenPage } from './written-page';

/**
 * Reads a `.jsonl` file: a page a line, its body in exactly one of `storage` and `markdown`. Empty lines are skipped;
 * spaces come into being as they are named.
 *
 * @throws {ContentError} naming the line
 */
export const readLinesFile = async (file: string): Promise<WrittenContent> => {
  const lines = (await readTextFile(file)).split('\n');
  const pages = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(file, line, index + 1)]));
  const keys = new Set(pages.map(({ page }) => page.space));
  return { spaces: [...keys].map((key) => ({ key })), pages };
};

const readLine = (file: string, text: string, line: number): WrittenPage => {
  const { value, written } = readJson({ file, text, firstLine: line });
  const { storage, markdown, path, ...page } = parseMembers(pageLineSchema, value, written);
  const place = { file, line };
  const origin = path === undefined ? {} : { path };
  if (storage !== undefined && markdown === undefined) return { page, body: { storage }, place, ...origin };
  if (markdown !== undefined && storage === undefined) return { page, body: { markdown }, place, ...origin };
  throw new ContentError(place, 'a page has exactly one of the members "storage" and "markdown"');
};
