import { describe, expect, it } from '@jest/globals';

import { checkConfluenceCalls } from '../../dev/forge/check-confluence-calls';
import { CONFLUENCE_CALLS } from '../../dev/forge/confluence-calls';

const SCOPES = ['storage:app'];
/** Makes every listed call once, as Forge's linter can see it. */
const complete = CONFLUENCE_CALLS.map(
  ({ path }) => `await api.asApp().requestConfluence(route\`${path.replace('{id}', '${id}')}?\${query}\`);`,
).join('\n');

const check = (text: string, scopes: readonly string[] = SCOPES) =>
  checkConfluenceCalls([{ file: 'src/calls.ts', text: `${complete}\n${text}` }], scopes).map(({ message }) => message);

describe('checkConfluenceCalls', () => {
  it('finds nothing when every listed call is made in plain sight', () => {
    expect(check('')).toEqual([]);
  });

  it.each([
    ['requestConfluence(path)', 'Write the path'],
    ['api.asUser().requestConfluence(toRoute(path))', 'Write the path'],
    ['api.asApp().requestConfluence(assumeTrustedRoute(next), {})', 'Write the path'],
    ['api.asApp().requestConfluence(route`/wiki/rest/api/search`, OPTIONS)', 'Write the options'],
    ['api.asApp().requestConfluence(route`/wiki/rest/api/content/search?${query}`)', 'is not listed'],
    ['api.asApp().requestConfluence(route`/wiki/api/v2/spaces/${id}/pages`)', 'is not listed'],
    ['api.asApp().requestConfluence(route`/wiki/api/v2/${kind}`)', 'is not listed'],
  ])('reports %s', (call, message) => {
    expect(check(call)).toEqual([expect.stringContaining(message)]);
  });

  it('says where the call stands', () => {
    const [problem] = checkConfluenceCalls(
      [{ file: 'src/calls.ts', text: `${complete}\n  send(requestConfluence(p));` }],
      SCOPES,
    );
    expect(problem).toMatchObject({ file: 'src/calls.ts', line: CONFLUENCE_CALLS.length + 1, column: 8 });
  });

  it('reports a listed call that nobody makes', () => {
    const messages = checkConfluenceCalls([], SCOPES).map(({ message }) => message);
    expect(messages).toHaveLength(CONFLUENCE_CALLS.length);
  });

  it('asks for storage:app when storage is used', () => {
    expect(check(`import { kvs } from '@forge/kvs';`, [])).toEqual([expect.stringContaining('storage:app')]);
    expect(check(`import { kvs } from '@forge/kvs';`)).toEqual([]);
  });
});
