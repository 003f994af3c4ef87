import { stat } from 'node:fs/promises';
import { assertConsistent } from './assert-consistent';
import { ContentError } from './content-error';
import { createLinkFollower } from './follow-link';
import { markdownToStorage } from './markdown-to-storage';
import { readFolder } from './read-folder';
import { readLinesFile } from './read-lines-file';
import type { PageSource, SiteContent, SpaceSource } from './site-content';
import type { WrittenContent } from './written-page';

/**
 * Reads content folders and `.jsonl` files into one site. A space that several of them name is one space, in which the
 * later `space.json` wins member by member. Spaces and pages keep the order in which they are read, which depends on
 * names alone, so that ids given out later are the same at every start.
 *
 * @throws {ContentError} for the first thing wrong, naming file and, where known, line; nothing is half-loaded
 */
export const loadContent = async (paths: readonly string[]): Promise<SiteContent> => {
  const written: WrittenContent[] = [];
  for (const path of paths) written.push(await readPath(path));
  assertConsistent(written.flatMap(({ pages }) => pages));
  return { spaces: mergeSpaces(written.flatMap(({ spaces }) => spaces)), pages: written.flatMap(finishPages) };
};

const readPath = async (path: string): Promise<WrittenContent> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw new ContentError({ file: path }, 'does not exist', { cause });
  });
  if (found.isDirectory()) return readFolder(path);
  if (path.endsWith('.jsonl')) return readLinesFile(path);
  throw new ContentError({ file: path }, 'is neither a folder nor a .jsonl file');
};

const mergeSpaces = (spaces: readonly SpaceSource[]): readonly SpaceSource[] => {
  const merged = new Map<string, SpaceSource>();
  for (const space of spaces) merged.set(space.key, { ...merged.get(space.key), ...space });
  return [...merged.values()];
};

/** Relative links lead to pages of the same source only: two sources know nothing of each other's paths. */
const finishPages = ({ pages }: WrittenContent): readonly PageSource[] => {
  const followLink = createLinkFollower(pages);
  return pages.map((written) => ({
    ...written.page,
    storage:
      'storage' in written.body
        ? written.body.storage
        : markdownToStorage(written.body.markdown, (target) => followLink(written, target)),
  }));
};
