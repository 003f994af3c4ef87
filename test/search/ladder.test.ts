import { describe, expect, it } from '@jest/globals';
import { firstRung, nextRung } from '../../src/search/ladder';
import { parseQuery, type ParsedQuery } from '../../src/search/parse-query';

const parsed = (text: string): ParsedQuery => {
  const query = parseQuery(text);
  if (query === undefined) throw new Error('no word');
  return query;
};

describe('the ladder', () => {
  const query = parsed('zebra deployment checklist');
  const first = firstRung(query);

  it('begins with any of the words', () => {
    expect(first).toEqual({ name: 'any-word', words: ['deployment', 'checklist', 'zebra'] });
  });

  it('asks for the words that no page has when a full answer has one common word on each page', () => {
    const wordsByPage = [new Set(['deployment']), new Set(['deployment'])];
    expect(nextRung(query, first, { wordsByPage, hasMore: true })).toEqual({
      name: 'rare-words',
      words: ['checklist', 'zebra'],
    });
  });

  it.each([
    ['the answer was complete', { wordsByPage: [new Set(['deployment'])], hasMore: false }],
    ['a page has two of the words', { wordsByPage: [new Set(['deployment', 'zebra'])], hasMore: true }],
    ['no page has any of them', { wordsByPage: [new Set<string>()], hasMore: true }],
  ])('asks nothing more when %s', (_, evidence) => {
    expect(nextRung(query, first, evidence)).toBeUndefined();
  });

  it('goes from a phrase that no page has to its words, and stays with one that a page has', () => {
    const phrase = parsed('"zebra deployment"');
    const rung = firstRung(phrase);
    expect(rung.name).toBe('phrase');
    expect(nextRung(phrase, rung, { wordsByPage: [], hasMore: false })?.name).toBe('any-word');
    expect(nextRung(phrase, rung, { wordsByPage: [new Set(['zebra'])], hasMore: true })).toBeUndefined();
  });

  it('ends with the rare words', () => {
    const rare = { name: 'rare-words', words: ['zebra'] } as const;
    expect(nextRung(query, rare, { wordsByPage: [], hasMore: true })).toBeUndefined();
  });
});
