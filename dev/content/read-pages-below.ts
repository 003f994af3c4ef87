import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ContentError } from './content-error';
import { readPageFile } from './read-page-file';
import type { WrittenPage } from './written-page';

type Folder = {
  readonly folder: string;
  readonly space: string;
  /** The folder below the content path, with `/`. */
  readonly path: string;
  /** Id or title of the page whose children the folder holds. */
  readonly parent?: string;
};

/**
 * Reads the pages of a space's folder and of the folders below it, in the order of their names. A folder `setup` beside
 * a page `setup.md` or `setup.xhtml` holds that page's children; a folder without such a page only groups, and its
 * pages belong to the page around it, if any. A `parent` that a page names itself wins.
 *
 * @throws {ContentError} for a file that is neither a page nor the metadata of one, too: nothing is silently left out
 */
export const readPagesBelow = async (folder: Folder): Promise<readonly WrittenPage[]> => {
  const entries = (await readdir(folder.folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const pages = new Map<string, WrittenPage>();
  for (const name of files.sort()) {
    if (extname(name) === '.md' || extname(name) === '.xhtml') pages.set(name, await readPageFile(folder, name, files));
    else assertBesidePage(join(folder.folder, name), files);
  }
  const below: WrittenPage[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory()).sort(byName)) {
    const page = pages.get(`${name}.xhtml`)?.page ?? pages.get(`${name}.md`)?.page;
    const parent = page?.id ?? page?.title ?? folder.parent;
    const child = { folder: join(folder.folder, name), space: folder.space, path: `${folder.path}/${name}` };
    below.push(...(await readPagesBelow(parent === undefined ? child : { ...child, parent })));
  }
  return [...pages.values(), ...below];
};

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

const assertBesidePage = (file: string, files: readonly string[]): void => {
  const name = basename(file);
  if (name === 'space.json') return;
  if (extname(name) !== '.json') {
    throw new ContentError({ file }, 'is not a page: pages are *.md, or *.xhtml with an optional *.json beside it');
  }
  if (!files.includes(name.replace(/\.json$/, '.xhtml'))) {
    throw new ContentError({ file }, 'has no *.xhtml of the same name beside it');
  }
};
