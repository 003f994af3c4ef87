import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';

import { allowedImports, plantedImports } from './support/planted-imports';

const CONFIG = '.dependency-cruiser.cjs';
const ROOMS_WITH_IO = ['entry', 'platform'];

const configShape = v.object({ forbidden: v.array(v.object({ name: v.string() })) });
const cruiseShape = v.object({
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), rule: v.object({ name: v.string(), severity: v.string() }) })),
  }),
});

const rooms = readdirSync('src', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
let ruleNames: readonly string[];
let directory: string;
let violations: readonly { readonly from: string; readonly rule: string }[];

/** A tree with the rooms of this repository, its rules, and nothing but the imports of planted-imports.ts. */
const plantTree = (): string => {
  const tree = mkdtempSync(path.join(tmpdir(), 'planted-imports-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };
  for (const folder of [...rooms.map((room) => `src/${room}`), 'dev', 'test']) {
    write(`${folder}/clean.ts`, 'export const clean = true;\n');
  }
  write('src/index.ts', `export { clean } from './entry/clean';\n`);
  write('src/platform/search-content.ts', 'export const content = true;\n');
  write('src/fence/gate.ts', 'export const gate = true;\n');
  write('src/search/way-back.ts', `import './planted-there';\nexport const back = true;\n`);
  for (const { from, to } of [...plantedImports, ...allowedImports]) {
    write(`${from}.ts`, `import * as imported from '${to}';\nexport const used = imported;\n`);
  }
  for (const file of [CONFIG, 'tsconfig.json', 'tsconfig.check.json', 'package.json']) {
    copyFileSync(file, path.join(tree, file));
  }
  symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'));
  return tree;
};

beforeAll(async () => {
  const config: unknown = await import(path.resolve(CONFIG));
  ruleNames = v.parse(configShape, config).forbidden.map(({ name }) => name);
  directory = plantTree();
  const cruise = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruise, 'src', 'static', 'dev', 'test', '--config', CONFIG, '--output-type', 'json'],
    { cwd: directory, maxBuffer: 64 * 1024 * 1024 },
  );
  violations = v
    .parse(cruiseShape, JSON.parse(stdout))
    .summary.violations.filter(({ rule }) => rule.severity === 'error')
    .map(({ from, rule }) => ({ from, rule: rule.name }));
}, 60_000);

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('the dependency rule', () => {
  it.each(plantedImports)('reports $rule when $from imports $to', ({ rule, from }) => {
    expect(violations).toContainEqual({ from: `${from}.ts`, rule });
  });

  it.each(allowedImports)('allows $from to import $to', ({ from }) => {
    expect(violations.filter((violation) => violation.from === `${from}.ts`)).toEqual([]);
  });

  it('has a planted import for every rule', () => {
    expect([...new Set(plantedImports.map(({ rule }) => rule))].toSorted()).toEqual([...ruleNames].toSorted());
  });

  it('names the rooms that there are below src', () => {
    const pure = ruleNames.flatMap((name) => (name.startsWith('arrows-only-') ? [name.slice(12)] : []));
    expect([...pure, ...ROOMS_WITH_IO].toSorted()).toEqual(rooms.toSorted());
  });
});
