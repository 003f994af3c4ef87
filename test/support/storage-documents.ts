import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { array, object, parse, string } from 'valibot';
import { readSharedFile } from './shared-file';

/** A page body in storage format that lies beside the repository. */
export type StorageDocument = { readonly name: string; readonly storage: string };

const ROOT = join(__dirname, '..', '..', '..', 'shared', 'fixtures', 'storage');
const PAIRS = 'inline-pairs-in-unit-tests-MIT';
const pairsOf = array(object({ id: string(), inputKind: string(), input: string() }));
const macrosOf = array(object({ id: string(), storage: string() }));
const pageOf = object({ id: string(), storage: string() });

/** Bodies that other converters are tested with: whole pages, and single constructs. None where they are missing. */
export const readStorageFixtures = (): readonly StorageDocument[] => {
  if (!existsSync(ROOT)) {
    process.stderr.write(`NOT RUN: there are no page bodies in ${relative(process.cwd(), ROOT)}\n`);
    return [];
  }
  const pages = filesIn(ROOT).map((file) => ({ name: relative(ROOT, file), storage: readFileSync(file, 'utf8') }));
  const pairs = ['Spenhouet', 'jackchuka'].flatMap((project) =>
    parse(pairsOf, JSON.parse(readFileSync(join(ROOT, PAIRS, project, 'pairs.json'), 'utf8')))
      .filter(({ inputKind }) => inputKind === 'storage' || inputKind === 'html')
      .map(({ id, input }) => ({ name: `${project}/${id}`, storage: input })),
  );
  const macros = parse(macrosOf, JSON.parse(readFileSync(join(ROOT, PAIRS, 'Spenhouet', 'macros.json'), 'utf8')));
  return [...pages, ...pairs, ...macros.map(({ id, storage }) => ({ name: `macros/${id}`, storage }))];
};

/** The pages that search quality is measured with. */
export const readEvaluationPages = (): readonly StorageDocument[] =>
  ['argocd', 'workarena'].flatMap((set) =>
    (readSharedFile(`eval/${set}/storage.jsonl`) ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parse(pageOf, JSON.parse(line)))
      .map(({ id, storage }) => ({ name: `${set}/${id}`, storage })),
  );

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return /\.(?:xml|xhtml)$/.test(entry.name) ? [path] : [];
    })
    .sort();
