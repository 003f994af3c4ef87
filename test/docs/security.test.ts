import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';

const ROOT = resolve(__dirname, '../..');
const document = readFileSync(resolve(ROOT, 'docs/security.md'), 'utf8');

const sectionOf = (title: string): string => document.split(/^## /m).find((text) => text.startsWith(title)) ?? '';

/** The cells of the tables of a section, without their heads. */
const rowsOf = (title: string): readonly (readonly string[])[] =>
  sectionOf(title)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1);

const threats = rowsOf('Threats').map(([boundary = '', threat = '', , heldBy = '']) => ({
  boundary,
  threat,
  tests: [...heldBy.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
}));

const isTest = (name: string): boolean =>
  ['.test.ts', '.test.tsx'].some((ending) => existsSync(resolve(ROOT, 'test', `${name}${ending}`)));

describe('docs/security.md', () => {
  it('names for each threat at least one test, and only tests that exist', () => {
    expect(threats.length).toBeGreaterThan(30);
    expect(threats.filter(({ tests }) => tests.length === 0)).toEqual([]);
    expect(threats.flatMap(({ tests }) => tests).filter((name) => !isTest(name))).toEqual([]);
  });

  it('has each threat of STRIDE at some boundary, and threats at each boundary', () => {
    const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Disclosure', 'Denial of service', 'Elevation'];
    for (const kind of kinds)
      expect(threats.map(({ threat }) => threat.toLowerCase()).join()).toContain(kind.toLowerCase());
    expect([...new Set(threats.map(({ boundary }) => boundary))]).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('gives a reason for exactly the scopes of the manifest', () => {
    const manifest = readFileSync(resolve(ROOT, 'manifest.yml'), 'utf8');
    const asked = [...manifest.matchAll(/^ {4}- ([a-z-]+:[a-z:-]+)$/gm)].map(([, scope]) => scope);
    const given = [...sectionOf('What it does').matchAll(/^\| `([a-z:-]+)`/gm)].map(([, scope]) => scope);
    expect(given.sort()).toEqual(asked.sort());
    expect(asked).toHaveLength(3);
  });

  it('names only packages of the bundles in the versions that are installed', () => {
    const named = [...sectionOf('Dependencies').matchAll(/`(@?[a-z/-]+)` (\d+\.\d+\.\d+)/g)];
    expect(named.length).toBeGreaterThan(15);
    for (const [, name = '', version] of named) {
      const manifest: unknown = JSON.parse(readFileSync(resolve(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
      expect(manifest).toMatchObject({ name, version });
    }
  });

  it('names every package that the app depends on, and beside them only what those depend on', () => {
    const read = (path: string) =>
      v.parse(
        v.object({ dependencies: v.optional(v.record(v.string(), v.string()), {}) }),
        JSON.parse(readFileSync(resolve(ROOT, path, 'package.json'), 'utf8')),
      );
    const direct = Object.keys(read('.').dependencies);
    const reached = new Set(direct);
    // A set goes on over what is added meanwhile.
    for (const name of reached) {
      const path = `node_modules/${name}`;
      if (existsSync(resolve(ROOT, path))) for (const next of Object.keys(read(path).dependencies)) reached.add(next);
    }
    const table = rowsOf('Dependencies').map(([, packages = '']) => packages);
    const shipping = table.slice(
      0,
      table.findIndex((cell) => !cell.includes('`')),
    );
    const named = shipping.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(direct.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !reached.has(name))).toEqual([]);
  });

  it('speaks of folders of tests that exist', () => {
    for (const [, folder = ''] of document.matchAll(/`(test\/[a-z/-]+)`/g)) {
      expect(readdirSync(resolve(ROOT, folder)).length).toBeGreaterThan(0);
    }
  });
});
