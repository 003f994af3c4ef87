import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findModuleState } from './support/find-module-state';

/** Every module that is shipped and runs on the server: its scope is shared by all customers of a warm process. */
const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(path.join('src', name), 'utf8')] as const),
);

describe('module scope', () => {
  it('holds nothing that can change', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(findModuleState(sources)).toEqual([]);
  });

  it.each([
    ['a variable', 'let last = 1;'],
    ['a variable of old', 'var last = 1;'],
    ['an exported variable', 'export let last: string | undefined;'],
    ['a cache', 'const cache = new Map<string, string>();\nexport const f = (k: string) => cache.set(k, k);'],
    ['a list', 'const seen: string[] = [];\nexport const f = (k: string) => { seen.push(k); };'],
    ['a record', 'const seen: Record<string, number> = {};\nexport const f = (k: string) => { seen[k] = 1; };'],
    ['a counter in an object', 'const state = { count: 0 };\nexport const f = () => { state.count += 1; };'],
  ])('would be found out with %s', (_, text) => {
    expect(findModuleState(new Map([['planted.ts', text]]))).toHaveLength(1);
  });

  it('may hold constants', () => {
    const text = "const NAMES = new Set(['a']);\nexport const f = (k: string) => NAMES.has(k);";
    expect(findModuleState(new Map([['planted.ts', text]]))).toEqual([]);
  });
});
