import { describe, expect, it } from '@jest/globals';
import { parseQuery } from '../../src/search/parse-query';

describe('parseQuery', () => {
  it.each<[string, readonly string[]]>([
    ['how do I rotate API keys?', ['API', 'rotate', 'keys']],
    ['") OR space = "SECRET', ['SECRET', 'space']],
    ['foo\\', ['foo']],
    ['*admin', ['admin']],
    ['?x', ['x']],
    ['HTTP_TIMEOUT in v1/orders', ['HTTP_TIMEOUT', 'v1/orders']],
    ['deploy Deploy DEPLOY', ['deploy']],
    ['wie rollen wir das aus?', ['rollen']],
  ])('reads %j as the words %j', (query, words) => {
    expect(parseQuery(query)?.words).toEqual(words);
  });

  it.each(['~', '"', '', '()', '   ', '!?…', '"" ""'])('finds no word in %j', (query) => {
    expect(parseQuery(query)).toBeUndefined();
  });

  it('keeps stop words when there is nothing else', () => {
    expect(parseQuery('what is it')?.words).toHaveLength(3);
  });

  it('takes words in capitals for names, not for stop words', () => {
    expect(parseQuery('the IT handbook')?.words).toContain('IT');
  });

  it('knows a query that is one quoted phrase', () => {
    expect(parseQuery('"error budget policy"')?.phrase).toEqual(['error', 'budget', 'policy']);
    expect(parseQuery('our "error budget policy"')).not.toHaveProperty('phrase');
    expect(parseQuery('our "error budget policy"')?.terms.phrases).toEqual([['error', 'budget', 'policy']]);
    expect(parseQuery('"one" "two"')).not.toHaveProperty('phrase');
  });

  it.each(['“error budget”', '„error budget“', '«error budget»'])('knows the phrase in %s', (query) => {
    expect(parseQuery(query)?.phrase).toEqual(['error', 'budget']);
  });

  it('keeps names whole for the ranking', () => {
    expect(parseQuery('is C# or C++ allowed in v1/orders?')?.terms.identifiers).toEqual(['v1/orders', 'C#', 'C++']);
  });

  it('cuts scripts that are written without spaces into words', () => {
    expect(parseQuery('APIのバージョン管理')?.words).toEqual(expect.arrayContaining(['api', 'バージョン', '管理']));
  });

  it('sends no more than a URL can carry, of any script', () => {
    const query = Array.from({ length: 10 }, (_, index) => 'देवनागरी'.repeat(9) + 'क'.repeat(index + 1)).join(' ');
    const words = parseQuery(query)?.words ?? [];
    expect(words.length).toBeGreaterThan(0);
    expect(encodeURIComponent(words.join('  ')).length).toBeLessThanOrEqual(1_200);
    expect(parseQuery(`"${query}"`)).not.toHaveProperty('phrase');
  });

  it('leaves out words that are longer than any', () => {
    expect(parseQuery(`${'x'.repeat(101)} deploy`)?.words).toEqual(['deploy']);
    expect(parseQuery('x'.repeat(101))).toBeUndefined();
  });

  it('sends at most twelve words', () => {
    expect(parseQuery(Array.from({ length: 40 }, (_, index) => `word${index}`).join(' '))?.words).toHaveLength(12);
  });
});
