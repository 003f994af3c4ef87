import { extname, join } from 'node:path';
import { splitFrontMatter } from './front-matter';
import { pageMetadataSchema, type PageMetadata } from './page-members';
import { parseMembers } from './parse-members';
import { readJson, readYaml } from './read-structured-text';
import { readTextFile } from './read-text-file';
import type { WrittenPage } from './written-page';

type Home = {
  readonly folder: string;
  readonly space: string;
  readonly path: string;
  readonly parent?: string;
};

/** Reads one page. Without a title it is called by its file's name without the ending. */
export const readPageFile = async (home: Home, name: string, beside: readonly string[]): Promise<WrittenPage> => {
  const file = join(home.folder, name);
  const text = await readTextFile(file);
  const ending = extname(name);
  const bare = name.slice(0, -ending.length);
  const read = ending === '.md' ? readMarkdown(file, text) : await readStorage(home.folder, bare, text, beside);
  const inherited = home.parent === undefined || read.metadata.type === 'blogpost' ? {} : { parent: home.parent };
  return {
    page: { ...inherited, title: bare, ...read.metadata, space: home.space },
    body: read.body,
    path: `${home.path}/${name}`,
    place: { file },
  };
};

type ReadPage = { readonly metadata: PageMetadata; readonly body: WrittenPage['body'] };

const readMarkdown = (file: string, text: string): ReadPage => {
  const { yaml, firstLine, markdown } = splitFrontMatter(file, text);
  const { value, written } = readYaml({ file, text: yaml, firstLine });
  return { metadata: parseMembers(pageMetadataSchema, value, written), body: { markdown } };
};

const readStorage = async (
  folder: string,
  bare: string,
  storage: string,
  beside: readonly string[],
): Promise<ReadPage> => {
  if (!beside.includes(`${bare}.json`)) return { metadata: {}, body: { storage } };
  const file = join(folder, `${bare}.json`);
  const { value, written } = readJson({ file, text: await readTextFile(file), firstLine: 1 });
  return { metadata: parseMembers(pageMetadataSchema, value, written), body: { storage } };
};
