import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What of the shipped code may hold a text that matches: each by its path below src. */
const filesWith = (pattern: RegExp, sources: readonly (readonly [string, string])[]): readonly string[] =>
  sources.flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort();

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join('src', file), 'utf8')] as const);

/** A call that can give content: whatever is not about a user, a space or an access rule. */
const CONTENT_CALL = /route`\/wiki\/(?!rest\/api\/user\/current|api\/v2\/spaces|api\/v2\/data-policies\/spaces)/;
const BODY = /\bbody\.(?:storage|view|export_view|styled_view|atlas_doc_format)/;
const CASTS_TO_ADMITTED = /\bas (?:unknown as )?Admitted\b|\bis Admitted\b/;
const CONFLUENCE_CALL = /requestConfluence|\bfetch\(/;

describe('the shipped code', () => {
  it('calls Confluence from the room platform alone', () => {
    expect(filesWith(CONFLUENCE_CALL, sources).filter((file) => !file.startsWith('platform/'))).toEqual([]);
  });

  it('can reach content in one module, and look pages up without their content in one other', () => {
    expect(filesWith(CONTENT_CALL, sources)).toEqual(['platform/caller-pages.ts', 'platform/search-content.ts']);
    expect(filesWith(BODY, sources)).toEqual(['platform/search-content.ts']);
  });

  it('makes admitted content in the gate alone', () => {
    expect(filesWith(CASTS_TO_ADMITTED, sources)).toEqual(['fence/gate.ts']);
  });

  it.each([
    ['a call for a page', CONTENT_CALL, 'await api.asApp().requestConfluence(route`/wiki/api/v2/pages/${id}`)'],
    ['a search', CONTENT_CALL, 'api.asApp().requestConfluence(route`/wiki/rest/api/search?${query}`)'],
    ['a body', BODY, "expand: 'content.body.storage'"],
    ['a cast', CASTS_TO_ADMITTED, 'const hit = value as Admitted<ContentHit>;'],
    ['a cast in two steps', CASTS_TO_ADMITTED, 'value as unknown as Admitted<ContentHit>'],
    ['a guard', CASTS_TO_ADMITTED, 'const pass = (hit: ContentHit): hit is Admitted<ContentHit> => true;'],
    ['a call of its own', CONFLUENCE_CALL, "await fetch('https://example.atlassian.net')"],
  ])('would be caught with %s planted in it', (_, pattern, planted) => {
    expect(filesWith(pattern, [...sources, ['search/planted.ts', planted]])).toContain('search/planted.ts');
  });
});
