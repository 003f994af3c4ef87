import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ContentError } from './content-error';
import { parseMembers } from './parse-members';
import { readPagesBelow } from './read-pages-below';
import { readJson } from './read-structured-text';
import { readTextFile } from './read-text-file';
import type { SpaceSource } from './site-content';
import { spaceMembersSchema } from './space-members';
import type { WrittenContent } from './written-page';

/**
 * Reads a folder whose sub-folders are spaces, named by their keys. Beside them only a README.md (about the content,
 * not part of it) and dot files may stand.
 *
 * @throws {ContentError} naming the file
 */
export const readFolder = async (folder: string): Promise<WrittenContent> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const stray = entries.find((entry) => !entry.isDirectory() && !isAside(entry.name));
  if (stray !== undefined) {
    throw new ContentError(
      { file: join(folder, stray.name) },
      'stands outside a space: a content folder holds one sub-folder a space, named by its key',
    );
  }
  const keys = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const spaces: WrittenContent[] = [];
  for (const key of keys.sort()) spaces.push(await readSpace(join(folder, key)));
  return { spaces: spaces.flatMap((space) => space.spaces), pages: spaces.flatMap((space) => space.pages) };
};

const isAside = (name: string): boolean => name === 'README.md' || name.startsWith('.');

const readSpace = async (folder: string): Promise<WrittenContent> => {
  const key = basename(folder);
  const members = await readSpaceMembers(folder);
  return { spaces: [{ key, ...members }], pages: await readPagesBelow({ folder, space: key, path: key }) };
};

const readSpaceMembers = async (folder: string): Promise<Omit<SpaceSource, 'key'>> => {
  if (!(await readdir(folder)).includes('space.json')) return {};
  const file = join(folder, 'space.json');
  const { value, written } = readJson({ file, text: await readTextFile(file), firstLine: 1 });
  return parseMembers(spaceMembersSchema, value, written);
};
