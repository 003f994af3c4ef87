import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokenize, visitWords, wordBetween } from '../../src/excerpts/tokenize';

describe('tokenize', () => {
  it.each([
    ['How do I rotate API keys?', ['how', 'do', 'i', 'rotate', 'api', 'keys']],
    ['HTTP_TIMEOUT v1/orders C#', ['http', 'timeout', 'v1', 'orders', 'c']],
    ['árvíztűrő Straße ΔΕΛΤΑ', ['árvíztűrő', 'straße', 'δελτα']],
    ['cafe\u0301 café', ['café', 'café']],
    ['ABCdé1 x', ['abcdé1', 'x']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['—…!?', []],
    ['', []],
  ])('splits %j into words', (text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  it('cuts a script that is written without spaces by its dictionary', () => {
    expect(tokenize('鍵を回転する方法')).toEqual(expect.arrayContaining(['鍵', '回転', '方法']));
  });

  it('is not slowed down by a very long run without spaces', () => {
    expect(tokenize('鍵回転'.repeat(20_000)).join('')).toHaveLength(60_000);
  });

  it('gives the same words when it is given one of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = tokenize(text).filter((word) => /^[\0-\x7f]+$/.test(word));
        expect(words.flatMap(tokenize)).toEqual(words);
      }),
    );
  });

  it('says where each word stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const found: string[] = [];
        let last = 0;
        visitWords(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          found.push(wordBetween(text, start, end));
        });
        expect(found).toEqual(tokenize(text));
      }),
    );
  });
});
