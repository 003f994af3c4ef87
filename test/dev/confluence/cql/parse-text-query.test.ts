import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CqlError } from '../../../../dev/confluence/cql/cql-error';
import { parseTextQuery } from '../../../../dev/confluence/cql/parse-text-query';
import { thrownBy } from '../../../support/thrown-by';
import { NotModelledError } from '../../../../dev/confluence/not-modelled';

describe('parseTextQuery', () => {
  it('reads terms, phrases, wildcards and fuzzy terms', () => {
    expect(parseTextQuery('Rotate "API keys" te?t* roam~')).toEqual([
      { kind: 'words', words: ['rotate'] },
      { kind: 'phrase', words: ['api', 'keys'] },
      { kind: 'wildcard', pattern: /^te.t.*$/u },
      { kind: 'fuzzy', word: 'roam' },
    ]);
  });

  it.each([
    ['how-to', ['how', 'to']],
    ['client/server', ['client', 'server']],
    ['node.js', ['node', 'js']],
    [String.raw`C\#`, ['c']],
    [String.raw`\+`, []],
    ['ANDROID', ['android']],
    ['日本', ['日', '本']],
  ])('takes %s as words that must all occur', (text, words) => {
    expect(parseTextQuery(text)).toEqual([{ kind: 'words', words }]);
  });

  it.each(['"', 'a "b', '*admin', '?x', '', '   ', 'foo\\'])('refuses %s as the search service does', (text) => {
    expect(() => parseTextQuery(text)).toThrow(CqlError);
  });

  it.each(['+a', '-a', '!a', 'a AND b', 'OR', '(a)', 'title:a', 'a^2', '"a b"~3', '[a TO b]', 'a && b', '/re/'])(
    'says that %s is not modelled',
    (text) => {
      expect(() => parseTextQuery(text)).toThrow(NotModelledError);
    },
  );

  it('throws nothing else for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const error = thrownBy(() => parseTextQuery(text));
        expect(error === undefined || error instanceof CqlError || error instanceof NotModelledError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
