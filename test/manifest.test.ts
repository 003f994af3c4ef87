import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import * as v from 'valibot';
import { parse } from 'yaml';

import { findManifestProblems } from './support/find-manifest-problems';

const surface = v.object({ key: v.string(), resource: v.string(), resolver: v.object({ function: v.string() }) });
const manifestShape = v.object({
  app: v.object({
    storage: v.object({
      entities: v.array(
        v.object({
          name: v.string(),
          attributes: v.record(v.string(), v.unknown()),
          indexes: v.array(v.object({ name: v.string(), range: v.array(v.string()) })),
        }),
      ),
    }),
  }),
  modules: v.object({
    webtrigger: v.array(v.unknown()),
    'confluence:spaceSettings': v.array(surface),
    'confluence:globalSettings': v.array(surface),
    macro: v.array(surface),
    function: v.array(v.object({ key: v.string(), handler: v.string() })),
  }),
  permissions: v.object({ scopes: v.array(v.string()) }),
});

let text: string;
let manifest: v.InferOutput<typeof manifestShape>;
beforeAll(() => {
  text = readFileSync('manifest.yml', 'utf8');
  manifest = v.parse(manifestShape, parse(text));
});

/** The names that a module exports from others: `export { a } from './b'`. */
const readExportedNames = (file: string): readonly string[] =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022).statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : ['(not a re-export)'];
  });

describe('manifest.yml', () => {
  it('is what Forge takes', async () => {
    expect(await findManifestProblems(text)).toEqual([]);
  });

  it.each([
    ['an unknown kind of module', 'confluence:spaceSettings:', 'confluence:spaceOptions:'],
    ['a function that is not there', 'function: search-trigger', 'function: search-triggers'],
    ['a key that is given twice', 'key: search-trigger', 'key: search'],
    ['a page that is not there', 'static/admin/index.tsx', 'static/admin/main.tsx'],
    ['an answer type that is not known', 'type: dynamic', 'type: lively'],
  ])('would not be taken with %s', async (_, right, wrong) => {
    expect(text).toContain(right);
    expect(await findManifestProblems(text.replace(right, wrong))).not.toEqual([]);
  });

  it('names as handlers exactly what src/index.ts exports', () => {
    const handlers = manifest.modules.function.map(({ handler }) => handler);
    const exported = readExportedNames('src/index.ts').map((name) => `index.${name}`);
    expect(handlers.toSorted()).toEqual(exported.toSorted());
  });

  it('gives each surface a resolver of its own', () => {
    const { modules } = manifest;
    const surfaces = [
      ...modules['confluence:spaceSettings'],
      ...modules['confluence:globalSettings'],
      ...modules.macro,
    ];
    const functions = surfaces.map(({ resolver }) => resolver.function);
    expect(new Set(functions).size).toBe(surfaces.length);
    const handlers = functions.map((key) => modules.function.find((candidate) => candidate.key === key)?.handler);
    expect(new Set(handlers).size).toBe(surfaces.length);
  });

  it('asks for three scopes, none of which writes to Confluence', () => {
    expect(manifest.permissions.scopes).toEqual([
      'storage:app',
      'read:content-details:confluence',
      'read:space:confluence',
    ]);
  });

  it('lets nothing out', () => {
    const parsed: unknown = parse(text);
    expect(parsed).not.toHaveProperty('permissions.external');
    expect(parsed).not.toHaveProperty('permissions.content');
    expect(parsed).not.toHaveProperty('remotes');
    expect(parsed).not.toHaveProperty('providers');
  });

  it('lets visitors without a licence see the macro, and no other surface', () => {
    const { modules } = v.parse(v.object({ modules: v.record(v.string(), v.array(v.looseObject({}))) }), parse(text));
    const open = Object.values(modules)
      .flat()
      .filter((module) => 'unlicensedAccess' in module)
      .map(({ key }) => key);
    expect(open).toEqual(['space-settings-macro']);
  });

  it('has one web trigger, of the current address format and with answers of its own', () => {
    expect(manifest.modules.webtrigger).toEqual([
      { key: 'search', function: 'search-trigger', urlFormat: 'v2', response: { type: 'dynamic' } },
    ]);
  });

  // The server-side half of `forge lint` wants it; the half that runs offline does not look.
  it('gives each entity index exactly one range attribute, which the entity has', () => {
    const indexes = manifest.app.storage.entities.flatMap(({ attributes, indexes: own }) =>
      own.map(({ range }) => ({ range, known: range.filter((name) => name in attributes) })),
    );
    expect(indexes.length).toBeGreaterThan(0);
    for (const { range, known } of indexes) {
      expect(range).toHaveLength(1);
      expect(known).toEqual(range);
    }
  });
});
