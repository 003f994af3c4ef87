import { describe, expect, it } from '@jest/globals';
import { parseSearchArguments } from '../../../dev/cli/parse-search-arguments';
import { UsageError } from '../../../dev/cli/usage-error';

const SECRET = Buffer.alloc(32, 1).toString('base64');

describe('parseSearchArguments', () => {
  it('searches the sample content for one query unless told otherwise', () => {
    const { query, spaces, json, open, remote } = parseSearchArguments(['error format']);
    expect({ query, spaces, json, open, remote }).toEqual({
      query: 'error format',
      spaces: [],
      json: false,
      open: undefined,
      remote: undefined,
    });
  });

  it('takes spaces, limits, content and what is open of it', () => {
    const argv = ['a', '--space', 'ENG', '--space', 'OPS', '--limit', '25', '--max-chars', '500', '--json'];
    const content = ['--content', 'one', '--content', 'two', '--open', 'ENG,OPS'];
    expect(parseSearchArguments([...argv, ...content])).toEqual({
      query: 'a',
      spaces: ['ENG', 'OPS'],
      limit: 25,
      maxChars: 500,
      json: true,
      contentPaths: ['one', 'two'],
      open: ['ENG', 'OPS'],
    });
  });

  it('takes the address of another web trigger, and its secret', () => {
    const { remote } = parseSearchArguments(['a', '--url', 'http://127.0.0.1:1', '--secret', SECRET]);
    expect(remote).toEqual({ url: 'http://127.0.0.1:1', secret: SECRET });
  });

  it.each([
    ['no query', []],
    ['two queries', ['a', 'b']],
    ['an unknown option', ['a', '--limits', '3']],
    ['a limit that is none', ['a', '--limit', '26']],
    ['a number of characters that is none', ['a', '--max-chars', 'many']],
    ['an address without a secret', ['a', '--url', 'http://127.0.0.1:1']],
    ['a secret that is none', ['a', '--url', 'http://127.0.0.1:1', '--secret', 'short']],
    ['a secret without an address', ['a', '--secret', SECRET]],
  ])('takes no arguments with %s', (_, argv) => {
    expect(() => parseSearchArguments(argv)).toThrow(UsageError);
  });
});
